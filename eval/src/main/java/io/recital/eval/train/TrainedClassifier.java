package io.recital.eval.train;

import io.recital.eval.clauses.PrecisionRecall;
import io.recital.extraction.onnx.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.ObjectMapper;

/** A trained classifier, ready to be written: graph, card, and the card in words. */
final class TrainedClassifier {
    private final byte[] graph;
    private final ModelCard card;
    private final PrecisionRecall all;
    private final PrecisionRecall clauses;
    private final int heldOutContracts;

    TrainedClassifier(
            byte[] graph, ModelCard card, PrecisionRecall all, PrecisionRecall clauses, int heldOutContracts) {
        this.graph = graph;
        this.card = card;
        this.all = all;
        this.clauses = clauses;
        this.heldOutContracts = heldOutContracts;
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve("clause-labels.onnx"), graph);
        String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(card);
        Files.writeString(folder.resolve("model-card.json"), json + "\n");
        Files.writeString(folder.resolve("MODEL_CARD.md"), inWords());
    }

    private String inWords() {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(card.name())
                .append(", version ")
                .append(card.version())
                .append("\n\n");
        text.append("Gives CUAD's 41 clause labels to English sentences of contracts. A small encoder, begun with the "
                + "lowest layers of `" + card.base()
                + "` and trained further, reads up to 256 tokens at once; the average "
                + "of a sentence's tokens says which labels it bears, and which go on from the sentence before.\n\n");
        text.append("- Data: ").append(card.data()).append(".\n");
        text.append("- Split by company. Trained, or its thresholds set, on ")
                .append(card.trainedOn().size())
                .append(" companies, listed in `model-card.json`; ")
                .append(heldOutContracts)
                .append(" contracts of other companies are held out, and the figures are theirs.\n");
        text.append("- Made by `./recital eval train-clauses --data DIR --out DIR --seed ")
                .append(card.seed())
                .append("`.\n");
        text.append(
                "- Limits: English only; spans are whole sentences; names and dates (`Parties`, `Agreement Date` and the "
                        + "like) are shorter than a sentence and are the business of rules. A label is a pointer for a reader, "
                        + "not legal advice.\n\n");
        text.append(figures("All 41 labels", all))
                .append(figures("The 36 that are clauses", clauses))
                .append('\n');
        text.append(
                "| label | training spans | held-out spans | held-out AUPR (strict) | threshold |\n|---|---|---|---|---|\n");
        for (ModelCard.LabelCard label : card.labels()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %s | %.3f |%n",
                    label.label(),
                    label.spans(),
                    label.heldOut(),
                    label.heldOut() == 0 ? "none" : String.format(Locale.ROOT, "%.1f", 100 * label.area()),
                    label.threshold()));
        }
        return text.toString();
    }

    private static String figures(String name, PrecisionRecall curve) {
        return String.format(
                Locale.ROOT,
                "- %s, strict matching: AUPR %.1f, precision %.1f at 80 %% recall and %.1f at 90 %%.%n",
                name,
                100 * curve.area(),
                100 * curve.at80(),
                100 * curve.at90());
    }
}
