package io.recital.samples.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.evidence.CitationRole;
import io.recital.samples.BuildSamples;
import io.recital.samples.SourceDocument;
import io.recital.samples.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedDocumentTest {
    private static final String BODY = """
            # Supply Agreement

            ## 1. Charges

            1.1 The Supplier may charge **2%** for late orders and 12% for rush orders. The rate of 2% does not change in the first year of the Term.

            1.2 The rates are:

            @widths 60 40
            | Grade | Rate |
            |---|---:|
            | Senior engineer | 12% |
            | Engineer | 2% |
            | Apprentice | 2% |

            ## 2. End

            2.1 The Supplier shall:

              (a) stop work; and

              (b) return all moulds within thirty (30) days.
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "html"})
    void findsAQuoteInTheTextThatIsStoredByClauseAndOccurrence(String format) throws Exception {
        QuotedDocument document = document(format, BODY);
        assertThat(document.unplaced()).isEmpty();
        assertThat(stored(document, quote("1.1", "2%", 1))).isEqualTo("2%");
        assertThat(document.place(quote("1.1", "2%", 2)).parts().get(0).span().start())
                .isGreaterThan(document.place(quote("1.1", "12%", 1))
                        .parts()
                        .get(0)
                        .span()
                        .start());
        assertThat(stored(document, quote("2.1(b)", "return all moulds within thirty (30) days.", 1)))
                .isEqualTo("return all moulds within thirty (30) days.");
        assertThat(stored(document, quote("1", "Charges", 1))).isEqualTo("Charges");
    }

    @Test
    void countsWholeCellsBeforePartsOfCells() throws Exception {
        QuotedDocument document = document("docx", BODY);
        WrittenQuote second = new WrittenQuote(null, "1.2", "2%", 2, CitationRole.CELL, null);
        String before = document.document().text().value().substring(0, start(document, second));
        assertThat(before).endsWith("Apprentice\t");
        WrittenQuote engineer = new WrittenQuote(null, "1.2", "Engineer", null, CitationRole.CELL, null);
        assertThat(stored(document, engineer)).isEqualTo("Engineer");
    }

    @Test
    void saysWhereAQuoteStandsThatIsNotInItsClause() throws Exception {
        QuotedDocument document = document("docx", BODY);
        assertThatThrownBy(() -> document.place(quote("1.2", "stop work", 1)))
                .isInstanceOf(UnfoundQuote.class)
                .hasMessageContaining("it stands under “2.1(a)”");
        assertThatThrownBy(() -> document.place(quote("2.1(b)", "return all moulds within sixty days", 1)))
                .hasMessageContaining("the words go on with “thirty (30) days.” and not with “sixty days”");
        assertThatThrownBy(() -> document.place(quote("1.1", "2%", 3))).hasMessageContaining("2 times, not 3");
        assertThatThrownBy(() -> document.place(quote("9.9", "no such words here", 1)))
                .hasMessageContaining("nothing has this path");
    }

    @Test
    void takesNoPartOfANumberForANumber() throws Exception {
        QuotedDocument document = document("docx", BODY);
        WrittenQuote apprentice = new WrittenQuote(null, "1.2", "2", null, CitationRole.CELL, null);
        assertThat(document.document().text().value().substring(0, start(document, apprentice)))
                .endsWith("Engineer\t");
    }

    @Test
    void dividesAQuoteWhereAPageEndsWithinIt() throws Exception {
        String clause = "The Supplier shall keep records of each delivery of goods under this Agreement. ".repeat(90);
        QuotedDocument document = document("pdf", "# Supply Agreement\n\n## 1. Records\n\n1.1 " + clause + "\n");
        PlacedQuote placed = document.place(quote("1.1", clause.strip(), 1));
        assertThat(placed.parts()).hasSize(2);
        assertThat(placed.parts().get(0).page()).isEqualTo(1);
        assertThat(placed.parts().get(1).page()).isEqualTo(2);
        String between = document.document()
                .text()
                .value()
                .substring(
                        placed.parts().get(0).span().end(),
                        placed.parts().get(1).span().start());
        assertThat(between).contains("Page 1 of 2").contains("Ref. T/1");
    }

    @Test
    void findsTheHeadingAndNotTheContentsPage() throws Exception {
        QuotedDocument document =
                document("pdf", "@cover\nDATED 14 JANUARY 2025\nSupply Agreement\n\n@contents\n\n" + BODY);
        assertThat(document.place(quote("2", "End", 1)).parts().get(0).page()).isEqualTo(3);
        assertThat(document.place(quote("", "Supply Agreement", 1))
                        .parts()
                        .get(0)
                        .page())
                .isEqualTo(3);
    }

    @Test
    void wantsAQuoteFromAScanMarkedAsOne() throws Exception {
        QuotedDocument document = document("pdf", BODY + "\n@scan\n\n3.1 The Customer waives the charge.\n");
        WrittenQuote marked = new WrittenQuote(null, "3.1", "waives the charge", null, null, true);
        assertThat(document.place(marked).parts()).isEmpty();
        assertThatThrownBy(() -> document.place(quote("3.1", "waives the charge", 1)))
                .hasMessageContaining("add \"scanned\": true");
        assertThatThrownBy(() -> document.place(new WrittenQuote(null, "2.1(a)", "stop work", null, null, true)))
                .hasMessageContaining("take \"scanned\" away");
    }

    private QuotedDocument document(String format, String body) throws IOException {
        SourceDocument source = Sources.write(folder, "mill-1-agreement", format, body);
        Files.write(folder.resolve(source.fileName()), BuildSamples.render(source));
        return new QuotedDocument(StoredDocument.read(source, folder));
    }

    private static WrittenQuote quote(String path, String text, int occurrence) {
        return new WrittenQuote(null, path, text, occurrence, null, null);
    }

    private static int start(QuotedDocument document, WrittenQuote quote) throws UnfoundQuote {
        return document.place(quote).parts().get(0).span().start();
    }

    private static String stored(QuotedDocument document, WrittenQuote quote) throws UnfoundQuote {
        PlacedQuote placed = document.place(quote);
        assertThat(placed.parts()).hasSize(1);
        return document.document().text().slice(placed.parts().get(0).span()).replaceAll("\\s+", " ");
    }
}
