package io.recital.eval.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {
    private static Statement said(String text) {
        return Statement.of(text, "", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is due within thirty (30) days.        | 30 | DAYS          | true",
                "It is due within 30 calendar days.        | 30 | DAYS          | true",
                "It is due within ten Business Days.       | 10 | BUSINESS_DAYS | true",
                "It is due within ten working days.        | 10 | BUSINESS_DAYS | true",
                "It is due within ten days.                | 10 | BUSINESS_DAYS | false",
                "A year and a half, that is eighteen months | 18 | MONTHS       | true",
                "A two-year term                           | 24 | MONTHS        | true",
                "within one hundred and twenty (120) days  | 120 | DAYS         | true",
                "two weeks at the latest                   | 14 | DAYS          | true",
                "Clause 30 says so on 12 days.             | 30 | DAYS          | false",
            })
    void readsTimeSpans(String text, int count, TimeSpan.Unit unit, boolean states) {
        assertThat(said(text).states(new TypedValue.Length(new TimeSpan(count, unit))))
                .isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The fee is £1,250.50 a day.             | GBP 1250.50  | true",
                "The fee is GBP 1250.5.                  | GBP 1250.50  | true",
                "The fee is $1,250.50.                   | GBP 1250.50  | false",
                "At most GBP 2.5 million in all          | GBP 2500000  | true",
                "At most two million dollars in all      | USD 2000000  | true",
                "411,600.00 EUR are due.                 | EUR 411600   | true",
                "EUR 11,600 are due.                     | EUR 411600   | false",
            })
    void readsAmounts(String text, String amount, boolean states) {
        assertThat(said(text).states(new TypedValue.Amount(BigMoney.parse(amount))))
                .isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It ends on 31 March 2028.               | 2028-03-31 | true",
                "It ends on March 31, 2028.              | 2028-03-31 | true",
                "It ends on the 3rd day of March, 2028.  | 2028-03-03 | true",
                "Es endet am 31. März 2028.              | 2028-03-31 | true",
                "Es endet am 31.03.2028.                 | 2028-03-31 | true",
                "It ends in March 2028.                  | 2028-03-31 | false",
            })
    void readsDates(String text, LocalDate day, boolean states) {
        assertThat(said(text).states(new TypedValue.Day(day))).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by four per cent       | 4     | true",
                "by 99.90 %             | 99.9  | true",
                "nine percentage points | 9     | true",
                "by 4 days              | 4     | false",
            })
    void readsPercentages(String text, BigDecimal percent, boolean states) {
        assertThat(said(text).states(new TypedValue.Percent(percent))).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ottermill: no more than the Consumer Prices Index or 3 % | Ottermill: lower of CPI and 3 % | true",
                "Ottermill: no more than 3 %                              | Ottermill: lower of CPI and 3 % | false",
                "The deposit of £8,000 is due first                       | D1 £8,000                       | false",
                "D1, deposit, £8,000                                      | D1 £8,000                       | true",
                "Anna Veld and Piet Oster sign                            | Anna Veld and Piet Oster        | true",
                "Anna Veld signs                                          | Anna Veld and Piet Oster        | false",
                "four visits, each announced 5 days ahead                 | 5 days, four times              | true",
            })
    void readsItemsWithTheirNamesAndValues(String text, String item, boolean states) {
        assertThat(said(text).states(item)).isEqualTo(states);
    }

    @Test
    void aNameMayBeThatOfAContractCited() {
        assertThat(Statement.of("Master Agreement: payment term 45 days.", "", "ottermill 1 master.docx")
                        .states("Ottermill: 45 days"))
                .isTrue();
    }

    @Test
    void aQuantityNeedsItsUnitUnlessASumComesToIt() {
        TypedValue people = new TypedValue.Quantity(BigDecimal.valueOf(3), "people");
        assertThat(said("Clause 3 names them.").states(people)).isFalse();
        assertThat(said("Three people are named.").states(people)).isTrue();
        assertThat(Statement.of("Anna, Bert and Carl are named.", "3", "").states(people))
                .isTrue();
    }

    @Test
    void whatContradictsItselfIsStatedWithBothNumbers() {
        TypedValue value = new TypedValue.Inconsistent("thirty", "45");
        assertThat(said("“on thirty (45) days' notice”").states(value)).isTrue();
        assertThat(said("45 days").states(value)).isFalse();
    }

    @Test
    void whatIsSaidFarBehindIsNotTheAnswer() {
        assertThat(said("x ".repeat(400) + "4 %").states(new TypedValue.Percent(BigDecimal.valueOf(4))))
                .isFalse();
    }
}
