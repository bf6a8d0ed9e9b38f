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
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyEvidenceTest {
    private final List<ContractEvent> events = new ArrayList<>();

    private static Finding duty(String action, Deadline deadline, String quote) {
        PartyReference obligor = new PartyReference("Supplier", "Other Side Ltd");
        return finding("DP-9", new Obligation(Modality.DUTY, obligor, null, action, null, deadline, null), quote);
    }

    private void event(String name, String subject, String date) {
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
    }

    private List<String> breaches(Finding... duties) {
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("DP-9", "supply agreement", "2025-07-01", duties)
                .build();
        return new ObligationCheck()
                .run(new Dossier(family, Facts.of(events), LocalDate.of(2026, 6, 30))).stream()
                        .filter(Breach.class::isInstance)
                        .map(outcome -> outcome.title().replaceFirst("^.*, due", "due"))
                        .toList();
    }

    /** How a system calls what came on 27 February: its name or its subject tells, in words of the contract or like them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            insurance-proof-received   | Product liability 2026               | due on 2026-01-31, came 27 days late
            certificate-received       | Product liability insurance 2026     | due on 2026-01-31, came 27 days late
            evidence-submitted         | Product liability insurance 2026     | due on 2026-01-31, came 27 days late
            insurance-evidence-uploaded| Both works, 2026                     | due on 2026-01-31, came 27 days late
            insurance-certificate-requested | Product liability insurance 2026| nothing
            meeting-held               | Both works, 2026                     | nothing
            certificate-received       | ISO 9001 certificate 2026            | nothing
            """)
    void aProofOfInsuranceIsKnownHoweverItIsCalled(String name, String subject, @Nullable String said) {
        event(name, subject, "2026-02-27");
        Finding proof = duty(
                "prove the product liability insurance",
                new Deadline.Stated("by 31 January of each year"),
                "The Supplier maintains product liability insurance and proves this by 31 January of each year.");

        assertThat(breaches(proof)).isEqualTo(said == null ? List.of() : List.of(said));
    }

    /** What else was recorded around a survey that came twelve days late. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            meeting-held       | due on 2026-05-29, came 12 days late
            extension-granted  | nothing
            date-postponed     | nothing
            """)
    void whatMayHaveBeenPutOffIsNotHeldAgainstAnybody(String other, @Nullable String said) {
        event("survey-provided", "Survey of the ground", "2026-06-10");
        event(other, "Work on the ground", "2026-06-12");
        Finding survey = duty(
                "provide the survey of the ground",
                new Deadline.OnDate(LocalDate.of(2026, 5, 29)),
                "The Supplier shall provide the survey of the ground by 29 May 2026.");

        assertThat(breaches(survey)).isEqualTo(said == null ? List.of() : List.of(said));
    }
}
