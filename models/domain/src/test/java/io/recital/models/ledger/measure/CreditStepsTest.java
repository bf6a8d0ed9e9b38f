package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.Recomputation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditStepsTest {
    private static final String STEP =
            "If fewer are served, the Kitchen Fee for that month abates by one per cent (1%) for each full half (0.5) of a percentage point of the shortfall, at most 5% of that Kitchen Fee.";

    private static Finding meals(String... more) {
        String[] words = new String[more.length + 1];
        words[0] = STEP;
        System.arraycopy(more, 0, words, 1, more.length);
        return new MeasureInWords("Meals served hot", "98.0")
                .step(percent("1"), "0.5")
                .cap(percent("5"))
                .words(words)
                .in("AG-7");
    }

    private static YearOfFacts kitchen(String good, String all) {
        return new YearOfFacts("AG-7", Direction.RECEIVED)
                .invoiced("KIT", "Kitchen fee 03/2025", "2025-03", "8000.30")
                .invoiced("VEND", "Vending machines 03/2025", "2025-03", "900.00")
                .measured("Meals served hot pct.", "2025-03", good, all, "2025-04-02");
    }

    private static List<Outcome> check(YearOfFacts facts, Finding... findings) {
        return new ServiceCreditCheck()
                .run(new Dossier(
                        new FamilyInWords(TenantRole.BUYER)
                                .with("AG-7", "agreement", "2025-01-01", findings)
                                .build(),
                        facts.build(),
                        LocalDate.parse("2025-05-01")));
    }

    /** Meals served hot of a thousand, and what is due of EUR 8000.30. */
    @ParameterizedTest
    @CsvSource({"980, ", "976, ", "975, 80.00", "964, 240.01", "955, 400.02", "900, 400.02"})
    void abatesTheFeeThatTheWordsName(String good, String due) {
        List<Outcome> outcomes = check(kitchen(good, "1000"), meals());
        if (due == null) {
            assertThat(outcomes).isEmpty();
        } else {
            assertThat(outcomes).singleElement().satisfies(outcome -> {
                LedgerEntry entry = (LedgerEntry) outcome;
                assertThat(entry.amount().getAmount()).isEqualByComparingTo(due);
                assertThat(entry.workings()).allMatch(Recomputation::holds);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, false", "834, false", "833, true", "500, true"})
    void isNotDueWhereFarMoreCameThanWasForecast(String forecast, boolean relieved) {
        Finding relief = FamilyInWords.finding(
                "AG-7",
                new Obligation(
                        Modality.RIGHT,
                        new PartyReference("Contractor", null),
                        null,
                        "owe no abatement",
                        null,
                        null,
                        null),
                "No abatement is due for a month in which more than one hundred and twenty per cent (120%) of the meals forecast were ordered.");
        YearOfFacts facts = kitchen("964", "1000").reported("Meals forecast", "2025-03", forecast, "2025-04-02");
        assertThat(check(facts, meals(), relief)).hasSize(relieved ? 0 : 1);
        assertThat(check(kitchen("964", "1000"), meals(), relief))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }
}
