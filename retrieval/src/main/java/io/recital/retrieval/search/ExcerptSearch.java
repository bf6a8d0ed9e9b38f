package io.recital.retrieval.search;

import static java.util.Objects.requireNonNull;

import io.recital.models.inference.TextEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds the words that answer: sentences that bear the clause type that is asked for, as the clause classifier saw it when
 * the contracts were read, and passages by meaning and words.
 */
public final class ExcerptSearch implements PassageSearch {
    private static final int EXCERPTS_OF_A_PASSAGE = 4;

    private final PassageSearch passages;
    private final ScoredRuns runs;
    private final QuestionTypes types;

    public ExcerptSearch(PassageSearch passages, ScoredRuns runs, QuestionTypes types) {
        this.passages = requireNonNull(passages, "passages");
        this.runs = requireNonNull(runs, "runs");
        this.types = requireNonNull(types, "types");
    }

    /** The search that is served. */
    public static ExcerptSearch over(DataSource dataSource, TextEncoder encoder) {
        return over(RerankedSearch.over(dataSource, encoder), dataSource);
    }

    /** Over another search of passages. */
    public static ExcerptSearch over(PassageSearch passages, DataSource dataSource) {
        return new ExcerptSearch(passages, new JdbcScoredRuns(dataSource), QuestionTypes.shipped());
    }

    /**
     * The words most likely to answer, best first, no character twice. Call it in the name of a tenant; without one
     * nothing is found.
     *
     * @param question without the names of contracts and parties, which narrow the scope instead
     * @param embedding of the question without these names
     */
    public List<ExcerptHit> excerpts(String question, QuestionEmbedding embedding, SearchScope scope) {
        return ranked(question, embedding, scope, scope.limit());
    }

    /** The passages in which the best excerpts stand. */
    @Override
    public List<PassageHit> search(String question, QuestionEmbedding embedding, SearchScope scope) {
        Map<UUID, PassageHit> hits = new LinkedHashMap<>();
        for (ExcerptHit hit : ranked(question, embedding, scope, EXCERPTS_OF_A_PASSAGE * scope.limit())) {
            hits.putIfAbsent(hit.passage().passage().id(), hit.passage());
        }
        return hits.values().stream().limit(scope.limit()).toList();
    }

    private List<ExcerptHit> ranked(String question, QuestionEmbedding embedding, SearchScope scope, int most) {
        Map<String, Double> asked = types.of(embedding);
        List<PassageHit> near = passages.search(question, embedding, scope);
        List<ScoredRun> scored = asked.isEmpty() ? List.of() : runs.find(asked.keySet(), scope);
        return new ExcerptRanking(asked, near).rank(scored, most);
    }
}
