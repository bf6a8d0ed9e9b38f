package io.recital.models.ledger.duty;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.duty.Evidence;
import io.recital.models.duty.OccurrenceBook;
import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.duty.OccurrenceRecord;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Facts;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObligationCheckTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final TimeSpan MONTH = new TimeSpan(1, TimeSpan.Unit.MONTHS);
    private static final TimeSpan YEAR = new TimeSpan(1, TimeSpan.Unit.YEARS);

    private final List<ContractEvent> events = new ArrayList<>();

    private static Finding duty(String action, @Nullable Deadline deadline, String quote) {
        return finding(
                "DP-9",
                new Obligation(
                        Modality.DUTY,
                        new PartyReference("Supplier", "Other Side Ltd"),
                        null,
                        action,
                        null,
                        deadline,
                        null),
                quote);
    }

    private ObligationCheckTest event(String name, String subject, String date) {
        events.add(new ContractEvent(
                "E" + events.size(),
                new VendorReference("7", "OTHER SIDE"),
                "DP-9",
                name,
                subject,
                LocalDate.parse(date),
                null,
                "",
                ""));
        return this;
    }

    private Dossier dossier(Finding... duties) {
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("DP-9", "supply agreement", "2025-07-01", duties)
                .build();
        return new Dossier(family, Facts.of(events), AS_OF);
    }

    private List<Outcome> check(Finding... duties) {
        return new ObligationCheck().run(dossier(duties));
    }

    private static List<String> breaches(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Breach.class::isInstance)
                .map(Outcome::title)
                .map(title -> title.substring(title.indexOf("due on")))
                .toList();
    }

    /** The place of business days, the day on which a report of the month of May came, what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            a day other than a bank holiday in England  | 2026-06-04 | nothing
            a day other than a bank holiday in England  | 2026-06-05 | nothing
            a day other than a bank holiday in England  | 2026-06-08 | due on 2026-06-05, came 3 days late
            a day other than a public holiday in Ireland| 2026-06-08 | nothing
            a day other than a public holiday in Ireland| 2026-06-09 | due on 2026-06-08, came 1 days late
            nothing                                     | 2026-06-08 | nothing
            nothing                                     | 2026-06-09 | nothing
            nothing                                     | 2026-06-10 | due on 2026-06-05, came 5 days late
            """)
    void aMonthlyReportIsLateAfterItsLastDay(@Nullable String place, String came, @Nullable String said) {
        event("report-received", "Quality report April 2026", "2026-05-05")
                .event("report-received", "Quality report May 2026", came);
        Finding report = duty(
                "send a quality report",
                new Deadline.Recurring(MONTH, new TimeSpan(5, TimeSpan.Unit.BUSINESS_DAYS)),
                "Within five Business Days after each month the Supplier shall send a quality report.");

        FamilyInWords family =
                new FamilyInWords(TenantRole.BUYER).with("DP-9", "supply agreement", "2025-07-01", report);
        if (place != null) {
            family.defining("Business Day", place);
        }

        assertThat(breaches(new ObligationCheck().run(new Dossier(family.build(), Facts.of(events), AS_OF))))
                .isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void aGapBetweenReportsIsABreachAndWhatWasNeverRecordedIsNotCheckable() {
        event("report-received", "Quality report January 2026", "2026-02-04")
                .event("report-received", "Quality report February 2026", "2026-03-04")
                .event("report-received", "Quality report April 2026", "2026-05-05")
                .event("meeting-held", "Review of the quarter", "2026-06-24");
        Deadline monthly = new Deadline.Recurring(MONTH, new TimeSpan(5, TimeSpan.Unit.BUSINESS_DAYS));
        List<Outcome> outcomes = check(
                duty("send a quality report", monthly, "The Supplier shall send a quality report."),
                duty("send a list of complaints", monthly, "The Supplier shall send a list of complaints."));

        assertThat(breaches(outcomes)).hasSize(2).allMatch(said -> said.endsWith("has not come"));
        assertThat(outcomes).filteredOn(NotCheckable.class::isInstance).hasSize(1);
    }

    /** How the clause goes on, and what is said of a kiln that came twelve days late. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            The Buyer keeps the ground dry until then.                              | due on 2026-05-29, came 12 days late
            The Buyer extends that date by a day for each day of rain.              | nothing
            Dates are put back by the days that the Buyer is late with the ground.  | nothing
            The Supplier is entitled to an extension of time for bad weather.       | nothing
            Days by which the Buyer is late with the ground are left out.           | nothing
            Time lost through frost does not count.                                 | nothing
            """)
    void aDayThatItsClauseLetsMoveIsNotHeldAgainstAnybody(String further, @Nullable String said) {
        event("kiln-delivered", "Kiln", "2026-06-10");
        Finding kiln = duty(
                "deliver the kiln",
                new Deadline.OnDate(LocalDate.of(2026, 5, 29)),
                "The Supplier shall deliver the kiln by 29 May 2026.");
        Finding beside = duty("see to the ground", null, further);

        assertThat(breaches(check(kiln, beside))).isEqualTo(said == null ? List.of() : List.of(said));
    }

    /** What a clause gives for a list that came six days late, with EUR 100 as its limit, and what is said of that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            For a list that is late the Supplier pays EUR 35.                                    | EUR 35.00
            The Supplier owes EUR 35 for each day that a list is late.                           | EUR 210.00
            For each week by which a list is late EUR 35 are owed.                               | breach
            For a late delivery the Supplier pays EUR 35.                                        | breach
            For each day of delay a penalty of EUR 35 is due, limited to EUR 100 for each list.  | EUR 100.00
            For each day of delay EUR 35 are due, up to EUR 100 per list.                        | EUR 100.00
            EUR 35 for every day of delay, but not more than EUR 100 in each case.               | EUR 100.00
            For every day of its delay EUR 35 are owed.                                          | EUR 210.00
            For each day of delay EUR 35 are due, limited to EUR 100 in each year.               | breach
            For each day of delay EUR 35 are due, limited to 5% of the fee.                      | breach
            For each day of delay in delivery EUR 35 are due.                                    | breach
            """)
    void aSumForALatePaperIsOwedInsteadOfABreach(String clause, String said) {
        event("list-received", "List of parts March 2026", "2026-04-11");
        Finding list = duty(
                "send a list of parts",
                new Deadline.Recurring(MONTH, new TimeSpan(5, TimeSpan.Unit.DAYS)),
                "The Supplier sends a list of parts within five days of the end of each month.");

        List<String> outcomes = check(list, sum(clause)).stream()
                .filter(outcome -> !(outcome instanceof NotCheckable))
                .map(outcome ->
                        outcome instanceof LedgerEntry entry ? entry.amount().toString() : "breach")
                .toList();

        assertThat(outcomes).containsExactly(said);
    }

    private static Finding sum(String... words) {
        return finding(
                "DP-9",
                new CommercialLever(
                        LeverType.LIQUIDATED_DAMAGES,
                        List.of(
                                new LeverParameter(
                                        LeverParameter.Name.RATE, new TypedValue.Amount(BigMoney.parse("EUR 35"))),
                                new LeverParameter(
                                        LeverParameter.Name.CAP, new TypedValue.Amount(BigMoney.parse("EUR 100"))))),
                words);
    }

    @Test
    void aSumForALatePaperCanBeClaimedAsLongAsItsClauseSays() {
        event("list-received", "List of parts March 2026", "2026-04-11");
        Finding list = duty(
                "send a list of parts",
                new Deadline.Recurring(MONTH, new TimeSpan(5, TimeSpan.Unit.DAYS)),
                "The Supplier sends a list of parts within five days of the end of each month.");
        Finding sum = sum(
                "For each day of delay EUR 35 are due.",
                "The Buyer claims it within three months after the list has been delivered, or it is forfeited.");

        assertThat(check(list, sum))
                .filteredOn(LedgerEntry.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        LedgerEntry.class,
                        entry -> assertThat(entry.recoverableUntil()).isEqualTo("2026-07-11"));
    }

    /** What is said of one's own right that is used too late, and whether being late is a breach. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            A deduction not notified in that time is no longer possible. | nothing
            Later notices are excluded.                                  | nothing
            Otherwise the right to it lapses.                            | nothing
            Failing this the Buyer loses the deduction.                  | nothing
            A deduction not so notified shall be forever waived.         | nothing
            The Supplier confirms it in writing.                         | due on 2026-04-05, came 6 days late
            """)
    void whoLosesARightByBeingLateBreaksNothing(String further, @Nullable String said) {
        event("notice-sent", "Deduction March 2026", "2026-04-11");
        Finding notice = finding(
                "DP-9",
                new Obligation(
                        Modality.DUTY,
                        new PartyReference("Buyer", null),
                        null,
                        "notify a deduction in writing",
                        null,
                        new Deadline.Recurring(MONTH, new TimeSpan(5, TimeSpan.Unit.DAYS)),
                        null),
                "The Buyer must give notice of a deduction within five days after the end of the month.",
                further);

        assertThat(breaches(check(notice))).isEqualTo(said == null ? List.of() : List.of(said));
    }

    /** Nothing is numbered: what set the duty off and what followed go in turn. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            2026-05-20 | nothing    | due on 2026-05-11, came 9 days late
            2026-05-11 | nothing    | nothing
            2026-05-20 | 2026-05-10 | nothing
            """)
    void aPaperThatFollowsAnEventIsLateWhereTheyGoInTurn(
            String came, @Nullable String anotherRenewal, @Nullable String said) {
        event("policy-renewed", "Fire insurance policy renewed", "2026-05-01")
                .event("certificate-received", "Certificate of fire insurance", came);
        if (anotherRenewal != null) {
            event("policy-renewed", "Fire insurance policy renewed", anotherRenewal);
        }
        Finding certificate = duty(
                "furnish a certificate of it",
                new Deadline.After(new TimeSpan(10, TimeSpan.Unit.DAYS), "each renewal of the policy"),
                "The Supplier shall keep fire insurance and furnish a certificate of it within ten days after each renewal of the policy.");

        assertThat(breaches(check(certificate))).isEqualTo(said == null ? List.of() : List.of(said));
    }

    /** Since the last event nobody may have kept the record. */
    @Test
    void afterTheLastEventOfAllNothingIsHeldNotToHaveCome() {
        event("report-received", "Quality report January 2026", "2026-02-04")
                .event("report-received", "Quality report February 2026", "2026-03-04");

        assertThat(check(duty(
                        "send a quality report",
                        new Deadline.Recurring(MONTH, new TimeSpan(5, TimeSpan.Unit.BUSINESS_DAYS)),
                        "The Supplier shall send a quality report.")))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }

    /** What the event says of the day from which the time runs, and how late it came. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            renewed licence certificate issued 2026-01-07         | 2026-02-19 | due on 2026-02-06, came 13 days late
            renewed licence certificate, issued on 7 January 2026 | 2026-02-07 | due on 2026-02-06, came 1 days late
            renewed licence certificate issued January 7, 2026    | 2026-02-06 | nothing
            renewed licence certificate valid from 2026-01-07     | 2026-03-06 | nothing
            renewed licence certificate                           | 2026-03-06 | nothing
            """)
    void anEventTellsFromWhichDayItsTimeRan(String subject, String came, @Nullable String said) {
        event("certificate-received", subject, came);
        Finding certificate = duty(
                "hand over each renewed certificate",
                new Deadline.After(new TimeSpan(30, TimeSpan.Unit.DAYS), "its date of issue"),
                "The Supplier must hold a licence and hand over each renewed certificate within 30 days of its date of issue.");

        assertThat(breaches(check(certificate))).isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void whatIsDueOnOneDayIsLateByTheEventThatNamesIt() {
        event("meeting-held", "Kick-off", "2025-08-01")
                .event("samples-received", "First samples from Gary: lids and trays", "2026-06-10");
        List<Outcome> outcomes = check(
                duty(
                        "deliver first samples from that plant to Buyer for lids and trays",
                        new Deadline.OnDate(LocalDate.of(2026, 5, 29)),
                        "for lids and trays, by May 29, 2026"),
                duty(
                        "deliver first samples from that plant to Buyer for bottles",
                        new Deadline.OnDate(LocalDate.of(2026, 6, 1)),
                        "for bottles, by June 1, 2026"));

        assertThat(breaches(outcomes)).containsExactly("due on 2026-05-29, came 12 days late");
        assertThat(outcomes).filteredOn(NotCheckable.class::isInstance).hasSize(1);
    }

    @Test
    void aYearlyCertificateIsJudgedByTheOneOfItsYear() {
        event("certificate-received", "Certificate of insurance 2025", "2025-07-11")
                .event("certificate-received", "Certificate of insurance 2026", "2026-02-17");

        assertThat(breaches(check(duty(
                        "deliver a certificate of insurance to Buyer",
                        new Deadline.Stated("by January 31 of each year"),
                        "Supplier shall deliver a certificate of insurance to Buyer by January 31 of each year."))))
                .containsExactly("due on 2026-01-31, came 17 days late");
    }

    @Test
    void anEventThatSetsADutyOffIsJoinedToItsFulfilmentByTheNumberThatBothName() {
        event("incident resolved", "Incident INC-201", "2026-03-02")
                .event("incident resolved", "Incident INC-202", "2026-03-02")
                .event("report received", "Report on INC-201", "2026-03-05")
                .event("report received", "Report on INC-202", "2026-03-12");

        assertThat(
                        breaches(
                                check(
                                        duty(
                                                "deliver a report of each incident",
                                                new Deadline.After(
                                                        new TimeSpan(5, TimeSpan.Unit.BUSINESS_DAYS),
                                                        "the incident is resolved"),
                                                "Within five Business Days after the incident is resolved the Supplier shall deliver a report of each incident."))))
                .containsExactly("due on 2026-03-09, came 3 days late");
    }

    @Test
    void aPaperThatIsDueOnceIsMissedWhereAllOthersAreRecorded() {
        Deadline yearly = new Deadline.Recurring(YEAR, new TimeSpan(10, TimeSpan.Unit.DAYS));
        event("report-received", "Energy report 2025", "2026-01-05")
                .event("list-received", "List of tools 2025", "2026-01-06")
                .event("forecast-received", "Forecast of volumes 2026", "2026-01-07");
        List<Outcome> outcomes = check(
                duty("send an energy report", yearly, "each year an energy report"),
                duty("send a list of tools", yearly, "each year a list of tools"),
                duty("send a forecast of volumes", yearly, "each year a forecast of volumes"),
                duty("send a statement of purchases", yearly, "each year a statement of purchases"));

        assertThat(breaches(outcomes)).containsExactly("due on 2026-01-10, has not come");
    }

    /** A yearly statement that never came counts only where papers were recorded before it was due. */
    @Test
    void whatFellDueBeforeTheRecordWasKeptIsNotHeldAgainstAnybody() {
        Deadline yearly = new Deadline.Recurring(YEAR, new TimeSpan(190, TimeSpan.Unit.DAYS));
        Deadline early = new Deadline.Recurring(YEAR, new TimeSpan(10, TimeSpan.Unit.DAYS));
        event("report-received", "Energy report 2025", "2026-02-05")
                .event("list-received", "List of tools 2025", "2026-02-06")
                .event("forecast-received", "Forecast of volumes 2026", "2026-02-07");

        assertThat(breaches(check(
                        duty("send an energy report", yearly, "each year an energy report"),
                        duty("send a list of tools", yearly, "each year a list of tools"),
                        duty("send a forecast of volumes", yearly, "each year a forecast of volumes"),
                        duty("send a statement of purchases", early, "each year a statement of purchases"))))
                .isEmpty();
    }

    /** Meetings leave no paper: the one that was held in a quarter is that quarter's, and a calendar quarter is no calendar. */
    @Test
    void aMeetingCountsForTheQuarterInWhichItWasHeld() {
        event("review-held", "Business review", "2025-08-14")
                .event("review-held", "Business review", "2025-11-13")
                .event("review-held", "Business review", "2026-02-19")
                .event("review-held", "Business review", "2026-05-21");
        Dossier dossier = dossier(duty(
                "hold a business review in each calendar quarter",
                new Deadline.Recurring(new TimeSpan(1, TimeSpan.Unit.QUARTERS), null),
                "The Supplier holds a business review in each calendar quarter."));

        assertThat(DutyStates.of(dossier))
                .filteredOn(state -> state.occurrence().due().isBefore(AS_OF.plusDays(1)))
                .allMatch(state -> state.status() == DutyState.Status.DONE);
        assertThat(breaches(new ObligationCheck().run(dossier))).isEmpty();
    }

    @Test
    void withoutAnyEventNothingIsHeldAgainstAnybody() {
        List<Outcome> outcomes = check(duty(
                "send a quality report",
                new Deadline.Recurring(MONTH, new TimeSpan(5, TimeSpan.Unit.DAYS)),
                "The Supplier shall send a quality report."));

        assertThat(outcomes).isNotEmpty().allMatch(NotCheckable.class::isInstance);
    }

    private static OccurrenceBook decided(Finding duty, String due, OccurrenceChange... changes) {
        return new OccurrenceBook(List.of(new OccurrenceRecord(
                OccurrenceId.of(duty, LocalDate.parse(due)),
                duty.contract(),
                "deliver the samples",
                List.of(changes))));
    }

    /** What somebody said of a duty that was due on 1 June and of which the facts say that it came on 10 June. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            nothing | nothing    | LATE   | came 9 days late
            DONE    | 2026-06-01 | DONE   | nothing
            DONE    | 2026-06-03 | LATE   | came 2 days late
            WAIVED  | 2026-05-20 | WAIVED | nothing
            WAIVED  | 2026-07-01 | LATE   | came 9 days late
            """)
    void whatPeopleDecidedGoesBeforeWhatTheFactsTell(
            @Nullable String step, @Nullable String on, String status, @Nullable String said) {
        event("meeting-held", "Kick-off", "2025-08-01").event("samples-received", "samples of lids", "2026-06-10");
        Finding duty = duty(
                "deliver the samples of lids",
                new Deadline.OnDate(LocalDate.of(2026, 6, 1)),
                "The Supplier shall deliver the samples of lids by 1 June 2026.");
        OccurrenceBook book = step == null
                ? OccurrenceBook.EMPTY
                : decided(
                        duty,
                        "2026-06-01",
                        new OccurrenceChange(
                                OccurrenceChange.Step.valueOf(step),
                                "Ida",
                                LocalDate.parse(on),
                                null,
                                new Evidence.Words("goods receipt"),
                                "not needed"));
        Dossier dossier = dossier(duty).with(book);

        assertThat(DutyStates.of(dossier))
                .singleElement()
                .satisfies(state -> assertThat(state.status().name()).isEqualTo(status));
        assertThat(breaches(new ObligationCheck().run(dossier)))
                .isEqualTo(said == null ? List.of() : List.of("due on 2026-06-01, " + said));
    }
}
