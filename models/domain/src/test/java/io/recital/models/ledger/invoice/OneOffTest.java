package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneOffTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Installation of a 10G circuit | true
            Set-up fee | true
            setup charge Leeds | true
            Activation | true
            One-off charge | true
            one time fee | true
            Non-recurring charge (NRC) | true
            OTC | true
            Initial fee | true
            Connection charge | true
            On-boarding | true
            payable once | true
            Monthly rent of a 10G circuit | false
            MRC | false
            Offset printing | false
            Set of six chairs | false
            Onceover cleaning | false
            Initialled copies | false
            """)
    void isSaidByWordsForWhatIsPaidOnce(String words, boolean once) {
        assertThat(OneOff.isSaidIn(words)).isEqualTo(once);
    }
}
