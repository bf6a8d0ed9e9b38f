package io.recital.retrieval.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.fact.Claim;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.governance.Governance;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.report.Standing;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.QuestionScope;
import io.recital.retrieval.plan.Understanding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final UUID CONTRACT = UUID.randomUUID();
    private static final VendorReference HIRER = new VendorReference("H1", "Harbour Hoists Ltd");

    private final LedgerEntry twice = entry(
            "duplicate-invoice",
            LeakageClass.RECOVERABLE_OVERPAYMENT,
            "Invoice HH-88 charges again what had been invoiced before",
            YearMonth.of(2026, 2),
            "The Hirer pays for each hoist once.",
            null);
    private final LedgerEntry crane = entry(
            "rate",
            LeakageClass.RECOVERABLE_OVERPAYMENT,
            "The crane was charged at 95.00, agreed is 90.00",
            YearMonth.of(2026, 3),
            "Crane: 90.00 a day.",
            null);
    private final LedgerEntry lost = entry(
            "service-credit",
            LeakageClass.UNCLAIMED_ENTITLEMENT,
            "The credit for “Lift availability” has not been claimed",
            YearMonth.of(2026, 1),
            "If availability falls below 98 % the Hirer may claim 5 % of the month's hire.",
            LocalDate.of(2026, 4, 30));
    private final Breach report = new Breach(
            "obligation",
            "The inspection report came late",
            Period.of(YearMonth.of(2026, 5)),
            List.of(finding(new ClauseLabel("Reports"), "Inspection reports are due on the fifth of each month.")),
            List.of());

    private static Finding finding(FindingContent content, String quote) {
        return new Finding(
                UUID.randomUUID(),
                CONTRACT,
                CONTRACT,
                null,
                content,
                List.of(new Citation(
                        CONTRACT,
                        CONTRACT,
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

    private static LedgerEntry entry(
            String check, LeakageClass leakage, String title, YearMonth month, String quote, LocalDate until) {
        return new LedgerEntry(
                check,
                leakage,
                title,
                Period.of(month),
                Money.parse("GBP 5.00"),
                List.of(finding(new ClauseLabel("Payment"), quote)),
                List.of(),
                List.of(new Derivation(
                        Derivation.Operation.SUM, List.of(new Derivation.Input("too much", "5.00", null)), "GBP 5.00")),
                until,
                1);
    }

    private static Measurement measured(int month, String value, String note) {
        YearMonth of = YearMonth.of(2026, month);
        return new Measurement(
                "M-" + month,
                HIRER,
                "HIRE-1",
                "Lift availability",
                Period.of(of),
                null,
                null,
                "%",
                new BigDecimal(value),
                of.atEndOfMonth().plusDays(4),
                note);
    }

    private static InvoiceLine line(String number, LocalDate date, LocalDate paid) {
        return new InvoiceLine(
                "row-" + number,
                number,
                1,
                Direction.RECEIVED,
                HIRER,
                date,
                date,
                null,
                paid,
                new BigDecimal("120.00"),
                "HIRE-1",
                "",
                "Hire of a hoist",
                "",
                BigDecimal.ONE,
                "month",
                new BigDecimal("100.00"),
                new BigDecimal("100.00"),
                new BigDecimal("20"),
                new BigDecimal("20.00"),
                CurrencyUnit.GBP,
                null);
    }

    private final List<PerformanceFact> facts = new ArrayList<>(List.of(
            measured(1, "97.10", ""),
            measured(2, "98.00", ""),
            measured(3, "98.40", "two days of storm left out"),
            measured(4, "96.50", ""),
            line("HH-90", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 30)),
            line("HH-91", LocalDate.of(2026, 4, 2), LocalDate.of(2026, 5, 20)),
            new Claim(
                    "C-1",
                    HIRER,
                    "HIRE-1",
                    "Broken winch of February 2026",
                    Period.of(YearMonth.of(2026, 2)),
                    LocalDate.of(2026, 3, 3),
                    new BigDecimal("44.00"),
                    CurrencyUnit.GBP,
                    "rejected")));

    private List<String> asked(String question) {
        return asked(question, List.of(twice, crane, lost, report));
    }

    private List<String> asked(String question, List<Outcome> outcomes) {
        Finding availability = finding(
                new PerformanceMeasure(
                        "Lift availability",
                        PerformanceMeasure.Term.SERVICE_LEVEL,
                        null,
                        PerformanceMeasure.Comparison.AT_LEAST,
                        new BigDecimal("98"),
                        "%",
                        new TimeSpan(1, TimeSpan.Unit.MONTHS),
                        List.of(),
                        null,
                        null,
                        null),
                "Lift availability is at least 98 % in each month.");
        Finding term = finding(
                new CommercialLever(
                        LeverType.PAYMENT_TERM,
                        List.of(new LeverParameter(
                                Name.PERIOD, new TypedValue.Length(new TimeSpan(30, TimeSpan.Unit.DAYS))))),
                "Invoices are payable within 30 days of receipt.");
        FamilyMember member = new FamilyMember(
                new Contract(
                        CONTRACT,
                        "Hire of hoists",
                        TenantRole.BUYER,
                        CONTRACT,
                        null,
                        Map.of(),
                        Map.of(),
                        Instant.EPOCH),
                Set.of("HIRE-1"),
                List.of(availability, term));
        ContractFamily family = new ContractFamily(
                new Counterparty(UUID.randomUUID(), "Harbour Hoists Ltd", List.of(), null), List.of(member), List.of());
        Standing standing = new Standing(new Dossier(family, Facts.of(facts), TODAY), new Ledger(outcomes));
        Understanding understood = new Understanding(
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
                false);
        return new Tellings()
                .of(understood, List.of(standing), Governance.NONE).stream()
                        .map(telling -> telling.wordings().get(0))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Was the lift availability met in February 2026?|98.00 %, exactly the target, which is met",
                "Did they miss the lift availability in April 2026?|96.50 %, missed (target ≥ 98 %)",
                "How was lift availability in March 2026?|two days of storm left out",
                "How often was lift availability missed since January 2026?|missed in 2 of 4 periods",
                "In which month was lift availability at its worst?|April 2026: 96.50 %",
                "Did they overcharge us?|GBP 5.00, recoverable overpayment",
                "Was the crane charged too high?|The crane was charged at 95.00",
                "Did they bill us the same work twice?|charges again",
                "Did the inspection report arrive late?|The inspection report came late",
                "What became of the claim for the broken winch?|GBP 44.00 was claimed on 2026-03-03; its status is “rejected”",
                "Is invoice HH-90 right?|no check finds anything wrong with it; it was to be paid by 2026-04-01 and was paid on 2026-03-30, in time",
                "Was HH-91 paid on time?|was paid on 2026-05-20, late",
                "How late do we pay them?|1 of 2 invoices that were paid was late: HH-91",
                "Which supplier costs us the most?|Harbour Hoists Ltd invoiced GBP 200.00 net",
                "Why is their score so low?|measures 2 of 4",
                "Can we still claim the credit for January 2026?|it could be claimed until 2026-04-30 and is lost"
            })
    void tellsWhatIsAskedFor(String question, String said) {
        assertThat(asked(question)).isNotEmpty();
        assertThat(String.join("\n", asked(question))).contains(said);
    }

    @Test
    void whereNothingOfTheSortIsFoundNothingElseIsSaid() {
        assertThat(asked("What did they overcharge us?", List.of(report))).isEmpty();
    }

    @Test
    void anotherMonthIsNotToldInItsPlace() {
        assertThat(asked("Was the lift availability met in June 2025?")).isEmpty();
    }

    @Test
    void whatNobodyMeasuresBringsNothing() {
        assertThat(asked("How much diesel did the tugboats burn in May 2026?")).isEmpty();
        assertThat(asked("Were the gardeners paid twice?", List.of(report))).isEmpty();
    }
}
