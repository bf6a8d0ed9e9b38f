package io.recital.models.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BesideTest {
    private static final UUID DOCUMENT = FamilyInWords.id("document");
    private static final String WORDS =
            "Late loads cost 1% a day. The first day is free. Loads of samples do not count.";

    private static Clause clause(String path, int start, String text, TableRow... rows) {
        return new Clause(
                UUID.randomUUID(),
                0,
                ClauseKind.TITLE,
                path,
                null,
                null,
                List.of(),
                new Span(start, start + text.length()),
                text,
                List.of(rows),
                "en");
    }

    private static Finding citing(String path, int start, String quote, CitationRole role) {
        Finding finding =
                FamilyInWords.finding("L-1", new CommercialLever(LeverType.LIQUIDATED_DAMAGES, List.of()), quote);
        Citation citation = new Citation(
                DOCUMENT,
                DOCUMENT,
                "l.txt",
                path,
                7,
                new Span(start, start + quote.length()),
                quote,
                Sha256.of(quote),
                role);
        return new Finding(
                finding.id(),
                finding.contract(),
                DOCUMENT,
                null,
                finding.content(),
                List.of(citation),
                1.0,
                finding.provenance(),
                false,
                finding.review());
    }

    @Test
    void holdsTheOtherSentencesOfASectionThatIsCitedWithTheirPlaces() {
        Finding lever = citing("4.1", 100, "Late loads cost 1% a day.", CitationRole.CLAUSE);

        List<Citation> beside = Beside.of(
                        List.of(lever),
                        DOCUMENT,
                        List.of(
                                clause("4.1", 100, WORDS),
                                clause("4.2", 300, "Claims end with the month."),
                                clause("5.1", 400, "Nothing else.")))
                .sentences();

        assertThat(beside)
                .extracting(Citation::quote)
                .containsExactly(
                        "The first day is free.", "Loads of samples do not count.", "Claims end with the month.");
        assertThat(beside.get(2).path()).isEqualTo("4.2");
        assertThat(beside.get(0).span()).isEqualTo(new Span(126, 148));
        assertThat(beside.get(0).page()).isEqualTo(7);
    }

    @Test
    void holdsAllSentencesOfClausesThatSpeakOfChargesWhoeverCitesThem() {
        Finding lever = citing("4.1", 100, "Late loads cost 1% a day.", CitationRole.CLAUSE);
        String tolls = "Tolls\nTolls are charged at cost. Z1  4.00";
        TableRow row = row(0, cell(733, "Z1"), cell(737, "4.00"));

        Beside beside = Beside.of(
                List.of(lever),
                DOCUMENT,
                List.of(
                        clause("4.1", 100, WORDS),
                        clause("5.1", 300, "The driver waits."),
                        clause("5.2", 700, tolls, row)));

        assertThat(beside.charges())
                .extracting(Citation::quote)
                .containsExactly(
                        "Late loads cost 1% a day.",
                        "The first day is free.",
                        "Loads of samples do not count.",
                        "Tolls\nTolls are charged at cost.");
        assertThat(beside.charges().get(3).span()).isEqualTo(new Span(700, 732));
    }

    @Test
    void holdsTheOtherCellsOfARowOfWhichOneIsCited() {
        String text = "KR-70  Kraft paper\nBX-12  Box";
        TableRow kraft = row(0, cell(500, "KR-70"), cell(507, "Kraft paper"));
        TableRow box = row(1, cell(519, "BX-12"), cell(526, "Box"));
        Finding lever = citing("Annex", 507, "Kraft paper", CitationRole.CELL);

        List<List<Citation>> rows = Beside.of(List.of(lever), DOCUMENT, List.of(clause("Annex", 500, text, kraft, box)))
                .rows();

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row).extracting(Citation::quote).containsExactly("KR-70", "Kraft paper"));
    }

    private static TableRow row(int number, TableCell... cells) {
        return new TableRow(0, number, false, List.of(cells));
    }

    private static TableCell cell(int start, String text) {
        return new TableCell(0, new Span(start, start + text.length()), text, List.of(), List.of());
    }
}
