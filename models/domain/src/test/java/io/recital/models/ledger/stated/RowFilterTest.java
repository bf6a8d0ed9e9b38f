package io.recital.models.ledger.stated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.fact.FactColumns;
import io.recital.models.fact.FactKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "product      | LAMP          | true",
                "product      | lamp          | true",
                "product      | BULB          | false",
                "product      | \"BULB|LAMP\" | true",
                "product      | L*            | true",
                "product      | L*X           | false",
                "product      | *             | true",
                "product      | !LAMP         | false",
                "product      | !BULB         | true",
                "order        | -             | true",
                "order        | *             | false",
                "order        | !P-1          | true",
                "product      | -             | false",
                "quantity     | 12            | true",
                "quantity     | 12.0          | true",
                "quantity     | >11.5         | true",
                "quantity     | <12           | false",
                "quantity     | <=12          | true",
                "invoice_date | >=2026-05-31  | true",
                "invoice_date | <2026-05-31   | false",
                "description  | *street*      | true",
                "description  | *(UK)*        | true",
                "paid_on      | >2026-01-01   | false",
            })
    void asksAColumnWhatItSays(String column, String wanted, boolean holds) {
        assertThat(new RowFilter(column, wanted).holds(StatedRows.line("1", "2026-05-31", "LAMP", "12", "1.92"), null))
                .isEqualTo(holds);
    }

    @Test
    void comparesWithTheRowAtHand() {
        RowFilter filter = new RowFilter("subject", "=invoice");
        var line = StatedRows.line("1", "2026-05-31", "LAMP", "12", "1.92");
        assertThat(filter.holds(StatedRows.event("E-1", "reminder", "INV-1", "2026-06-20"), line))
                .isTrue();
        assertThat(filter.holds(StatedRows.event("E-2", "reminder", "INV-2", "2026-06-20"), line))
                .isFalse();
        RowFilter within = new RowFilter("subject", "*=invoice*");
        assertThat(within.holds(StatedRows.event("E-4", "reminder", "Second reminder for inv-1", "2026-06-20"), line))
                .isTrue();
        assertThat(within.holds(StatedRows.event("E-5", "reminder", "Second reminder", "2026-06-20"), line))
                .isFalse();
        assertThat(filter.holds(StatedRows.event("E-3", "reminder", "INV-1", "2026-06-20"), null))
                .isFalse();
    }

    @Test
    void refusesARangeWithoutABound() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RowFilter("quantity", ">many"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RowFilter("quantity", "  "));
    }

    @Test
    void everyKindOfRowsHasColumnsSaveVendors() {
        for (FactKind kind : FactKind.values()) {
            assertThat(FactColumns.names(kind).isEmpty()).as(kind.label()).isEqualTo(kind == FactKind.VENDOR);
        }
    }
}
