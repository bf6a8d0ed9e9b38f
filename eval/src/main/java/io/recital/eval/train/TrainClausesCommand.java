package io.recital.eval.train;

import io.recital.eval.EvalException;
import io.recital.eval.clauses.ClauseReport;
import io.recital.eval.clauses.CuadFolder;
import io.recital.eval.clauses.CuadReadings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval train-clauses}: makes the weights that extraction ships, the same from the same data and seed. */
@Command(
        name = "train-clauses",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the clause classifier on a folder in CUAD's layout; one fifth of the companies is held out.",
            "Takes about 30 minutes of one idle core, cross-validation one and a half hours. A state is kept after each",
            "epoch in OUT/checkpoints: the same command goes on from there when it was stopped."
        })
public final class TrainClausesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with txt/ and spans.jsonl.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the weights are written.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the training (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--cross-validate",
            description =
                    "Instead of weights, figures of all contracts: three trainings, each without two fifths of the "
                            + "companies as for the weights that ship, and each company measured by one without it.")
    private boolean crossValidate;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Train nothing: calibrate and measure the network of a file, such as the one that ships.")
    private @Nullable Path weights;

    @Override
    public Integer call() {
        CuadFolder folder = CuadFolder.read(data);
        Path checkpoints = out.resolve("checkpoints");
        try {
            Files.createDirectories(checkpoints);
            ClauseTraining training = new ClauseTraining(
                    folder, new CuadReadings(data.resolve("txt")), NetworkSettings.standard(seed), checkpoints);
            if (crossValidate) {
                ClauseReport.of(folder, folder.contracts(), training.outOfFold(), seed)
                        .print(System.out);
            } else {
                TrainedClassifier trained =
                        weights == null ? training.run() : training.measured(Files.readAllBytes(weights));
                trained.write(out);
                System.out.println("Wrote clause-labels.onnx, model-card.json and MODEL_CARD.md to " + out);
            }
        } catch (IOException e) {
            throw new EvalException("Cannot write the weights to " + out, e);
        }
        return 0;
    }
}
