package io.recital.eval.train;

import io.recital.eval.EvalException;
import io.recital.eval.embedding.CachedEncoder;
import io.recital.models.inference.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval train-reranker}: makes the projection of questions that ships, the same from the same data and seed. */
@Command(
        name = "train-reranker",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the projection of questions on the headings of contracts in CUAD's layout; one fifth of the companies",
            "is held out. Takes about ten minutes on two idle cores, nearly all of it for vectors, which are kept."
        })
public final class TrainRerankerCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with contracts as plain text in txt/.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the weights are written.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the training (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--cache", paramLabel = "DIR", description = "Where vectors are kept between runs.")
    private Path cache = CachedEncoder.defaultDirectory();

    @Override
    public Integer call() throws IOException {
        try (Encoder encoder = new Encoder();
                CachedEncoder cached = new CachedEncoder(encoder, cache)) {
            TrainedProjection trained = new ProjectionTraining(data, cached, seed).run();
            write(trained);
            System.out.println(trained.summary());
            System.out.println("Wrote " + TrainedProjection.GRAPH + ", " + TrainedProjection.CARD + " and "
                    + TrainedProjection.IN_WORDS + " to " + out);
        }
        return 0;
    }

    private void write(TrainedProjection trained) {
        try {
            Files.createDirectories(out);
            trained.write(out);
        } catch (IOException e) {
            throw new EvalException("Cannot write the weights to " + out + "; give another --out", e);
        }
    }
}
