package io.recital.extraction.rules.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Obligation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationStepsTest {
    private static List<Obligation> duties(String text) {
        var reading = CutText.reading(text);
        return reading.clauses().stream()
                .flatMap(clause ->
                        CutText.candidates(new ObligationExtractor().extract(reading, clause, FindingKind.OBLIGATION))
                                .stream())
                .map(candidate -> (Obligation) candidate.content())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            If they do not agree in that time, it shall be referred to the account directors, who shall meet within ten (10) Business Days of the referral. | the account directors | meet within ten (10) Business Days of the referral | If they do not agree in that time
            A dispute that the site managers have not settled within five days after written notice is referred to the plant heads of both sides, who shall decide within 14 days of the reference. | the plant heads of both sides | decide within 14 days of the reference | A dispute that the site managers have not settled within five days after written notice
            Failing resolution, the matter shall pass to the Steering Committee, which shall decide within 14 days. | the Steering Committee | decide within 14 days | Failing resolution
            If the planners cannot settle the matter, it shall be escalated to the chief operating officers. | the parties | escalate it to the chief operating officers | If the planners cannot settle the matter
            """)
    void readsWhoTakesADisagreementOn(String wording, String who, String does, @Nullable String trigger) {
        assertThat(duties(wording)).singleElement().satisfies(duty -> {
            assertThat(duty.obligor().asWritten()).isEqualTo(who);
            assertThat(duty.action()).isEqualTo(does);
            assertThat(duty.trigger()).isEqualTo(trigger);
        });
    }

    @Test
    void readsTheRowsOfATableOfLevels() {
        List<Obligation> duties = duties("""
                Level | For us | For you | Time to settle
                1 | Shift lead | Route planner | 2 Business Days
                2 | Depot manager | Transport director | one week
                """);

        assertThat(duties)
                .extracting(duty -> duty.obligor().asWritten())
                .containsExactly("Shift lead and Route planner", "Depot manager and Transport director");
        assertThat(duties)
                .extracting(Obligation::deadline)
                .containsExactly(new Deadline.Stated("2 Business Days"), new Deadline.Stated("one week"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The parcel is taken to the depot managers within 2 days.",
                "Invoices are submitted to the finance director.",
                "Role | Name | Days on site\nProject manager | A. Person | 3 days\nLead engineer | B. Person | 5 days"
            })
    void readsNothingWhereNothingIsInDispute(String wording) {
        assertThat(duties(wording)).isEmpty();
    }
}
