package io.recital.models.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Supplier shall deliver the Goods.|Buyer shall pay within thirty (30) days.",
                "This Agreement is made between Northwind Freight, Inc. and Alder Mills Ltd. of Leeds.|It begins on 1 March 2024.",
                "Order No. 17 was placed with Harbour Packaging Co.|The order stands.",
                "Harbour Packaging Co. Limited is the Supplier.",
                "Notices go to Messrs. Vale and Stone, e.g. by courier, i.e. not by e-mail.|They are deemed received at 5 p.m. London time.",
                "Section 7.2. Late Payment.|Interest accrues at 2.5% per annum.",
                "7.2. Late payment bears interest.|7.3. Interest is compounded monthly.",
                "Fees are set out in Section 7.2.|The Supplier may not exceed them.",
                "ARTICLE IV. CONFIDENTIALITY.|Each party keeps the terms secret.",
                "The laws of the U.S. govern this Agreement.|The courts of the U.K. have no jurisdiction.",
                "Supplier may terminate: (a) for breach;|(b) on insolvency; or|(c) at will.",
                "The Service Levels are:\n|(a) availability of 99.9%;\n|(b) response within one hour.",
                "The parties agree that J. R. Hartley signs for the Buyer.|He may delegate.",
                "\"Net Sales\" means the price invoiced.|\"Territory\" means France.",
                "He said \"the goods are late.\"|The Supplier agreed.",
                "TERM AND RENEWAL\n\n|This Agreement runs for three years.",
                "The Supplier shall indemnify\n\nthe Buyer against all claims.",
                "Products:\n|• cartons\n|• pallets",
                "Is the fee fixed?|Yes!|[***] percent is due.",
                "Seller reports within five\n(5) Business Days of each month.|It pays twenty-one\n(21) days later.",
                "The Supplier reports on five points:\n|(1) uptime;\n|(2) response.",
                "Payment of EUR 1.500,00 is due.|See Exhibit A. for details."
            })
    void cutsWhereALawyerWould(String marked) {
        String text = marked.replace(".|", ". ")
                .replace("?|", "? ")
                .replace("!|", "! ")
                .replace("|", " ");
        List<String> expected =
                List.of(marked.split("\\|")).stream().map(String::strip).toList();
        StoredText stored = StoredText.of(text);
        assertThat(SentenceSplitter.split(stored).stream().map(stored::slice)).containsExactlyElementsOf(expected);
    }

    @Test
    void countsCodePointsAndNotJavaCharacters() {
        StoredText text = StoredText.of("The fee 💶💶 is fixed. It is due at once.");
        assertThat(SentenceSplitter.split(text)).containsExactly(new Span(0, 20), new Span(21, 39));
    }

    @Test
    void splitsAPartInTheOffsetsOfTheWhole() {
        StoredText text = StoredText.of("One is here. Two is here. Three is here.");
        assertThat(SentenceSplitter.split(text, new Span(13, 40)).stream().map(text::slice))
                .containsExactly("Two is here.", "Three is here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n ", "\u00a0"})
    void findsNoSentenceInBlankText(String blank) {
        assertThat(SentenceSplitter.split(StoredText.of(blank))).isEmpty();
    }

    @Test
    void losesNoWords() {
        String text =
                "1. Scope. The Supplier (i) shall deliver; and (ii) shall install.\r\n\r\n2\r\n\r\nand test; No. 5 stays.  ";
        StoredText stored = StoredText.of(text);
        String joined = String.join(
                "", SentenceSplitter.split(stored).stream().map(stored::slice).toList());
        assertThat(joined.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void staysFastOnALongTextWithoutStops() {
        String text = "word (a) 7.2 ; ".repeat(200_000);
        assertThat(SentenceSplitter.split(StoredText.of(text))).isNotEmpty();
    }
}
