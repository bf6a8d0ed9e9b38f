package io.recital.models.ledger.duty;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Facts;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetOffDutiesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private final List<ContractEvent> events = new ArrayList<>();

    private SetOffDutiesTest event(String name, String subject, String date) {
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

    private SetOffDuties of(String action, TimeSpan within, String event) {
        Finding duty = finding(
                "DP-9",
                new Obligation(
                        Modality.DUTY,
                        new PartyReference("Supplier", "Other Side Ltd"),
                        null,
                        action,
                        null,
                        new Deadline.After(within, event),
                        null));
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("DP-9", "supply agreement", "2025-07-01", duty)
                .build();
        return SetOffDuties.of(new Dossier(family, Facts.of(events), AS_OF));
    }

    /** From what a time of 30 days runs, what happened on 3 May, and whether that sets it off. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            termination of this Agreement          | agreement-terminated        |                        | true
            termination of the Contract            | contract terminated         | Warehouse contract     | true
            receipt of a termination notice        | termination-notice-received |                        | true
            termination of this Agreement          | termination-notice-received |                        | false
            a change of control of the Supplier    | change-of-control           | Supplier               | true
            a change of control of the Supplier    | change-request-received     | Control room           | false
            receipt of a deviation report          | deviation-report-received   | Line 4                 | true
            receipt of a deviation report          | report-received             | Deviation report DR-7  | true
            receipt of a deviation report          | report-received             | Monthly quality report | false
            delivery of the Equipment              | delivery                    | Equipment, crate 2     | true
            delivery of the Equipment              | delivery-planned            | Equipment              | false
            acceptance of the Deliverable          | deliverable-accepted        | Deliverable D2         | true
            acceptance of the Deliverable          | deliverable-rejected        | Deliverable D2         | false
            a request                              | expense-approval-requested  | Flight to Oslo         | false
            the end of a work order                | work-order-signed           | Work order 4           | false
            the Work Order ends                    | work-order-signed           | Work order 4           | false
            the Work Order ends                    | work-order-ended            | Work order 4           | true
            delivery of a major release            | major-release-delivered     | Release 7              | true
            the expiry of the Term                 | meeting-held                | Steering group         | false
            """)
    void anEventSetsOffWhatTheClauseSpeaksOfAndNothingElse(
            String clause, String name, @Nullable String subject, boolean setsOff) {
        event(name, subject == null ? "" : subject, "2026-05-03");
        SetOffDuties duties = of("return all documents", new TimeSpan(30, TimeSpan.Unit.DAYS), clause);

        assertThat(duties.states()).hasSize(setsOff ? 1 : 0);
        assertThat(duties.waiting()).hasSize(setsOff ? 0 : 1);
        if (setsOff) {
            DutyState state = duties.states().get(0);
            assertThat(state.occurrence().due()).isEqualTo(LocalDate.of(2026, 6, 2));
            assertThat(state.occurrence().confidence()).isBetween(EventWording.LEAST, 1.0);
            assertThat(state.status()).isEqualTo(DutyState.Status.NOT_RECORDED);
        }
    }

    @Test
    void eachEventMakesAnOccurrenceAndItsFulfilmentNamesTheSameNumber() {
        event("deviation-report-received", "Deviation report DR-710", "2026-06-01")
                .event("deviation-report-received", "Deviation report DR-720", "2026-06-26")
                .event("corrective-plan-received", "Corrective plan for DR-710", "2026-06-05");
        SetOffDuties duties = of(
                "submit a corrective plan",
                new TimeSpan(5, TimeSpan.Unit.BUSINESS_DAYS),
                "receipt of a deviation report");

        assertThat(duties.states())
                .extracting(state -> state.occurrence().due() + " " + state.status())
                .containsExactly("2026-06-08 DONE", "2026-07-03 DUE");
    }
}
