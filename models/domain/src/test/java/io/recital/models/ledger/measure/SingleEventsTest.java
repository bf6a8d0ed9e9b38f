package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.Recomputation;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures of which each row reports one event: outages of a month, repairs. */
class SingleEventsTest {
    private static final TypedValue FORTY = new TypedValue.Amount(BigMoney.parse("GBP 40"));

    private static Finding measure(
            String name, String target, @Nullable TimeSpan window, CreditStep step, String... words) {
        return FamilyInWords.finding(
                "LIFT-1",
                new PerformanceMeasure(
                        name,
                        Term.SERVICE_LEVEL,
                        null,
                        Comparison.AT_MOST,
                        new BigDecimal(target),
                        "hours",
                        window,
                        List.of(),
                        null,
                        null,
                        null,
                        step),
                words);
    }

    private static Finding outages(String... words) {
        return measure(
                "Outage of the lift",
                "5",
                new TimeSpan(1, TimeSpan.Unit.MONTHS),
                new CreditStep(FORTY, BigDecimal.ONE, true),
                words);
    }

    private static Measurement row(String name, String from, String to, String hours, String note) {
        return new Measurement(
                "M-" + name + from + hours,
                new VendorReference("V1", "Other Side Ltd"),
                "LIFT-1",
                name,
                new Period(LocalDate.parse(from), LocalDate.parse(to)),
                null,
                null,
                "h",
                new BigDecimal(hours),
                LocalDate.parse(to).plusDays(2),
                note);
    }

    private static List<Outcome> check(Finding measure, Facts facts, String asOf) {
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("LIFT-1", "agreement", "2025-01-01", measure)
                .build();
        return new ServiceCreditCheck().run(new Dossier(family, facts, LocalDate.parse(asOf)));
    }

    private static Facts facts(PerformanceFact... rows) {
        return Facts.of(List.of(rows));
    }

    private static List<String> sums(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(entry -> ((LedgerEntry) entry).amount().toString())
                .toList();
    }

    /** Hours of two outages; each is rounded up to full hours, five are free, GBP 40 for each further one. */
    @ParameterizedTest
    @CsvSource({
        "1.2, 3.0, ''", // two and three are the five that are free
        "2.1, 2.2, GBP 40.00", // three and three
        "5.0, 0.1, GBP 40.00",
        "9.5, 4.0, GBP 360.00",
    })
    void addsUpTheOutagesOfAMonth(String one, String other, String sum) {
        List<Outcome> outcomes = check(
                outages("Each outage is rounded up to full hours.", "Five hours a month are free."),
                facts(
                        row("Lift outage", "2025-03-04", "2025-03-04", one, ""),
                        row("Lift outage", "2025-03-19", "2025-03-20", other, "")),
                "2025-04-30");

        assertThat(sums(outcomes)).isEqualTo(sum.isEmpty() ? List.of() : List.of(sum));
        outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .flatMap(entry -> ((LedgerEntry) entry).workings().stream())
                .forEach(step -> assertThat(Recomputation.holds(step))
                        .as(step.toString())
                        .isTrue());
    }

    @Test
    void leavesOutWhatTheOtherSideCaused() {
        assertThat(sums(check(
                        outages("Five hours a month are free."),
                        facts(
                                row("Lift outage", "2025-03-04", "2025-03-04", "4", ""),
                                row(
                                        "Lift outage",
                                        "2025-03-19",
                                        "2025-03-19",
                                        "30",
                                        "caused by the Customer's builders")),
                        "2025-04-30")))
                .isEmpty();
    }

    @Test
    void saysNothingOfAMonthThatIsNotOver() {
        assertThat(sums(check(
                        outages("Five hours a month are free."),
                        facts(row("Lift outage", "2025-03-04", "2025-03-04", "40", "")),
                        "2025-03-31")))
                .isEmpty();
    }

    private static Finding repairs(String... words) {
        return measure("repair the lift", "8", null, new CreditStep(percent("5"), BigDecimal.valueOf(4), false), words);
    }

    private static final String RENTAL =
            "The Customer receives 5% of the monthly rental of that circuit for each complete period of 4 hours beyond the 8 hours.";

    @ParameterizedTest
    @CsvSource({"11.9, ''", "12, GBP 50.00", "15.5, GBP 50.00", "8, ''", "20.25, GBP 150.00"})
    void holdsEachRepairAgainstTheFeeOfItsOwnLine(String hours, String sum) {
        List<PerformanceFact> all = new ArrayList<>(new YearOfFacts("LIFT-1", Direction.RECEIVED)
                .invoiced("LN-01", "LN-01 rental", "2025-03", "1000.00")
                .invoiced("LN-02", "LN-02 rental", "2025-03", "300.00")
                .build()
                .invoiceLines());
        all.add(row("Fault 88 LN-01: hours to repair", "2025-03-04", "2025-03-05", hours, ""));

        assertThat(sums(check(repairs(RENTAL), Facts.of(all), "2025-04-30")))
                .isEqualTo(sum.isEmpty() ? List.of() : List.of(sum));
    }

    @Test
    void leavesOpenWhatANotedCauseMayExcuse() {
        List<PerformanceFact> all = new ArrayList<>(new YearOfFacts("LIFT-1", Direction.RECEIVED)
                .invoiced("LN-01", "LN-01 rental", "2025-03", "1000.00", CurrencyUnit.of("GBP"))
                .build()
                .invoiceLines());
        all.add(row("Fault 88 LN-01: hours to repair", "2025-03-04", "2025-03-05", "40", "Gate locked overnight"));

        assertThat(check(
                        repairs(RENTAL, "Time in which a locked gate keeps the fitter out does not count."),
                        Facts.of(all),
                        "2025-04-30"))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }
}
