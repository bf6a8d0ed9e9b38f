package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTest {
    private static final String COVER = "@cover\nRef. 7\n**Supply Agreement**\nbetween\n**A Ltd**\n\n";

    @Test
    void leavesTheCoverWithoutHeaderAndFooter() throws IOException {
        List<String> pages = pages("", COVER + "# Supply Agreement\n\nText.");
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0))
                .contains("Ref. 7", "Supply Agreement", "A Ltd")
                .doesNotContain("Left", "Right", "Page");
        assertThat(pages.get(1)).contains("Left", "Right", "Secret", "Page 2 of 2", "Text.");
    }

    @Test
    void listsEachHeadingWithThePageOnWhichItStands() throws IOException {
        List<String> pages = pages("", COVER + "@contents\n\n# Supply Agreement\n\n" + Rendered.clauses(45));
        List<String> entries =
                pages.get(1).lines().filter(line -> line.contains("...")).toList();
        assertThat(entries).hasSize(5);
        for (String entry : entries) {
            int page = Integer.parseInt(entry.replaceFirst(".* (\\d+)$", "$1"));
            String heading = entry.replaceFirst(" \\.{2,}.*", "");
            assertThat(pages.get(page - 1)).as(entry).contains(heading);
        }
        assertThat(entries.get(4)).matches(".*\\. [4-9]");
    }

    @Test
    void listsAllTopHeadingsWhereNoneHasANumber() throws IOException {
        String contents = pages(
                        "", "@contents\n\n# Title\n\n## Paying us\n\nText.\n\n### Not this one\n\n## Ending\n\nText.")
                .get(0);
        assertThat(contents).contains("Paying us ..", "Ending ..").doesNotContain("Not this one", "Title");
    }

    @Test
    void repeatsTheHeaderRowOfATableThatGoesOnOnTheNextPage() throws IOException {
        StringBuilder table = new StringBuilder("| Item | Price |\n|---|---:|\n");
        for (int i = 1; i <= 60; i++) {
            table.append("| Carton ").append(i).append(" | ").append(i).append(".00 |\n");
        }
        List<String> pages = pages("", table.toString());
        assertThat(pages).hasSizeGreaterThan(1);
        for (String page : pages) {
            assertThat(page).containsOnlyOnce("Item Price").contains("Carton");
        }
        assertThat(pages.get(pages.size() - 1)).contains("Carton 60 60.00");
    }

    @Test
    void keepsTheWordsOfExecutionAndTheSignaturesOnOnePage() throws IOException {
        for (int clauses = 5; clauses < 12; clauses++) {
            List<String> pages = pages(
                    "",
                    Rendered.clauses(clauses)
                            + "Signed by the parties.\n\n@sign A Ltd | Ann Lee | Director | 3 May 2026\n"
                            + "@sign B Ltd | Bo Day | Director | 4 May 2026");
            String last = pages.get(pages.size() - 1);
            assertThat(last).contains("Signed by the parties.", "Ann Lee", "Bo Day", "Date: 4 May 2026");
        }
    }

    @Test
    void setsTheLanguagesOfAClauseSideBySide() throws IOException {
        String page = pages("", "@bilingual\n| Deutsch | English |\n|---|---|\n| Es gilt. | It applies. |")
                .get(0);
        assertThat(page).contains("Deutsch English", "Es gilt. It applies.");
    }

    @Test
    void makesAPageAfterAScanMarkAnImageWithoutText() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(Rendered.bytes("pdf", "", "Typed.\n\n@scan\n\nScanned by §7 at “5 €”."))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(text(document, 1)).contains("Typed.", "Page 1 of 2");
            assertThat(text(document, 2)).isBlank();
            assertThat(document.getPage(1).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void drawsTheSameScanEachTime() {
        String source = "Typed.\n\n@scan\n\n**Bold** _slanted_ plain.\n\n| A | B |\n|---|---|\n| 1 | 2 |";
        assertThat(Rendered.bytes("pdf", "", source)).isEqualTo(Rendered.bytes("pdf", "", source));
    }

    @Test
    void setsArticlesOfAnOrnateDocumentOnTwoLines() throws IOException {
        String page = pages("drafter: US\nornate: true", "## ARTICLE I. ROYALTIES\n\n1.01 _Rates._ Licensee pays.")
                .get(0);
        assertThat(page.lines().map(String::strip)).contains("ARTICLE I.", "ROYALTIES", "1.01 Rates. Licensee pays.");
    }

    @Test
    void setsTheSignsOfContracts() throws IOException {
        String signs = "“a” – — € £ … ½ § ü ß ’ é ×";
        assertThat(pages("", signs).get(0)).contains(signs);
        assertThat(pages("font: sans", signs).get(0)).contains(signs);
    }

    private static List<String> pages(String properties, String blocks) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(Rendered.bytes("pdf", properties, blocks))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                pages.add(text(document, page));
            }
        }
        return pages;
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
