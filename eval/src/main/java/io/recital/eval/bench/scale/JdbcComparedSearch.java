package io.recital.eval.bench.scale;

import io.recital.models.store.Database;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.retrieval.search.SearchScope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's search function, asked twice: as the service asks it, and told to compare passage by passage. */
final class JdbcComparedSearch {
    /** How many more than ten are fetched of the exact ranking of one part, to know who shares the tenth place. */
    private static final int TIES = 500;

    /** What of a question is searched for. */
    enum Part {
        NEAREST,
        WORDS,
        HYBRID
    }

    /** A passage and what it was ranked by. */
    record Found(UUID passage, double score) {}

    private final Database database;
    private final JdbcClient jdbc;

    JdbcComparedSearch(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /** The share of the ten best by comparing one by one that search brings among its ten best. */
    double recall(UUID tenant, Part part, String question, QuestionEmbedding embedding, SearchScope scope) {
        List<Found> found = ask(tenant, part, false, question, embedding, scope, scope.limit());
        // How deep each part looks depends on how many are wanted, so that the fused ranking is asked for alike.
        int wanted = part == Part.HYBRID ? scope.limit() : TIES;
        return Recall.ofBest(10, found, ask(tenant, part, true, question, embedding, scope, wanted));
    }

    private List<Found> ask(
            UUID tenant,
            Part part,
            boolean exact,
            String question,
            QuestionEmbedding embedding,
            SearchScope scope,
            int wanted) {
        return database.tenancy().call(tenant, () -> {
            jdbc.sql("select set_config('recital.exact_search', :exact, true)")
                    .param("exact", exact ? "on" : "off")
                    .query(String.class)
                    .single();
            return jdbc.sql("""
                    select passage_id as passage,
                        case :part when 'nearest' then similarity when 'words' then words_score else score end as score
                    from search_passages(:question, :vector::real[]::halfvec, :model,
                        :contracts::uuid[], :documents::uuid[], :counterparties::uuid[], :wanted) with ordinality as s
                    order by s.ordinality""")
                    .param("part", part.name().toLowerCase(Locale.ROOT))
                    .param("question", part == Part.NEAREST ? "" : question)
                    .param("vector", part == Part.WORDS ? null : embedding.vector())
                    .param("model", embedding.model())
                    .param("contracts", orNull(scope.contracts()))
                    .param("documents", orNull(scope.documents()))
                    .param("counterparties", orNull(scope.counterparties()))
                    .param("wanted", wanted)
                    .query(Found.class)
                    .list();
        });
    }

    private static UUID @Nullable [] orNull(Set<UUID> ids) {
        return ids.isEmpty() ? null : ids.toArray(UUID[]::new);
    }
}
