package io.recital.retrieval.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisionsTest {
    private static final List<String> HEADERS = List.of("Berth", "Rent a week (EUR)");

    private final TestText text = new TestText("Mooring Agreement");
    private final Statement before = text.sentence("4.1", "The Owner keeps the quay clean.");
    private final Statement lead = text.sentence("4.2", "The Tenant shall:");
    private final Statement first = text.sentence("4.2(a)", "pay the rent each Monday; and");
    private final Statement second = text.sentence("4.2(b)", "keep the berth tidy.");
    private final Statement after = text.sentence("4.3", "Dogs are welcome.");
    private final Statement tableLead = text.sentence("5.1", "The rent depends on the berth:");
    private final Statement small = text.row("5.1", HEADERS, "Small", "40.00");
    private final Statement large = text.row("5.1", HEADERS, "Large", "75.00");
    private final Provisions provisions = new Provisions(text.statements());

    @Test
    void aListIsItsLeadAndItsItemsFromWhicheverOneBegins() {
        assertThat(provisions.with(lead)).containsExactly(lead, first, second);
        assertThat(provisions.with(second)).containsExactly(lead, first, second);
        assertThat(provisions.items(first)).containsExactly(first, second);
    }

    @Test
    void aTableIsTheSentenceBeforeItAndItsRows() {
        assertThat(provisions.with(large)).containsExactly(tableLead, small, large);
        assertThat(provisions.with(tableLead)).containsExactly(tableLead, small, large);
        assertThat(provisions.items(tableLead)).containsExactly(small, large);
    }

    @Test
    void anySentenceStandsAlone() {
        assertThat(provisions.with(before)).containsExactly(before);
        assertThat(provisions.with(after)).containsExactly(after);
        assertThat(provisions.items(after)).isEmpty();
    }

    @Test
    void numberedParagraphsAreNoItems() {
        TextOfParagraphs paragraphs = new TextOfParagraphs();
        assertThat(new Provisions(paragraphs.text.statements()).with(paragraphs.one))
                .containsExactly(paragraphs.one);
    }

    private static final class TextOfParagraphs {
        private final TestText text = new TestText("Lease");
        private final Statement one = text.sentence("7(1)", "The lease begins in May.");

        TextOfParagraphs() {
            text.sentence("7(2)", "It ends in June.");
        }
    }

    @Test
    void aBareNumberBearsTheCurrencyOfItsHeader() {
        assertThat(small.cells().get(1).inUnits()).isEqualTo("EUR 40.00");
        assertThat(small.cells().get(0).inUnits()).isEqualTo("Small");
        assertThat(small.values()).isEqualTo("Berth: Small; Rent a week (EUR): EUR 40.00");
    }

    @Test
    void theSentenceRightBeforeATableLeadsToItWithoutAColon() {
        TestText tariff = new TestText("Tariff");
        Statement far = tariff.sentence("1", "Prices are in euros.");
        Statement near = tariff.sentence("1", "The discount is worked out band by band.");
        Statement row = tariff.row("1", HEADERS, "Small", "40.00");
        Provisions together = new Provisions(tariff.statements());
        assertThat(together.leads(near)).isTrue();
        assertThat(together.with(near)).containsExactly(near, row);
        assertThat(together.leads(far)).isFalse();
    }
}
