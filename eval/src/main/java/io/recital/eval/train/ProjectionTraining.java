package io.recital.eval.train;

import io.recital.eval.clauses.Company;
import io.recital.models.inference.TextEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the projection of questions on contracts in CUAD's layout, by company folds; fold 0 only gives figures. */
public final class ProjectionTraining {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionTraining.class);
    private static final int HELD_OUT = 0;

    private final List<HeadedClause> clauses;
    private final TextEncoder encoder;
    private final long seed;

    /** @param data folder with contracts as plain text in {@code txt/} */
    public ProjectionTraining(Path data, TextEncoder encoder, long seed) {
        this.clauses = HeadedClauses.read(data, seed);
        this.encoder = encoder;
        this.seed = seed;
    }

    /** The graph of a projection that has seen no contract of a fold's companies. */
    public byte[] without(int fold) {
        return ProjectionExport.toOnnx(train(own -> own != fold));
    }

    /** The projection that ships, with its held-out figures. */
    TrainedProjection run() {
        Matrix learned = train(fold -> fold != HELD_OUT);
        List<HeadedClause> heldOut = of(fold -> fold == HELD_OUT);
        HeadingRanks ranks = new HeadingRanks(heldOut, headings(heldOut), bodies(heldOut));
        List<HeadedClause> taught = of(fold -> fold != HELD_OUT);
        return new TrainedProjection(
                ProjectionExport.toOnnx(learned),
                new TrainedProjection.Card(
                        "question-projection",
                        "1",
                        "headings and wording of the contracts in CUAD v1 by The Atticus Project, CC BY 4.0; no labels",
                        encoder.modelId(),
                        seed,
                        taught.size(),
                        heldOut.size(),
                        ranks.meanReciprocalRank(new Matrix(learned.rows, learned.columns)),
                        ranks.meanReciprocalRank(learned),
                        taught.stream()
                                .map(HeadedClause::company)
                                .distinct()
                                .sorted()
                                .toList()));
    }

    private Matrix train(IntPredicate folds) {
        List<HeadedClause> taught = of(folds);
        LOG.info(
                "Training on {} clauses of {} companies",
                taught.size(),
                taught.stream().map(HeadedClause::company).distinct().count());
        return new ProjectionTrainer(taught, headings(taught), bodies(taught)).train(seed);
    }

    private List<HeadedClause> of(IntPredicate folds) {
        return clauses.stream()
                .filter(clause -> folds.test(Company.fold(clause.company())))
                .toList();
    }

    private List<float[]> headings(List<HeadedClause> of) {
        return encoder.encode(of.stream().map(HeadedClause::heading).toList());
    }

    private List<float[]> bodies(List<HeadedClause> of) {
        return encoder.encode(of.stream().map(HeadedClause::body).toList());
    }
}
