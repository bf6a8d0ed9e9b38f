package io.recital.eval.ranking;

import io.recital.eval.clauses.Company;
import io.recital.eval.clauses.CuadFolder;
import io.recital.eval.train.ProjectionTraining;
import io.recital.models.inference.QuestionProjection;
import io.recital.models.inference.TextEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The projections that queries are ranked with: the one that ships, or one for each fold that has not seen it. */
final class RankedWith implements AutoCloseable {
    private final List<QuestionProjection> projections;
    private final List<UnaryOperator<float[]>> operators;
    private final ToIntFunction<String> folds;
    private final String inWords;

    private RankedWith(List<QuestionProjection> projections, ToIntFunction<String> folds, String inWords) {
        this.projections = List.copyOf(projections);
        this.operators = projections.stream()
                .map(projection -> (UnaryOperator<float[]>) projection::project)
                .toList();
        this.folds = folds;
        this.inWords = inWords;
    }

    static RankedWith shipped() {
        return new RankedWith(
                List.of(QuestionProjection.shipped()),
                clause -> 0,
                "Projection as shipped. It was taught by headings of contracts and by no query or rating; clauses may stand in "
                        + "contracts that taught it (see question-projection.json, and --cross-validate)");
    }

    /**
     * Five trainings.
     *
     * @param clauses texts by id
     * @param contracts folder in CUAD's layout
     */
    static RankedWith trainedWithout(Map<String, String> clauses, Path contracts, TextEncoder encoder, long seed) {
        ClauseFolds folds = new ClauseFolds(clauses, CuadFolder.read(contracts).contracts());
        ProjectionTraining training = new ProjectionTraining(contracts, encoder, seed);
        return new RankedWith(
                IntStream.range(0, Company.FOLDS)
                        .mapToObj(fold -> QuestionProjection.of(training.without(fold)))
                        .toList(),
                folds::of,
                "Cross-validated: " + folds.placed() + " of " + clauses.size() + " clauses were found in " + contracts
                        + " and ranked by a projection that has not seen their company; no query or rating taught any");
    }

    /** What a clause is compared through. */
    UnaryOperator<float[]> projection(String clause) {
        return operators.get(folds.applyAsInt(clause));
    }

    String inWords() {
        return inWords;
    }

    @Override
    public void close() {
        projections.forEach(QuestionProjection::close);
    }
}
