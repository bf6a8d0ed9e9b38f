package io.recital.eval.clauses;

import io.recital.eval.EvalException;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.extraction.onnx.StatedLevers;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.StoredText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/** What the service's classifier says about contracts, and its file form: a JSON line per prediction. */
public final class ClausePredictions {
    private static final Logger LOG = LoggerFactory.getLogger(ClausePredictions.class);

    /** Less probable labels are left out: they lie far beyond 90 % recall. */
    static final double FLOOR = 0.002;

    private ClausePredictions() {}

    /**
     * The labels of every sentence that are not quite improbable.
     *
     * @param levers what the rules find in a file
     */
    public static List<PredictedSpan> of(
            Map<String, StoredText> contracts, ClauseClassifier classifier, Function<String, StatedLevers> levers) {
        List<PredictedSpan> predictions = new ArrayList<>();
        int done = 0;
        for (Map.Entry<String, StoredText> contract : contracts.entrySet()) {
            StoredText text = contract.getValue();
            classifier.classify(text, SentenceSplitter.split(text), levers.apply(contract.getKey()), FLOOR).stream()
                    .map(found -> new PredictedSpan(
                            contract.getKey(),
                            found.label(),
                            found.span().start(),
                            found.span().end(),
                            found.score()))
                    .forEach(predictions::add);
            done++;
            if (done % 10 == 0) {
                LOG.info("Read {} of {} contracts", done, contracts.size());
            }
        }
        return predictions;
    }

    static void write(Path file, List<PredictedSpan> predictions) {
        ObjectMapper json = new ObjectMapper();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (PredictedSpan prediction : predictions) {
                out.write(json.writeValueAsString(prediction));
                out.newLine();
            }
        } catch (IOException e) {
            throw new EvalException("Cannot write the predictions to " + file, e);
        }
    }
}
