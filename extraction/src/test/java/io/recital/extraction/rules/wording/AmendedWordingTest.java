package io.recital.extraction.rules.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amendment sentences as input, the wording that they leave in force as output. */
class AmendedWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The cap is changed from 3% to 5%. # The cap is changed to 5%.",
                "The fee in Section 4.1 is increased with immediate effect from $1,200.50 to $1,300. # The fee in Section 4.1 is increased with immediate effect to $1,300.",
                "In clause 6, “30 days” is replaced by “45 days”. # In clause 6, [] is replaced by “45 days”.",
                "Section 2 is amended by deleting \"May 1, 2024\" and substituting \"June 1, 2024\". # Section 2 is amended by deleting [] and substituting \"June 1, 2024\".",
                "Clause 8 is amended by replacing 99.5% with 99.9%. # Clause 8 is amended by replacing with 99.9%.",
                "In clause 3 the figure of 99.5% is replaced by 99.9%. # In clause 3 the figure of is replaced by 99.9%.",
            })
    void blanksWhatIsTakenAway(String sentence, String left) {
        String amended = AmendedWording.of(sentence);
        assertThat(amended).hasSameSizeAs(sentence);
        assertThat(amended.replaceAll("\\s+", " ").replaceAll("“ ”|\" \"", "[]"))
                .isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The term runs from 1 May 2024 to 30 April 2026.",
                "Prices may be increased by 3% each year.",
                "The Supplier shall move the systems from Leeds to Hull within 30 days.",
                "Section 4 is deleted and replaced with the following: “Customer shall pay within 60 days.”"
            })
    void leavesOtherWordingAlone(String sentence) {
        assertThat(AmendedWording.of(sentence)).isEqualTo(sentence);
    }
}
