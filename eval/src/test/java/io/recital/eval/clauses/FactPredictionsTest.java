package io.recital.eval.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.fact.FactExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactPredictionsTest {
    private static final String FILE = "aldermills_2019.txt";
    private static final String TEXT = """
            SUPPLY AGREEMENT

            dated March 4, 2019

            Alder Mills, Inc. and Birch Paper Ltd.

            This Supply Agreement is made as of March 4, 2019 (the "Effective Date") between Alder Mills, Inc., a Delaware
            corporation ("Supplier"), and Birch Paper Ltd., an English company ("Buyer").

            1. Term. This Agreement shall commence on the Effective Date and continue until March 3, 2022.

            2. Supply. Supplier shall supply pulp to Buyer.
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve(FILE), TEXT);
    }

    @Test
    void marksEachFactWhereItsWordsStandFirst() {
        Map<String, List<String>> words = predictions(List.of()).stream()
                .filter(found -> found.score() >= FactPredictions.STATED)
                .collect(Collectors.groupingBy(
                        PredictedSpan::label,
                        Collectors.mapping(found -> TEXT.substring(found.start(), found.end()), Collectors.toList())));
        assertThat(words.get("Parties"))
                .containsExactlyInAnyOrder("Alder Mills, Inc.", "Supplier", "Birch Paper Ltd.", "Buyer");
        assertThat(words.get("Document Name")).singleElement().asString().isEqualToIgnoringCase("Supply Agreement");
        assertThat(words.get("Agreement Date")).containsExactly("March 4, 2019");
        assertThat(words.get("Expiration Date")).singleElement().asString().endsWith("until March 3, 2022.");
        assertThat(predictions(List.of()))
                .filteredOn(found -> found.label().equals("Agreement Date"))
                .extracting(PredictedSpan::start)
                .contains(TEXT.indexOf("March 4, 2019"));
    }

    @Test
    void takesThePlaceOfTheClassifierForFactsOnly() {
        PredictedSpan party = new PredictedSpan(FILE, "Parties", 0, 16, 0.99);
        PredictedSpan clause = new PredictedSpan(FILE, "Exclusivity", 0, 16, 0.3);
        assertThat(predictions(List.of(party, clause))).contains(clause).doesNotContain(party);
    }

    private List<PredictedSpan> predictions(List<PredictedSpan> classified) {
        return FactPredictions.replacedIn(classified, new FactExtractor(), new CuadReadings(folder), Set.of(FILE));
    }
}
