package io.recital.eval.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples' gold says of each quote where a lawyer would say that it stands; the segmenter should say the same. */
class ClausePathsTest {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final double FLOOR = 0.98;

    private final Segmenter segmenter = new Segmenter();
    private int quotes;
    private int agreed;

    @Test
    void citesTheSamplesAsTheirGoldDoes() throws IOException {
        JsonNode gold = JsonMapper.shared().readTree(Files.readString(SAMPLES.resolve("gold.json")));
        for (JsonNode document : gold.path("documents")) {
            compare(document);
        }
        assertThat(quotes).isGreaterThan(2_000);
        assertThat(agreed / (double) quotes).isGreaterThanOrEqualTo(FLOOR);
    }

    private void compare(JsonNode document) {
        String file = document.path("file").asString();
        ParseOutcome outcome =
                new FileParser().parse(SAMPLES.resolve("documents").resolve(file), file);
        assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
        List<Clause> clauses =
                segmenter.segment(((ParseOutcome.Parsed) outcome).document()).clauses();
        for (JsonNode finding : document.path("findings")) {
            for (JsonNode quote : finding.path("quotes")) {
                if (quote.has("start")) {
                    quotes++;
                    agreed += path(clauses, quote.path("start").asInt())
                                    .equals(quote.path("path").asString())
                            ? 1
                            : 0;
                }
            }
        }
    }

    /** What stands before the first clause belongs to none; the gold has no name for it. */
    private static String path(List<Clause> clauses, int offset) {
        return clauses.stream()
                .filter(clause -> clause.span().start() <= offset
                        && offset < clause.span().end())
                .findFirst()
                .map(clause ->
                        clause.kind() == ClauseKind.PREAMBLE && clause.path().equals("Preamble") ? "" : clause.path())
                .orElse("-");
    }
}
