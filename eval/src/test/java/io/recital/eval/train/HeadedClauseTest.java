package io.recital.eval.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.evidence.Span;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadedClauseTest {
    private static final String FILE = "Northwind Inc_Supply.txt";
    private static final String BODY =
            "The Supplier replaces every pallet that arrives broken within ten days of notice and"
                    + " bears the cost of its return to the yard.";

    private static Clause clause(@Nullable String heading, String text) {
        return new Clause(
                UUID.randomUUID(),
                0,
                ClauseKind.CLAUSE,
                "7",
                null,
                heading,
                List.of(),
                new Span(0, Math.max(1, text.length())),
                text,
                List.of(),
                "en");
    }

    private static List<HeadedClause> of(Clause clause, Clause... under) {
        return HeadedClause.of(FILE, clause, List.of(under)).stream().toList();
    }

    @Test
    void theBodyHoldsNeitherNumberNorHeading() {
        assertThat(of(clause("Broken  Pallets.", "7.  Broken  Pallets. — " + BODY)))
                .containsExactly(new HeadedClause("northwind", "Broken Pallets", BODY));
    }

    @Test
    void aShortClauseIsReadOnIntoTheClausesUnderIt() {
        assertThat(of(clause("Remedies", "7. Remedies"), clause(null, "(a) " + BODY)))
                .extracting(HeadedClause::body)
                .containsExactly("(a) " + BODY);
    }

    @Test
    void onlyTheFirstNinetyWordsAreRead() {
        assertThat(of(clause("Remedies", "Remedies. " + (BODY + " ").repeat(20))))
                .singleElement()
                .satisfies(pair -> assertThat(pair.body().split(" ")).hasSize(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Miscellaneous", "DEFINITIONS", "7.2", "§"})
    void headingsThatSayNothingTeachNothing(String heading) {
        assertThat(of(clause(heading, heading + " " + BODY))).isEmpty();
    }

    @Test
    void tooLittleOrNoWordingTeachesNothing() {
        assertThat(of(clause("Remedies", "7. Remedies. None are given."))).isEmpty();
        assertThat(of(clause("Prices", "Prices " + "12.50 30.00 7.15 ".repeat(12))))
                .isEmpty();
        assertThat(of(clause(null, BODY))).isEmpty();
    }
}
