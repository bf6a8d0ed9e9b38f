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
            A dispute that is not resolved within 15 Business Days after written notice is referred to a senior executive of each party. | 15 business days | it goes to a senior executive of each party | nothing
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
}
