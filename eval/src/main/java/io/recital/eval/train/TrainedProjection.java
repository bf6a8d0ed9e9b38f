package io.recital.eval.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.ObjectMapper;

/** A trained projection, ready to be written: graph, card, and the card in words. */
final class TrainedProjection {
    static final String GRAPH = "question-projection.onnx";
    static final String CARD = "question-projection.json";
    static final String IN_WORDS = "QUESTION_PROJECTION.md";

    /**
     * Where the weights come from.
     *
     * @param before mean reciprocal rank of held-out clauses by their headings' vectors as they are
     * @param after the same by the projected ones
     * @param trainedOn companies whose contracts they have seen
     */
    record Card(
            String name,
            String version,
            String data,
            String encoder,
            long seed,
            int clauses,
            int heldOutClauses,
            double before,
            double after,
            List<String> trainedOn) {}

    private final byte[] graph;
    private final Card card;

    TrainedProjection(byte[] graph, Card card) {
        this.graph = graph;
        this.card = card;
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve(GRAPH), graph);
        String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(card);
        Files.writeString(folder.resolve(CARD), json + "\n");
        Files.writeString(folder.resolve(IN_WORDS), inWords());
    }

    private String inWords() {
        return String.format(
                Locale.ROOT,
                """
                # %s, version %s

                Moves the vector of a question (`%s`, without the prefix for questions) towards the clauses that it asks for. A 384 × 384
                matrix is added to the identity, its weights rounded to eight bits; vectors of passages stay as they are.

                - Data: %s.
                - Task: a heading is to be nearer to the first 90 words below it than to those below the other headings of its batch.
                - Split by company. Trained on %d clauses of %d companies, listed in `%s`; %d clauses of other companies are held out.
                - Held out, mean reciprocal rank of a clause by its heading: %.3f before, %.3f after.
                - Made by `./recital eval train-reranker --data DIR --out DIR --seed %d`.
                - Limits: English only. It has learned what drafters call a clause, nothing about single contracts, dates or sums.
                """,
                card.name(),
                card.version(),
                card.encoder(),
                card.data(),
                card.clauses(),
                card.trainedOn().size(),
                CARD,
                card.heldOutClauses(),
                card.before(),
                card.after(),
                card.seed());
    }

    /** The figures in one line. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "Held-out clauses by their headings, mean reciprocal rank: %.3f before, %.3f after",
                card.before(),
                card.after());
    }
}
