package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.finding.TypedValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepPricesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        The first 500 pallets; The next 500; Each further pallet    | pallets 0-500-1000-
        First 1,000 calls; next 4,000 calls; thereafter             | calls 0-1000-5000-
        1 to 100 users; 101 to 250 users; 251 to 1,000 users        | users 0-100-250-1000
        Up to 40 tonnes; the following 60 tonnes; above 100 tonnes  | tonnes 0-40-100-
        Day cycle, first 180 pallets; Day cycle, each pallet above 180 | Day cycle 0-180-
        Grade A: up to 20 tonnes; Grade A: above 20 tonnes          | Grade A 0-20-
        Grade A: up to 20 tonnes; Grade B: above 20 tonnes          | -
        1 to 100 users; 151 to 250 users                            | -
        The first 500 pallets; Empty pallets                        | -
        Redcliffe; Osmotherby                                       | -
        First aid kit; Fire blanket                                 | -
        """)
    void readsStepsThatFollowOnEachOther(String items, String expected) {
        List<String> names = Arrays.stream(items.split(";")).map(String::strip).toList();
        List<TypedValue> rates = IntStream.range(0, names.size())
                .<TypedValue>mapToObj(i -> new TypedValue.Amount(BigMoney.ofScale(CurrencyUnit.EUR, 9L - i, 0)))
                .toList();

        assertThat(StepPrices.of(names, rates).map(StepPricesTest::display).orElse(null))
                .isEqualTo(expected);
    }

    private static String display(StepPrices steps) {
        return steps.item() + " 0-"
                + steps.tiers().stream()
                        .map(tier -> tier.to() == null ? "" : tier.to().toPlainString())
                        .collect(Collectors.joining("-"));
    }
}
