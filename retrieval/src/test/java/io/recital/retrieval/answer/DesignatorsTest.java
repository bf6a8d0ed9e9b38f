package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.retrieval.statement.TestText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignatorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is the rent of a Class B berth?         | Class B: 40 euros a week              | 1
            What is the rent of a Class B berth?         | Class A: 75 euros a week              | -1
            What is the rent of a Class B berth?         | The rent is paid each Monday.         | 0
            How far does zone 2 reach?                   | Zone 2 ends at the lighthouse.        | 1
            How far does zone 2 reach?                   | Zone 3 ends at the island.            | -1
            How far does zone 2 reach?                   | Zone 21 is not served.                | -1
            What credit follows a miss of SL4?           | SL4 bears no credit.                  | 1
            What credit follows a miss of SL4?           | A miss of SL2 brings 4% back.         | -1
            What is a night worth outside Rotterdam?     | A night in Rotterdam: 120 euros       | -1
            What is a night worth outside Rotterdam?     | A night elsewhere: 90 euros           | 0
            What is the rent for 12 weeks?               | The rent is 75 euros for 3 weeks.     | 0
            """)
    void whatIsAskedAboutIsToldFromOthersOfItsKind(String question, String words, int sign) {
        double fit = Designators.of(question).fit(new TestText("Mooring Agreement").sentence("1", words));
        assertThat(Integer.signum((int) Math.signum(fit))).isEqualTo(sign);
    }
}
