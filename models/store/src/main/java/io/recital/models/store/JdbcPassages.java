package io.recital.models.store;

import io.recital.models.clause.Passage;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The passages with their vectors: what search looks through. */
public final class JdbcPassages {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    public JdbcPassages(DataSource dataSource) {
        this.batch = new NamedParameterJdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(batch);
    }

    /** Keeps the passages of a document version; those that it has already are left as they are. */
    public void store(UUID contract, UUID document, List<EmbeddedPassage> passages) {
        SqlParameterSource[] rows = passages.stream()
                .map(passage -> row(contract, document, passage.passage(), passage.embedding()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into passage (id, contract_id, document_id, clause_id, ordinal, path, heading_path,
                    span_start, span_end, page, language, text, embedding, embedding_model, embed_sha256)
                values (:id, :contract, :document, :clause, :ordinal, :path, :headingPath,
                    :start, :end, :page, :language, :text, :vector::real[]::halfvec, :model, :embedded)
                on conflict (tenant_id, document_id, ordinal) do nothing""", rows);
    }

    private static SqlParameterSource row(
            UUID contract, UUID document, Passage passage, @Nullable Embedding embedding) {
        return new MapSqlParameterSource("id", passage.id())
                .addValue("contract", contract)
                .addValue("document", document)
                .addValue("clause", passage.clause())
                .addValue("ordinal", passage.ordinal())
                .addValue("path", passage.path())
                .addValue("headingPath", passage.headingPath().toArray(String[]::new))
                .addValue("start", passage.span().start())
                .addValue("end", passage.span().end())
                .addValue("page", passage.page())
                .addValue("language", passage.language())
                .addValue("text", passage.text())
                .addValue("vector", embedding == null ? null : embedding.vector())
                .addValue("model", embedding == null ? null : embedding.model())
                .addValue(
                        "embedded",
                        embedding == null ? null : embedding.embedded().hex());
    }

    /**
     * The vectors that the tenant has already for texts with these hashes, by hash; at half precision, as they are kept.
     */
    public Map<Sha256, float[]> findEmbeddings(String model, Collection<Sha256> embedded) {
        Map<Sha256, float[]> found = new HashMap<>();
        jdbc.sql("""
                select distinct on (embed_sha256) embed_sha256, embedding::real[] as vector
                from passage
                where embed_sha256 = any(:hashes) and embedding_model = :model""")
                .param("hashes", embedded.stream().map(Sha256::hex).toArray(String[]::new))
                .param("model", model)
                .query((rs, row) -> found.put(new Sha256(rs.getString("embed_sha256")), vector(rs)))
                .list();
        return found;
    }

    private static float[] vector(ResultSet rs) throws SQLException {
        Float[] boxed = (Float[]) rs.getArray("vector").getArray();
        float[] vector = new float[boxed.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = boxed[i];
        }
        return vector;
    }

    /** Passages in text order. */
    public List<Passage> listByDocument(UUID document) {
        return jdbc.sql("select * from passage where document_id = :document order by ordinal")
                .param("document", document)
                .query((rs, row) -> map(rs))
                .list();
    }

    /** How many passages a document version has. */
    public int count(UUID document) {
        return jdbc.sql("select count(*) from passage where document_id = :document")
                .param("document", document)
                .query(Integer.class)
                .single();
    }

    /** The passage of a row that has all of its columns. */
    public static Passage map(ResultSet rs) throws SQLException {
        return new Passage(
                rs.getObject("id", UUID.class),
                rs.getInt("ordinal"),
                rs.getObject("clause_id", UUID.class),
                rs.getString("path"),
                List.of((String[]) rs.getArray("heading_path").getArray()),
                new Span(rs.getInt("span_start"), rs.getInt("span_end")),
                rs.getString("text"),
                rs.getObject("page", Integer.class),
                rs.getString("language"));
    }
}
