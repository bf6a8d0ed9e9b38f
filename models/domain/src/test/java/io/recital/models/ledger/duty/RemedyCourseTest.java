package io.recital.models.ledger.duty;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Facts;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyCourseTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final String CLAUSE =
            "The Customer may terminate this Agreement if the Supplier commits a material breach and does not remedy it within 30 days after written notice of it.";

    private final List<ContractEvent> events = new ArrayList<>();

    private RemedyCourseTest event(String name, String subject, String date, String reference) {
        events.add(new ContractEvent(
                "E" + events.size(),
                new VendorReference("7", "OTHER SIDE"),
                "DP-9",
                name,
                subject,
                LocalDate.parse(date),
                null,
                reference,
                ""));
        return this;
    }

    private List<RemedyCourse> courses(String... quotes) {
        Obligation right = new Obligation(
                Modality.RIGHT, new PartyReference("Customer", null), null, "terminate", null, null, null);
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("DP-9", "supply agreement", "2025-07-01", finding("DP-9", right, quotes))
                .build();
        return RemedyCourse.of(new Dossier(family, Facts.of(events), AS_OF));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            The Customer may terminate this Agreement if the Supplier fails to cure a breach within thirty (30) days after receipt of notice thereof. | 30 days | the right to terminate | The Customer
            4.2 Either party may terminate at once if the other is in material breach and has not remedied it within 20 Business Days of being asked to do so. | 20 business days | the right to terminate | Either party
            The Buyer may step in where a failure is not rectified within two weeks of a written request. | 2 weeks | the right to step in | The Buyer
            A dispute that is not resolved within 15 Business Days after written notice must be laid before a judge. | nothing | nothing | nothing
            Customer may terminate this Agreement if an undisputed invoice remains unpaid for 45 days after a written reminder. | 45 days | the right to terminate | Customer
            Either party may end this contract where a breach by the other remains uncured for a period of sixty (60) days following written notice thereof. | 60 days | the right to terminate | Either party
            This Agreement may be terminated by the Licensee upon thirty (30) days' written notice of a default, unless the default is cured within such period. | 30 days | the right to terminate | the Licensee
            The Buyer may withdraw from this contract if the Seller has let pass a grace period of two weeks set in writing. | 2 weeks | the right to terminate | The Buyer
            If within 10 days after receipt of a warning the Contractor does not remedy the fault, the Client may take over the operation of the plant. | 10 days | the right to step in | the Client
            We may suspend the services if you have not put it right within 5 working days of our request. | 5 business days | the right to suspend | We
            Neither party may terminate this Agreement because a breach is not cured within 10 days of a notice. | nothing | nothing | nothing
            Either party may terminate if an event of force majeure continues for sixty days. | nothing | nothing | nothing
            The Supplier shall remedy each defect within 10 days of its discovery. | nothing | nothing | nothing
            The Customer may terminate this Agreement on 90 days' notice. | nothing | nothing | nothing
            """)
    void readsWhoMayDoWhatAfterWhichTimeAndNothingThatTheWordsDoNotGive(
            String clause, @Nullable String within, @Nullable String next, @Nullable String who) {
        List<RemedyCourse> courses = courses(clause);

        if (within == null) {
            assertThat(courses).isEmpty();
        } else {
            assertThat(courses).singleElement().satisfies(course -> {
                assertThat(course.within()).isEqualTo(within);
                assertThat(course.next()).isEqualTo(next);
                assertThat(course.who()).isEqualTo(who == null ? "" : who);
                assertThat(course.state()).isEqualTo(RemedyCourse.State.WAITS);
            });
        }
    }

    /** A notice of breach of 1 June, what came after it when, and how it stands on 30 June or a day later. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            2026-06-01 | nothing         | nothing    | RUNS
            2026-05-31 | nothing         | nothing    | RUNS
            2026-05-30 | nothing         | nothing    | OPEN
            2026-05-01 | breach-remedied | 2026-05-31 | CLOSED
            2026-05-01 | breach-remedied | 2026-06-01 | CLOSED_LATE
            2026-05-01 | meeting-held    | 2026-05-20 | OPEN
            """)
    void theTimeRunsFromTheNoticeToTheLastDay(
            String noticed, @Nullable String then, @Nullable String on, String state) {
        event("breach-notice-sent", "Late pallets at Hull", noticed, "BN-7");
        if (then != null && on != null) {
            event(then, "Late pallets at Hull", on, "");
        }

        assertThat(courses(CLAUSE)).singleElement().satisfies(course -> {
            assertThat(course.state().name()).isEqualTo(state);
            assertThat(course.until()).isEqualTo(LocalDate.parse(noticed).plusDays(30));
            assertThat(course.reservation()).isEqualTo("whether the breach is material");
        });
    }

    @Test
    void ofTwoNoticesEachIsClosedByTheEventThatBearsItsReference() {
        event("breach-notice-sent", "Late pallets", "2026-03-01", "BN-701")
                .event("breach-notice-sent", "Late pallets", "2026-04-01", "BN-702")
                .event("breach-remedied", "Late pallets", "2026-04-10", "BN-702");

        assertThat(courses(CLAUSE)).extracting(course -> course.state().name()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void theRightMayStandInTheNextSentence() {
        Obligation duty = new Obligation(
                Modality.DUTY, new PartyReference("Party", null), null, "cure the default", null, null, null);
        var family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "DP-9",
                        "supply agreement",
                        "2025-07-01",
                        finding(
                                "DP-9",
                                duty,
                                "The defaulting party shall have thirty (30) days from receipt of the notice to cure the default."),
                        finding(
                                "DP-9",
                                duty,
                                "If the default is not cured in that time, the other party may terminate."))
                .build();

        assertThat(RemedyCourse.of(new Dossier(family, Facts.of(events), AS_OF)))
                .singleElement()
                .satisfies(course -> {
                    assertThat(course.within()).isEqualTo("30 days");
                    assertThat(course.who()).isEqualTo("the other party");
                    assertThat(course.next()).isEqualTo("the right to terminate");
                });
    }

    @Test
    void aTimeThatNoNoticeBeginsIsNotBegunByOne() {
        event("breach-notice-sent", "Late pallets", "2026-03-01", "BN-701");

        assertThat(
                        courses(
                                "The Buyer may terminate if the Seller does not remedy a breach within 30 days of its occurrence."))
                .singleElement()
                .satisfies(course -> {
                    assertThat(course.state()).isEqualTo(RemedyCourse.State.WAITS);
                    assertThat(course.reservation()).contains("no notice begins it");
                });
    }
}
