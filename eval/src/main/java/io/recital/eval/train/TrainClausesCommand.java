package io.recital.eval.train;

import io.recital.eval.EvalException;
import io.recital.eval.clauses.CuadFolder;
import io.recital.eval.embedding.CachedEncoder;
import io.recital.models.inference.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval train-clauses}: makes the weights that extraction ships, the same from the same data and seed. */
@Command(
        name = "train-clauses",
        mixinStandardHelpOptions = true,
        description =
                "Trains the clause classifier on a folder in CUAD's layout; one fifth of the companies is held out.")
public final class TrainClausesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with txt/ and spans.jsonl.")
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
        CuadFolder folder = CuadFolder.read(data);
        try (Encoder encoder = new Encoder();
                CachedEncoder cached = new CachedEncoder(encoder, cache)) {
            TrainedHead head = new ClauseTraining(folder, cached, HeadSettings.standard(seed)).run();
            Files.createDirectories(out);
            head.write(out);
        } catch (IOException e) {
            throw new EvalException("Cannot write the weights to " + out, e);
        }
        System.out.println("Wrote clause-head.onnx, model-card.json and MODEL_CARD.md to " + out);
        return 0;
    }
}
