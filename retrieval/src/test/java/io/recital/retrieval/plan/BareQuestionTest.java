package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class BareQuestionTest {
    @Test
    void leavesOutTheNamesOfTheContract() {
        assertThat(BareQuestion.of(
                        "When must invoices from Pellworm Kitchens be paid?",
                        Set.of("pellworm", "kitchens", "catering")))
                .isEqualTo("When must invoices from be paid?");
    }

    @Test
    void leavesOutWhatOnlyNamesTheContractEvenWhereANameIsNotKnown() {
        String question =
                "Look at the CATERING AGREEMENT between Pellworm Kitchens Ltd (\"Caterer\"); Hollin Mills PLC "
                        + "(collectively with its subsidiaries, \"Client\"); How long does it run?";

        assertThat(BareQuestion.of(question, Set.of("catering"))).isEqualTo("How long does it run?");
    }

    @Test
    void keepsWhatIsSaidBeforeAColonWhereItNamesNobody() {
        String question = "Uptime fell below the agreed level twice in a row; what credit is due?";

        assertThat(BareQuestion.of(question, Set.of("pellworm"))).isEqualTo(question);
    }
}
