package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.fact.Period;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.QuestionScope;
import io.recital.retrieval.plan.Understanding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AskedOutcomesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final UUID CONTRACT = UUID.randomUUID();

    private final LedgerEntry twice = entry(
            "duplicate-invoice",
            LeakageClass.RECOVERABLE_OVERPAYMENT,
            "Invoice 88 charges again what had been invoiced before",
            YearMonth.of(2026, 2),
            "The Hirer pays for each hoist once.");
    private final LedgerEntry crane = entry(
            "rate",
            LeakageClass.RECOVERABLE_OVERPAYMENT,
            "The crane was charged at 95.00, agreed is 90.00",
            YearMonth.of(2026, 3),
            "Crane: 90.00 a day.");
    private final LedgerEntry uptime = entry(
            "service-credit",
            LeakageClass.UNCLAIMED_ENTITLEMENT,
            "The credit for uptime has not been claimed",
            YearMonth.of(2026, 4),
            "If uptime falls below 98 % the Hirer may claim 5 % of the month's hire.");
    private final Breach report = new Breach(
            "obligation",
            "The inspection report came late",
            Period.of(YearMonth.of(2026, 5)),
            List.of(finding("Inspection reports are due on the fifth of each month.")),
            List.of());
    private final List<Outcome> all = List.of(twice, crane, uptime, report);

    private static Finding finding(String quote) {
        UUID document = UUID.randomUUID();
        return new Finding(
                UUID.randomUUID(),
                CONTRACT,
                document,
                null,
                new ClauseLabel("Payment"),
                List.of(new Citation(
                        CONTRACT,
                        document,
                        "hire.txt",
                        "4",
                        null,
                        new Span(0, quote.length()),
                        quote,
                        Sha256.of(quote),
                        CitationRole.CLAUSE)),
                1,
                new Provenance("rules", "1"),
                false,
                ReviewStatus.ACCEPTED);
    }

    private static LedgerEntry entry(String check, LeakageClass leakage, String title, YearMonth month, String quote) {
        return new LedgerEntry(
                check,
                leakage,
                title,
                Period.of(month),
                Money.parse("GBP 5.00"),
                List.of(finding(quote)),
                List.of(),
                List.of(new Derivation(
                        Derivation.Operation.SUM, List.of(new Derivation.Input("too much", "5.00", null)), "GBP 5.00")),
                null,
                1);
    }

    private static List<Outcome> asked(String question, List<Outcome> outcomes) {
        return new AskedOutcomes(new Understanding(
                        question,
                        question,
                        question,
                        Plan.Kind.PERFORMANCE,
                        QuestionScope.EVERYWHERE,
                        Set.of(),
                        List.of(),
                        Set.of(),
                        "",
                        List.of(),
                        TODAY,
                        false))
                .among(outcomes);
    }

    @Test
    void aSortOfMoneyWithoutASubjectBringsAllOfIt() {
        assertThat(asked("Did they overcharge us?", all)).containsExactly(twice, crane);
    }

    @Test
    void aSubjectBringsWhatIsAboutIt() {
        assertThat(asked("Was the crane charged too high?", all)).containsExactly(crane);
        assertThat(asked("Did the inspection report arrive late?", all)).containsExactly(report);
    }

    @Test
    void whatPeopleCallAMatterLeadsToItsCheck() {
        assertThat(asked("Did they bill us the same work twice?", all)).containsExactly(twice);
    }

    @Test
    void whereNothingOfTheSortIsFoundNothingElseIsSaid() {
        assertThat(asked("What did they overcharge us?", List.of(uptime, report)))
                .isEmpty();
    }

    @Test
    void aMonthLeavesOutOtherMonths() {
        assertThat(asked("What credit for uptime can we claim for April 2026?", all))
                .containsExactly(uptime);
        assertThat(asked("What credit for uptime can we claim for May 2026?", all))
                .doesNotContain(uptime);
    }

    @Test
    void whatTheLedgerSaysNothingOfBringsNothing() {
        assertThat(asked("Were the gardeners paid twice?", List.of(uptime, report)))
                .isEmpty();
        assertThat(asked("Did they overcharge us?", List.of())).isEmpty();
    }
}
