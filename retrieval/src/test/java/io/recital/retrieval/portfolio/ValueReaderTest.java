package io.recital.retrieval.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIME | The Carrier reports a breach within forty-eight (48) hours. | 48 hours",
                "TIME | This duty lasts for three years after the end. | 3 years",
                "TIME | on not less than ten Business Days' notice | 10 business days",
                "TIME | a twenty-five day period | 25 days",
                "TIME | within twenty (30) days | inconsistent: “twenty” against “30”",
                "MONEY | cover of at least €2,500,000 for each event | EUR 2500000",
                "MONEY | a cap of USD 1.5 million in all | USD 1500000",
                "MONEY | half of the fees, that is 50 % | 50 %",
                "PERCENT | two per cent (2.5%) of the invoice | 2.5 %",
            })
    void readsTheFirstValueOfAForm(Form form, String sentence, String value) {
        assertThat(ValueReader.find(sentence, form).orElseThrow().display()).isEqualTo(value);
    }

    @Test
    void readsNothingWhereThereIsNone() {
        assertThat(ValueReader.find("The parties shall meet from time to time.", Form.TIME))
                .isEmpty();
        assertThat(ValueReader.find("All sums are in dollars.", Form.MONEY)).isEmpty();
    }
}
