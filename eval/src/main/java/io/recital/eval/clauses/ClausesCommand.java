package io.recital.eval.clauses;

import io.recital.extraction.cascade.OfflineExtractors;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.models.evidence.StoredText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectMapper;

/** {@code eval clauses}: how well the shipped weights label clauses of contracts that they have not seen. */
@Command(
        name = "clauses",
        mixinStandardHelpOptions = true,
        description = "Measures clause labels on a folder in CUAD's layout (txt/, spans.jsonl).")
public final class ClausesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with txt/ and spans.jsonl.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--include-trained", description = "Measure companies too that the weights were trained on.")
    private boolean includeTrained;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Write every prediction, a JSON line each.")
    private @Nullable Path predictions;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the resampling (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CuadFolder folder = CuadFolder.read(data);
        try (ClauseClassifier classifier = ClauseClassifier.shipped()) {
            Map<String, StoredText> measured =
                    measured(folder, classifier.card().trainedOn());
            CuadReadings readings = new CuadReadings(data.resolve("txt"));
            List<PredictedSpan> found = FactPredictions.replacedIn(
                    ClausePredictions.of(measured, classifier, readings::levers),
                    OfflineExtractors.facts(classifier),
                    readings,
                    measured.keySet());
            if (predictions != null) {
                ClausePredictions.write(predictions, found);
            }
            report(folder, measured, found);
        }
        return 0;
    }

    private Map<String, StoredText> measured(CuadFolder folder, List<String> trainedOn) {
        Map<String, StoredText> measured = new TreeMap<>(folder.contracts());
        if (!includeTrained) {
            Set<String> seen = new HashSet<>(trainedOn);
            measured.keySet().removeIf(file -> seen.contains(Company.of(file)));
        }
        return measured;
    }

    private void report(CuadFolder folder, Map<String, StoredText> measured, List<PredictedSpan> found) {
        ClauseReport report = ClauseReport.of(folder, measured, found, seed);
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            report.print(System.out);
        }
    }
}
