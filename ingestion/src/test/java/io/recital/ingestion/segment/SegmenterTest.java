package io.recital.ingestion.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.BlockKind;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.Definition;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Passage;
import io.recital.models.clause.Segmentation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmenterTest {
    private static final Segmenter SEGMENTER = new Segmenter();

    private static final String SERVICES_AGREEMENT = """
            MASTER SERVICES AGREEMENT

            TABLE OF CONTENTS

            ARTICLE I DEFINITIONS ........ 1

            ARTICLE II SERVICES ........ 2

            This Master Services Agreement (this "Agreement") is made on 3 March 2025 between Harbour Freight Systems Ltd, a company registered in England (the "Supplier"), and Meadow Foods Inc., a Delaware corporation ("Customer"), each a "Party".

            WHEREAS, the Supplier runs logistics software; and

            WHEREAS, the Customer wishes to use it;

            NOW, THEREFORE, the parties agree as follows:

            ARTICLE I

            DEFINITIONS

            1.01 "Fees" means the amounts set out in Schedule 1.

            1.02 "Services" means the hosting described in
            Section 2.01 of this Agreement.

            ARTICLE II - SERVICES

            2.01 Hosting. The Supplier shall:

            (a) host the software; and

            (b) keep it available in accordance with Section

            4.2 of the service description, that is:

            (i) on business days; and

            (ii) at weekends.

            (c) The Supplier shall report monthly.

            2.02 Support. The Supplier shall answer within thirty (30) days.

            IN WITNESS WHEREOF, the parties have signed this Agreement.

            By: ____________________

            SCHEDULE 1

            CHARGES

            1. The Customer shall pay 5,000 euros each month.

            2. The Supplier shall invoice monthly.

            Exhibit A - Service Levels

            2.1 Availability is 99.9 %.
            """;

    private static List<String> paths(ParsedDocument parsed) {
        return SEGMENTER.segment(parsed).clauses().stream().map(Clause::path).toList();
    }

    @Test
    void citesClausesAsALawyerWould() {
        assertThat(paths(Documents.plain(SERVICES_AGREEMENT)))
                .containsExactly(
                        "",
                        "",
                        "Preamble",
                        "Recitals",
                        "Article I",
                        "1.01",
                        "1.02",
                        "Article II",
                        "2.01",
                        "2.01(a)",
                        "2.01(b)",
                        "2.01(b)(i)",
                        "2.01(b)(ii)",
                        "2.01(c)",
                        "2.02",
                        "Signatures",
                        "Schedule 1",
                        "Schedule 1, para 1",
                        "Schedule 1, para 2",
                        "Exhibit A",
                        "Exhibit A, para 2.1");
    }

    @Test
    void givesClausesTheirHeadingsAndParents() {
        Segmentation cut = SEGMENTER.segment(Documents.plain(SERVICES_AGREEMENT));
        Clause item = clause(cut, "2.01(a)");
        Clause hosting = clause(cut, "2.01");
        assertThat(item.headingPath()).containsExactly("SERVICES", "Hosting");
        assertThat(item.parent()).isEqualTo(hosting.id());
        assertThat(hosting.heading()).isEqualTo("Hosting");
        assertThat(clause(cut, "Article I").heading()).isEqualTo("DEFINITIONS");
        assertThat(clause(cut, "Schedule 1").headingPath()).containsExactly("CHARGES");
    }

    @Test
    void tellsTheParts() {
        Segmentation cut = SEGMENTER.segment(Documents.plain(SERVICES_AGREEMENT));
        assertThat(clause(cut, "Preamble").kind()).isEqualTo(ClauseKind.PREAMBLE);
        assertThat(clause(cut, "Recitals").kind()).isEqualTo(ClauseKind.RECITAL);
        assertThat(clause(cut, "1.01").kind()).isEqualTo(ClauseKind.DEFINITION);
        assertThat(clause(cut, "Signatures").kind()).isEqualTo(ClauseKind.SIGNATURE);
        assertThat(clause(cut, "Exhibit A").kind()).isEqualTo(ClauseKind.SCHEDULE);
    }

    /** What a sentence says of a quoted term, and what begins the meaning; or nothing, where it only uses the word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            “Working Day” is Monday to Friday, except public holidays in Bavaria.     | Working Day | Monday to Friday
            In this lease a “Season” runs from 1 March to 31 October.                 | Season      | from 1 March
            “Term” is each period of three months that begins on 1 May or 1 June.     | Term        | each period of three
            A “Banking Day” is a day on which banks are open in Dublin.               | Banking Day | a day on which
            The crates marked “Fragile” are stacked no higher than two.               | Fragile     | nothing
            The word “Sample” is printed on each page.                                | Sample      | nothing
            """)
    void readsATermThatIsDefinedByWhatItIs(String sentence, String term, @Nullable String meaning) {
        List<String> meanings =
                SEGMENTER.segment(Documents.plain("1. Words\n\n1.1 " + sentence + "\n")).definitions().stream()
                        .filter(definition -> definition.term().equals(term))
                        .map(Definition::meaning)
                        .toList();

        if (meaning == null) {
            assertThat(meanings).isEmpty();
        } else {
            assertThat(meanings).singleElement().asString().startsWith(meaning);
        }
    }

    @Test
    void readsTermsThatAreSetInBoldInsteadOfQuotes() {
        String text = """
                1. Words

                Contract year means the period from the start date to 31 May 2027, and then each period of twelve months that begins on 1 June.

                This means that the price is fixed. A late report means nothing.
                """;
        assertThat(SEGMENTER.segment(Documents.plain(text)).definitions())
                .singleElement()
                .satisfies(definition -> {
                    assertThat(definition.term()).isEqualTo("Contract year");
                    assertThat(definition.meaning()).endsWith("that begins on 1 June.");
                    assertThat(definition.party()).isFalse();
                });
    }

    @Test
    void readsPartiesAndDefinedTerms() {
        List<Definition> definitions =
                SEGMENTER.segment(Documents.plain(SERVICES_AGREEMENT)).definitions();
        assertThat(definitions)
                .filteredOn(Definition::party)
                .extracting(Definition::term, Definition::meaning)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Supplier", "Harbour Freight Systems Ltd"),
                        org.assertj.core.groups.Tuple.tuple("Customer", "Meadow Foods Inc."));
        assertThat(definitions)
                .filteredOn(definition -> definition.term().equals("Fees"))
                .singleElement()
                .satisfies(fees -> assertThat(fees.meaning()).isEqualTo("the amounts set out in Schedule 1."));
    }

    @Test
    void coversTheWordingOnceAndInOrder() {
        ParsedDocument parsed = Documents.plain(SERVICES_AGREEMENT);
        Segmentation cut = SEGMENTER.segment(parsed);
        StringBuilder rest = new StringBuilder(parsed.text().value());
        for (int i = cut.clauses().size() - 1; i >= 0; i--) {
            Clause clause = cut.clauses().get(i);
            assertThat(parsed.text().slice(clause.span())).isEqualTo(clause.text());
            rest.delete(clause.span().start(), clause.span().end());
        }
        assertThat(rest.toString()).isBlank();
        assertPassagesStandInTheirClauses(parsed, cut);
    }

    private static void assertPassagesStandInTheirClauses(ParsedDocument parsed, Segmentation cut) {
        int end = 0;
        for (Passage passage : cut.passages()) {
            assertThat(passage.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(parsed.text().slice(passage.span())).isEqualTo(passage.text());
            assertThat(cut.clauses())
                    .filteredOn(clause -> clause.id().equals(passage.clause()))
                    .singleElement()
                    .satisfies(clause ->
                            assertThat(clause.span().contains(passage.span())).isTrue());
            end = passage.span().end();
        }
    }

    @Test
    void leavesPageFurnitureOutOfClausesAndPassages() {
        ParsedDocument parsed = new Documents()
                .add(BlockKind.PARAGRAPH, "7. Payment. The Customer shall pay each invoice within")
                .add(BlockKind.PAGE_FOOTER, "Confidential")
                .add(BlockKind.PAGE_NUMBER, "3")
                .add(BlockKind.PARAGRAPH, "thirty days after it has received it. 😀 It shall not set off.")
                .build();
        Segmentation cut = SEGMENTER.segment(parsed);
        assertThat(cut.clauses().get(0).text())
                .isEqualTo("7. Payment. The Customer shall pay each invoice within\n"
                        + "thirty days after it has received it. 😀 It shall not set off.");
        assertThat(cut.passages()).noneMatch(passage -> passage.text().contains("Confidential"));
        assertPassagesStandInTheirClauses(parsed, cut);
    }

    @Test
    void readsNumbersThatTheFormatGenerated() {
        ParsedDocument parsed = new Documents()
                .add(BlockKind.HEADING, "Service levels", 1, "7")
                .add(BlockKind.PARAGRAPH, "The Supplier shall meet these targets:", 2, "7.1")
                .add(BlockKind.LIST_ITEM, "availability of 99.5 %;", 3, "(a)")
                .add(BlockKind.LIST_ITEM, "response within four hours.", 3, "(b)")
                .build();
        assertThat(paths(parsed)).containsExactly("7", "7.1", "7.1(a)", "7.1(b)");
    }

    private static Clause clause(Segmentation cut, String path) {
        return cut.clauses().stream()
                .filter(clause -> clause.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No clause " + path + " in "
                        + cut.clauses().stream().map(Clause::path).toList()));
    }

    @Test
    void tellsTheLanguageOfEachClauseAndShortOnesFollowTheirNeighbours() {
        Segmentation cut = SEGMENTER.segment(Documents.plain("""
                1. Payment. The Customer shall pay each invoice within thirty days after it has received it, and shall not set off.

                2. Schmidt & Becker Logistik GmbH, Hamburg

                3. Zahlung. Der Kunde bezahlt jede Rechnung innerhalb von dreißig Tagen nach ihrem Eingang, und zwar ohne Abzug und auf das in der Rechnung genannte Konto des Lieferanten, soweit die Parteien nichts anderes vereinbart haben.
                """));
        assertThat(cut.clauses()).extracting(Clause::language).containsExactly("en", "en", "de");
        assertThat(cut.passages()).extracting(Passage::language).containsExactly("en", "en", "de");
    }

    @Test
    void doesNotTakeReferencesAndPageNumbersForClauses() {
        ParsedDocument parsed = Documents.plain("""
                1. Scope. The Supplier shall deliver the goods set out in Section

                4.2 of the catalogue, as

                3

                amended from time to time, subject to clause 2.

                2. Price. The price is stated in Exhibit B, and

                Section 9 of this Agreement applies.
                """);
        assertThat(paths(parsed)).containsExactly("1", "2");
    }

    @Test
    void readsNumbersAndHeadingsThroughMarkdownEmphasis() {
        Segmentation cut = SEGMENTER.segment(Documents.plain("""
                **1. Scope**. The Supplier hosts the software.

                2. **Fees**. The Customer pays monthly.
                """));
        assertThat(cut.clauses()).extracting(Clause::path).containsExactly("1", "2");
        assertThat(cut.clauses()).extracting(Clause::heading).containsExactly("Scope", "Fees");
    }
}
