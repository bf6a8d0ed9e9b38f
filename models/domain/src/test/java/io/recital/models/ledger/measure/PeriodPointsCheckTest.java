package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodPointsCheckTest {
    private static TypedValue points(String number) {
        return new TypedValue.Quantity(new BigDecimal(number), "points");
    }

    private static Finding lifts() {
        return new MeasureInWords("Lifts in service", "95")
                .kpi()
                .credit("90", "95", points("4"))
                .credit(null, "90", points("9"))
                .words("4 points below 95%, 9 points below 90%")
                .in("EST-1");
    }

    private static Finding complaints() {
        return new MeasureInWords("Complaints", "3")
                .kpi()
                .atMost()
                .credit("3.01", null, points("2"))
                .words(
                        "not more than 3",
                        "2 for each complaint above 3",
                        "A miss in the third month running scores double.")
                .in("EST-1");
    }

    private static Finding reduction(String action, String trigger) {
        return FamilyInWords.finding(
                "EST-1",
                new Obligation(
                        Modality.DUTY, new PartyReference("Contractor", null), null, action, trigger, null, null),
                "The points of a month reduce the Monthly Estate Fee as follows:",
                action,
                trigger);
    }

    private static List<Outcome> check(YearOfFacts facts, String low, String high) {
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "EST-1",
                        "agreement",
                        "2025-01-01",
                        lifts(),
                        complaints(),
                        reduction("reduce the Monthly Estate Fee by 1%", low),
                        reduction("reduce the Monthly Estate Fee by 3%", high));
        return InvoicesInWords.verified(
                new PeriodPointsCheck().run(new Dossier(family.build(), facts.build(), LocalDate.parse("2025-08-30"))));
    }

    private static YearOfFacts june(String lifts, String complaints) {
        return new YearOfFacts("EST-1", Direction.RECEIVED)
                .measured("Lifts in service", "2025-06", lifts, "100", "2025-07-04")
                .reported("Complaints", "2025-06", complaints, "2025-07-04")
                .invoiced("EST", "Monthly Estate Fee June", "2025-06", "2000.00")
                .invoiced("PORT", "Porter, June", "2025-06", "700.00");
    }

    /** 1 % from 5 points on, 3 % from 10 points on, of GBP 2,000.00; in three wordings of the same bands. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "95, 3, met", // both exactly on target
        "94, 3, breaches 1", // 4 points are below the first band
        "94, 4, 20.00", // 6
        "94, 6, 60.00", // 4 + 3 × 2 = 10: the last number of a band belongs to the next
        "89, 3, 20.00", // 9
        "89, 4, 60.00", // 11
    })
    void addsThePointsOfAMonth(String lifts, String complaints, String expected) {
        for (List<String> bands : List.of(
                List.of("5 to 9 points in the month", "10 or more points in the month"),
                List.of("at least 5 but fewer than 10 points", "points reach 10"),
                List.of("5 - 9 points", "more than 9 points"))) {
            List<Outcome> outcomes = check(june(lifts, complaints), bands.get(0), bands.get(1));
            String found = outcomes.isEmpty()
                    ? "met"
                    : outcomes.get(0) instanceof LedgerEntry entry
                            ? entry.amount().getAmount().toPlainString()
                            : "breaches "
                                    + outcomes.stream()
                                            .filter(Breach.class::isInstance)
                                            .count();
            assertThat(found).as(bands.toString()).isEqualTo(expected);
        }
    }

    @Test
    void doublesInTheThirdMonthRunning() {
        YearOfFacts facts = june("95", "6")
                .reported("Complaints", "2025-04", "4", "2025-05-04")
                .reported("Complaints", "2025-05", "4", "2025-06-04");

        assertThat(check(facts, "5 to 9 points", "10 or more points"))
                .filteredOn(LedgerEntry.class::isInstance)
                .singleElement()
                .satisfies(entry ->
                        assertThat(((LedgerEntry) entry).amount().toString()).isEqualTo("GBP 60.00"));
    }

    @Test
    void takesOffWhatWasDeductedAndSaysWhatIsMissing() {
        assertThat(check(
                        june("89", "4").credited("Abatement for June 2025", "2025-06", "2025-07-20", "60.00"),
                        "5 to 9 points",
                        "10 or more points"))
                .isEmpty();
        YearOfFacts withoutInvoice = new YearOfFacts("EST-1", Direction.RECEIVED)
                .measured("Lifts in service", "2025-06", "89", "100", "2025-07-04");
        assertThat(check(withoutInvoice, "5 to 9 points", "10 or more points"))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }

    @Test
    void leavesPointsOfALongerTimeToTheirOwnCheck() {
        assertThat(check(june("89", "4"), "5 to 9 points in three successive months", "20 points in a contract year"))
                .hasOnlyElementsOfType(Breach.class);
    }

    /** Lifts at 92 % (4 points) and 6 complaints (6 points): ten points of June, at a fee of 2,000.00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            For each Failure Point above 6 in a calendar month the Monthly Estate Fee is reduced by £95.00, but by no more than 6% of it. | GBP 120.00
            For each Failure Point above 6 in a calendar month the Monthly Estate Fee is reduced by £20.00, but by no more than 6% of it. | GBP 80.00
            £12.50 is deducted for every penalty point.                                                          | GBP 125.00
            Each point beyond ten costs the Contractor £50.                                                      | -
            The Monthly Estate Fee is reduced by 0.5% for each service point in excess of four, at most 2%.      | GBP 40.00
            Per point exceeding 3, 0.25% of the Monthly Estate Fee is credited.                                  | GBP 35.00
            """)
    void countsThePointsBeyondThoseThatAreFree(String words, @org.jspecify.annotations.Nullable String owed) {
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER)
                .with("EST-1", "agreement", "2025-01-01", lifts(), complaints(), reduction(words, words));
        List<Outcome> outcomes = InvoicesInWords.verified(new PeriodPointsCheck()
                .run(new Dossier(family.build(), june("92", "6").build(), LocalDate.parse("2025-08-30"))));

        assertThat(outcomes.stream()
                        .map(outcome -> outcome instanceof LedgerEntry entry
                                ? entry.amount().toString()
                                : outcome.toString())
                        .toList())
                .isEqualTo(owed == null ? List.of() : List.of(owed));
    }
}
