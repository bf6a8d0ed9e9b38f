package io.recital.retrieval.search;

import io.recital.models.store.JdbcPassages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the database's search function which passages answer, and reads them under the tenant's policy. */
public final class JdbcPassageSearch implements PassageSearch {
    private final JdbcClient jdbc;

    public JdbcPassageSearch(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public List<PassageHit> search(String question, QuestionEmbedding embedding, SearchScope scope) {
        return jdbc.sql("""
                select p.*, d.file, c.title,
                    s.score, s.similarity, s.similarity_rank, s.words_score, s.words_rank
                from search_passages(:question, :vector::real[]::halfvec, :model,
                    :contracts::uuid[], :documents::uuid[], :counterparties::uuid[], :limit) with ordinality as s
                join passage p on p.id = s.passage_id
                join document d on d.id = p.document_id
                join contract c on c.id = p.contract_id
                order by s.ordinality""")
                .param("question", question)
                .param("vector", embedding.vector())
                .param("model", embedding.model())
                .param("contracts", orNull(scope.contracts()))
                .param("documents", orNull(scope.documents()))
                .param("counterparties", orNull(scope.counterparties()))
                .param("limit", scope.limit())
                .query((rs, row) -> hit(rs))
                .list();
    }

    static UUID @Nullable [] orNull(Set<UUID> ids) {
        return ids.isEmpty() ? null : ids.toArray(UUID[]::new);
    }

    private static PassageHit hit(ResultSet rs) throws SQLException {
        return hit(
                rs,
                new PassageScore(
                        rs.getDouble("score"),
                        rs.getObject("similarity", Double.class),
                        rs.getObject("similarity_rank", Integer.class),
                        rs.getObject("words_score", Double.class),
                        rs.getObject("words_rank", Integer.class)));
    }

    /** The passage of a row that holds one, with its document's file and its contract's title. */
    static PassageHit hit(ResultSet rs, PassageScore score) throws SQLException {
        return new PassageHit(
                JdbcPassages.map(rs),
                rs.getObject("contract_id", UUID.class),
                rs.getObject("document_id", UUID.class),
                rs.getString("file"),
                rs.getString("title"),
                score);
    }
}
