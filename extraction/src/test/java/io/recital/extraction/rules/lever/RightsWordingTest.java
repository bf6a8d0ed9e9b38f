package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.FindingKind;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rights to look into records, to be dealt with alone and to be treated as well as others, in ordinary words. */
class RightsWordingTest {
    private static final String OPENING =
            "This Supply Agreement is between Alder Packaging Ltd. (\"Supplier\") and Birch Foods, Inc. (\"Customer\").\n\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Customer may check rosters, patrol records and licences at any time on two working days' notice. # audit",
                "Customer may inspect timesheets and receipts for 24 months after the invoice to which they relate. # audit",
                "Customer may at any time look at the delivery records. # audit",
                "Customer may inspect the goods on arrival. # ''",
                "If Supplier offers comparable goods in comparable quantities to another customer at better prices, it grants these prices to Customer as well. # most-favoured-customer",
                "Supplier shall not offer to any other buyer lower prices for the same goods. # most-favoured-customer",
                "During the term Customer shall have at least seventy percent (70%) of its implants coated by Supplier. # exclusivity",
                "Customer will buy not less than 80% of its yearly needs of cartons from Supplier. # exclusivity",
                "Customer shall pay 50% of the price by bank transfer. # ''",
            })
    void readsTheRight(String clause, String expected) {
        String read = new LeverExtractor()
                .extractAll(CutText.reading(OPENING + clause), FindingKind.LEVER).values().stream()
                        .flatMap(answer -> CutText.candidates(answer).stream())
                        .map(lever -> ((CommercialLever) lever.content()).type())
                        .distinct()
                        .filter(type -> type.matches("audit|most-favoured-customer|exclusivity"))
                        .collect(Collectors.joining(", "));

        assertThat(read).isEqualTo(expected);
    }
}
