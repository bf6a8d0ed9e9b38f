package io.recital.models.ledger.milestone;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestoneChecksTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final VendorReference VENDOR = new VendorReference("7", "OTHER SIDE");
    private final List<PerformanceFact> facts = new ArrayList<>();

    private static LeverParameter parameter(Name name, TypedValue value) {
        return new LeverParameter(name, value);
    }

    private static TypedValue percent(String value) {
        return new TypedValue.Percent(new BigDecimal(value));
    }

    private static Finding pilot(String contract, @Nullable String due) {
        return finding(
                contract,
                new Milestone(
                        "Pilot line in Ghent",
                        due == null ? null : new Deadline.OnDate(LocalDate.parse(due)),
                        new TypedValue.Amount(BigMoney.parse("EUR 33333.33")),
                        null,
                        "P2"),
                "Pilot line in Ghent",
                "P2",
                "EUR 33,333.33");
    }

    private static Finding damages(String quote) {
        return finding(
                "WO-1",
                new CommercialLever(
                        LeverType.LIQUIDATED_DAMAGES,
                        List.of(
                                parameter(Name.RATE, percent("1.5")),
                                parameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.WEEKS))),
                                parameter(Name.CAP, percent("6")),
                                parameter(Name.BASE, new TypedValue.Text("milestone payment")))),
                quote);
    }

    private static Finding duty(Modality modality, String action, @Nullable Deadline deadline, String quote) {
        return finding(
                "WO-1",
                new Obligation(modality, new PartyReference("Supplier", null), null, action, null, deadline, null),
                quote);
    }

    private MilestoneChecksTest event(String name, String subject, String date) {
        facts.add(new ContractEvent(
                "E" + facts.size(), VENDOR, "WO-1", name, subject, LocalDate.parse(date), null, "", ""));
        return this;
    }

    private MilestoneChecksTest invoice(String date, String net, @Nullable String paid) {
        BigDecimal amount = new BigDecimal(net);
        facts.add(new InvoiceLine(
                "I" + facts.size(),
                "INV-" + facts.size(),
                1,
                Direction.RECEIVED,
                VENDOR,
                LocalDate.parse(date),
                null,
                null,
                paid == null ? null : LocalDate.parse(paid),
                paid == null ? null : amount,
                "WO-1",
                "",
                "Milestone P2: Pilot line",
                "MS",
                BigDecimal.ONE,
                "piece",
                amount,
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.EUR,
                null));
        return this;
    }

    private List<Outcome> run(Check check, FamilyInWords family) {
        return check.run(new Dossier(family.build(), Facts.of(facts), AS_OF));
    }

    private static FamilyInWords order(Finding... findings) {
        return new FamilyInWords(TenantRole.BUYER).with("WO-1", "work order", "2025-01-01", findings);
    }

    private static List<String> amounts(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(outcome -> ((LedgerEntry) outcome).amount().toString())
                .toList();
    }

    /** Delivered on a day after 2 March 2026, at 1.5 % of 33,333.33 a full week and 6 % at most. */
    @ParameterizedTest
    @CsvSource(nullValues = "nothing", textBlock = """
            2026-03-02, nothing
            2026-03-08, nothing
            2026-03-09, EUR 500.00
            2026-03-16, EUR 1000.00
            2026-03-30, EUR 2000.00
            2026-06-01, EUR 2000.00
            """)
    void damagesAreForFullWeeksUpToTheCap(String delivered, @Nullable String amount) {
        event("milestone-delivered", "Milestone P2", delivered);

        assertThat(
                        amounts(
                                run(
                                        new DelayDamagesCheck(),
                                        order(
                                                pilot("WO-1", "2026-03-02"),
                                                damages(
                                                        "If a milestone is delivered late, 1.5% of the milestone payment for each full week")))))
                .isEqualTo(amount == null ? List.of() : List.of(amount));
    }

    @Test
    void aWeekThatHasBegunCountsWhereTheContractSaysSo() {
        event("milestone-delivered", "Milestone P2", "2026-03-03");

        assertThat(amounts(run(
                        new DelayDamagesCheck(),
                        order(
                                pilot("WO-1", "2026-03-02"),
                                damages("If a milestone is delivered late, 1.5% for each week or part thereof")))))
                .containsExactly("EUR 500.00");
    }

    @Test
    void aChangeMovesTheDueDate() {
        event("milestone-delivered", "Milestone P2", "2026-03-30");
        FamilyInWords family = order(
                        pilot("WO-1", "2026-03-02"), damages("If a milestone is delivered late, for each full week"))
                .with("CN-1", "change note", "2026-02-01", pilot("CN-1", "2026-03-23"))
                .related("CN-1", RelationKind.AMENDS, "WO-1");

        assertThat(amounts(run(new DelayDamagesCheck(), family))).containsExactly("EUR 500.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-03-02 | Milestone P2 was due on 2026-03-02 and came on 2026-03-02: no delay damages are due:
            2026-03-23 | Milestone P2 was due on 2026-03-02 and came on 2026-03-23: no delay damages are due: what it depended on came 21 days late, which moves the due date to 2026-03-23
            2026-03-29 | Milestone P2 was due on 2026-03-02 and came on 2026-03-29: no delay damages are due: the delay is less than a full period that damages are due for
            2026-03-30 | -
            """)
    void saysWhyNothingIsOwedForAMilestone(String delivered, @Nullable String said) {
        event("dependency-due", "Keys of the hall", "2026-02-02")
                .event("dependency-provided", "Keys of the hall", "2026-02-23")
                .event("notice-received", "Missing keys of the hall: effect on milestone P2", "2026-02-04")
                .event("milestone-delivered", "Milestone P2", delivered);
        FamilyInWords family =
                order(pilot("WO-1", "2026-03-02"), damages("If a milestone is delivered late, for each full week"));

        assertThat(
                        InvoicesInWords.inOrder(
                                        new DelayDamagesCheck(), new Dossier(family.build(), Facts.of(facts), AS_OF))
                                .stream()
                                .map(String::strip)
                                .toList())
                .isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void whatTheTenantProvidedLateMovesTheDueDateOfTheMilestoneThatANoticeNames() {
        event("dependency-due", "Keys of the hall", "2026-02-02")
                .event("dependency-provided", "Keys of the hall", "2026-02-23")
                .event("notice-received", "Missing keys of the hall: effect on milestone P2", "2026-02-04")
                .event("milestone-delivered", "Milestone P2", "2026-03-30");
        FamilyInWords family =
                order(pilot("WO-1", "2026-03-02"), damages("If a milestone is delivered late, for each full week"));

        assertThat(amounts(run(new DelayDamagesCheck(), family))).containsExactly("EUR 500.00");
    }

    @Test
    void whereNobodyCanTellWhatALateInputHeldUpNothingIsClaimed() {
        event("dependency-due", "Keys of the hall", "2026-02-02")
                .event("dependency-provided", "Keys of the hall", "2026-02-23")
                .event("milestone-delivered", "Milestone P2", "2026-03-30");
        List<Outcome> outcomes = run(
                new DelayDamagesCheck(),
                order(pilot("WO-1", "2026-03-02"), damages("If a milestone is delivered late, for each full week")));

        assertThat(outcomes).singleElement().isInstanceOf(NotCheckable.class);
    }

    @Test
    void whatTheInvoiceIsShortOfIsDeductedAlready() {
        event("milestone-delivered", "Milestone P2", "2026-03-16").invoice("2026-03-20", "32333.33", "2026-04-20");

        assertThat(amounts(run(
                        new DelayDamagesCheck(),
                        order(
                                pilot("WO-1", "2026-03-02"),
                                damages("If a milestone is delivered late, for each full week")))))
                .isEmpty();
    }

    private static Finding acceptedFirst() {
        return duty(
                Modality.PROHIBITION,
                "invoice a milestone before acceptance",
                null,
                "The Supplier may invoice a milestone only after the Customer has accepted it.");
    }

    @Test
    void anInvoiceForWhatNobodyAcceptedIsNotDue() {
        event("accepted", "Milestone P1", "2026-01-10").invoice("2026-03-20", "33333.33", null);

        assertThat(amounts(run(new EarlyBillingCheck(), order(pilot("WO-1", "2026-03-02"), acceptedFirst()))))
                .containsExactly("EUR 33333.33");
    }

    @Test
    void whereNoAcceptanceIsEverRecordedItIsNotCheckable() {
        invoice("2026-03-20", "33333.33", null);

        assertThat(run(new EarlyBillingCheck(), order(pilot("WO-1", "2026-03-02"), acceptedFirst())))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }

    @Test
    void interestRunsFromPaymentToAcceptance() {
        event("milestone-accepted", "Milestone P2", "2026-04-30").invoice("2026-03-20", "33333.33", "2026-04-20");
        facts.add(new IndexValue(
                "X1", "ECB main rate", YearMonth.of(2026, 4), new BigDecimal("2.15"), LocalDate.of(2026, 4, 1)));
        Finding late = finding(
                "WO-1",
                new CommercialLever(
                        LeverType.LATE_PAYMENT_INTEREST,
                        List.of(
                                parameter(Name.RATE, percent("5")),
                                parameter(Name.INDEX, new TypedValue.Text("main rate of the ECB")))),
                "5% above the main rate of the ECB");
        Finding owed = duty(
                Modality.DUTY,
                "pay interest",
                null,
                "If a milestone is invoiced too early and paid, the Supplier pays interest until acceptance.");

        assertThat(amounts(
                        run(new EarlyBillingCheck(), order(pilot("WO-1", "2026-03-02"), acceptedFirst(), late, owed))))
                .containsExactly("EUR 65.30");
    }

    @Test
    void silenceIsAcceptanceOnlyAtTheEndOfTheTimeForReview() {
        Finding review = duty(
                Modality.DUTY,
                "accept the deliverable",
                new Deadline.After(new TimeSpan(10, TimeSpan.Unit.BUSINESS_DAYS), "delivery"),
                "Otherwise the Customer is taken to have accepted it ten Business Days after delivery.");
        event("accepted", "Milestone P1", "2026-01-10")
                .event("milestone-delivered", "Milestone P2", "2026-03-02")
                .invoice("2026-03-16", "33333.33", "2026-03-17");

        assertThat(run(new EarlyBillingCheck(), order(pilot("WO-1", "2026-03-02"), acceptedFirst(), review)))
                .isEmpty();
    }

    private static Finding[] withRetention() {
        return new Finding[] {
            pilot("WO-1", "2026-03-02"),
            duty(
                    Modality.DUTY,
                    "keep back 10% of each milestone payment",
                    null,
                    "The Customer shall keep back 10% of each milestone payment."),
            duty(
                    Modality.DUTY,
                    "release the retention",
                    new Deadline.After(new TimeSpan(14, TimeSpan.Unit.DAYS), "final acceptance"),
                    "The Customer shall release the retention within 14 days of final acceptance.")
        };
    }

    /** Final acceptance, what was invoiced, what is still owed on the last day of June. */
    @ParameterizedTest
    @CsvSource(nullValues = "nothing", textBlock = """
            2026-06-16, 30000.00, nothing
            2026-06-15, 30000.00, EUR 3333.33
            2026-06-15, 33333.33, nothing
            2026-06-15, 32000.00, EUR 1333.33
            """)
    void theRetentionIsOwedAfterTheTimeForItsRelease(String accepted, String invoiced, @Nullable String owed) {
        event("milestone-accepted", "Milestone P2", accepted).invoice("2026-06-17", invoiced, null);

        assertThat(amounts(run(new RetentionCheck(), order(withRetention()))))
                .isEqualTo(owed == null ? List.of() : List.of(owed));
    }

    /** Paid 10 days before acceptance. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If a milestone is invoiced and paid before it has been accepted, the Supplier allows simple interest of 6% a year on the net sum paid. | EUR 54.79
            For a milestone paid before acceptance 9% per annum is owed until it is accepted, as interest.                                       | EUR 82.19
            If a milestone is invoiced too early and paid, the Supplier pays interest until acceptance.                                          | EUR 45.66
            """)
    void interestOnEarlyPaymentIsAtTheRateThatItsSentenceStates(String words, String owed) {
        event("milestone-accepted", "Milestone P2", "2026-04-30").invoice("2026-03-20", "33333.33", "2026-04-20");
        Finding late = finding(
                "WO-1",
                new CommercialLever(LeverType.LATE_PAYMENT_INTEREST, List.of(parameter(Name.RATE, percent("5")))),
                "5% a year on late payments");

        assertThat(amounts(run(
                        new EarlyBillingCheck(),
                        order(
                                pilot("WO-1", "2026-03-02"),
                                acceptedFirst(),
                                late,
                                duty(Modality.DUTY, "pay interest", null, words)))))
                .containsExactly(owed);
    }

    /** What the contract says is kept back, and what was overpaid when all of 33,333.33 was paid before the end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            From each price the Client retains 5%.                                              | 33333.33 | EUR 1666.67
            The Customer shall keep back 10% of each milestone payment.                         | 33333.33 | EUR 3333.33
            10% of every invoice is withheld until final acceptance.                            | 33333.33 | EUR 3333.33
            The Customer may retain 10% of each milestone payment.                              | 33333.33 | -
            The Customer is entitled to withhold 10% of each milestone payment.                 | 33333.33 | -
            From each price the Client retains 5%.                                              | 31666.66 | -
            """)
    void whatShouldHaveBeenKeptBackIsOverpaid(String words, String invoiced, @Nullable String owed) {
        event("milestone-delivered", "Milestone P2", "2026-02-20").invoice("2026-03-20", invoiced, "2026-04-20");

        assertThat(amounts(run(
                        new RetentionCheck(),
                        order(pilot("WO-1", "2026-03-02"), duty(Modality.DUTY, "keep back a share", null, words)))))
                .isEqualTo(owed == null ? List.of() : List.of(owed));
    }

    /** How events tell of more time; P2 was due on 2 March and delivered on 30 March 2026, at EUR 500 a full week. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            extension-granted   | Milestone P2, new date 16 March 2026              | EUR 1000.00
            extension-agreed    | P2 extended to 23 March 2026                      | EUR 500.00
            date-change-agreed  | P2: revised date 2026-03-16                       | EUR 1000.00
            extension-granted   | P2: extension of 14 days                          | EUR 1000.00
            extension-requested | Milestone P2, new date 16 March 2026              | EUR 2000.00
            extension-refused   | Milestone P2, new date 16 March 2026, not granted | EUR 2000.00
            """)
    void anExtensionThatWasGrantedMovesTheDueDate(String event, String subject, String owed) {
        event(event, subject, "2026-02-20").event("milestone-delivered", "Milestone P2", "2026-03-30");

        assertThat(amounts(run(
                        new DelayDamagesCheck(),
                        order(
                                pilot("WO-1", "2026-03-02"),
                                damages("If a milestone is delivered late, for each full week")))))
                .containsExactly(owed);
    }
}
