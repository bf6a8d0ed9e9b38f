package io.recital.ingestion.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.BlockKind;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.ParsedDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Covers, contents pages, party lists and schedules: what stands there, and how it is cited. */
class FrontMatterTest {
    private static List<Clause> cut(ParsedDocument parsed) {
        return new Segmenter().segment(parsed).clauses();
    }

    private static List<String> paths(ParsedDocument parsed) {
        return cut(parsed).stream().map(Clause::path).toList();
    }

    private static Clause clause(ParsedDocument parsed, String words) {
        return cut(parsed).stream()
                .filter(clause -> clause.text().contains(words))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static Documents coverWithBoldNames() {
        return new Documents()
                .add(BlockKind.HEADING, "Agreement for the hire of cranes")
                .add(BlockKind.PARAGRAPH, "between")
                .add(BlockKind.HEADING, "Ashgrove Lifting plc")
                .add(BlockKind.PARAGRAPH, "and")
                .add(BlockKind.HEADING, "Pennine Building LLP")
                .add(BlockKind.HEADING, "4 May 2024")
                .add(BlockKind.HEADING, "Contents");
    }

    @Test
    void takesTabbedEntriesForContentsAndKeepsTheTitleThatFollows() {
        ParsedDocument parsed = coverWithBoldNames()
                .add(BlockKind.PARAGRAPH, "What you hire\t3")
                .add(BlockKind.PARAGRAPH, "What you pay\t3")
                .add(BlockKind.PARAGRAPH, "Other things\t4")
                .add(BlockKind.TITLE, "Agreement for the hire of cranes")
                .add(
                        BlockKind.PARAGRAPH,
                        "This agreement is dated 4 May 2024 and sets out how you hire cranes from us.")
                .add(BlockKind.HEADING, "What you hire")
                .add(BlockKind.PARAGRAPH, "We will bring the cranes to your site.")
                .build();
        assertThat(paths(parsed)).containsExactly("", "", "", "Preamble", "What you hire");
        assertThat(cut(parsed).get(1).heading()).isEqualTo(Segmenter.CONTENTS);
        assertThat(cut(parsed).get(2).text()).isEqualTo("Agreement for the hire of cranes");
    }

    @Test
    void takesLedLinesOfOneParagraphForContents() {
        ParsedDocument parsed = coverWithBoldNames()
                .add(BlockKind.PARAGRAPH, """
                        § 1 Goods ................................................................ 3
                        § 2 Price ................................................................ 4
                        § 3 Term ................................................................. 5""")
                .add(BlockKind.HEADING, "Agreement for the hire of cranes")
                .add(BlockKind.PARAGRAPH, "This Agreement is made on 4 May 2024 between")
                .add(BlockKind.LIST_ITEM, "(1) Ashgrove Lifting plc, Leeds (the “Owner”), and")
                .add(BlockKind.LIST_ITEM, "(2) Pennine Building LLP, York (the “Hirer”).")
                .add(BlockKind.HEADING, "§ 1 Goods")
                .add(BlockKind.LIST_ITEM, "(1) The Owner shall hire out the cranes.")
                .add(BlockKind.LIST_ITEM, "(2) The Hirer shall inspect them.")
                .build();
        assertThat(paths(parsed)).containsExactly("", "", "", "Preamble", "(1)", "(2)", "1", "1(1)", "1(2)");
        assertThat(clause(parsed, "Pennine Building LLP, York").kind()).isEqualTo(ClauseKind.PREAMBLE);
    }

    @Test
    void citesPartiesBelowTheirHeading() {
        ParsedDocument parsed = new Documents()
                .add(BlockKind.HEADING, "Parties")
                .add(BlockKind.PARAGRAPH, "THIS AGREEMENT is dated 4 May 2024 and made between:")
                .add(BlockKind.LIST_ITEM, "(1) Ashgrove Lifting plc (the “Owner”); and")
                .add(BlockKind.LIST_ITEM, "(2) Pennine Building LLP (the “Hirer”).")
                .add(BlockKind.HEADING, "1. Hire")
                .add(BlockKind.PARAGRAPH, "1.1 The Owner shall hire out the cranes.")
                .build();
        assertThat(paths(parsed)).containsExactly("Parties", "Parties(1)", "Parties(2)", "1", "1.1");
    }

    @Test
    void takesNoBoldNameOfAPartyForAHeading() {
        ParsedDocument parsed = new Documents()
                .add(BlockKind.HEADING, "HIRE AGREEMENT")
                .add(BlockKind.PARAGRAPH, "between")
                .add(BlockKind.HEADING, "ASHGROVE LIFTING PLC")
                .add(BlockKind.PARAGRAPH, "and")
                .add(BlockKind.HEADING, "PENNINE BUILDING LLP")
                .add(BlockKind.HEADING, "1. Hire")
                .add(BlockKind.PARAGRAPH, "1.1 The Owner shall hire out the cranes.")
                .build();
        assertThat(paths(parsed)).containsExactly("", "Preamble", "1", "1.1");
    }

    @Test
    void citesItemsBelowAnUnnumberedHeadingByIt() {
        ParsedDocument parsed = new Documents()
                .add(BlockKind.PARAGRAPH, "This agreement is dated 4 May 2024 and made between Ashgrove plc and you.")
                .add(BlockKind.HEADING, "Paying us")
                .add(BlockKind.PARAGRAPH, "You will pay:")
                .add(BlockKind.LIST_ITEM, "(a) the weekly hire; and")
                .add(BlockKind.LIST_ITEM, "(b) the carriage.")
                .add(BlockKind.PARAGRAPH, "You may not set off.")
                .build();
        assertThat(paths(parsed)).containsExactly("Preamble", "Paying us", "Paying us(a)", "Paying us(b)", "Paying us");
    }

    @Test
    void citesTheParagraphsOfADocumentThatIsASchedule() {
        ParsedDocument parsed = new Documents()
                .add(BlockKind.HEADING, "EXHIBIT C: HIRE RATES")
                .add(BlockKind.PARAGRAPH, "by and between")
                .add(BlockKind.HEADING, "ASHGROVE LIFTING PLC")
                .add(BlockKind.HEADING, "Contents")
                .add(BlockKind.HEADING, "1.\tRates\t3")
                .add(BlockKind.TITLE, "Exhibit C: Hire Rates")
                .add(BlockKind.TITLE, "to the Hire Agreement dated 4 May 2024")
                .add(
                        BlockKind.PARAGRAPH,
                        "This Exhibit C is part of the Agreement between Ashgrove plc and Pennine LLP.")
                .add(BlockKind.HEADING, "1. Rates")
                .add(BlockKind.PARAGRAPH, "1.1 The Hirer shall pay £400 a day.")
                .add(BlockKind.HEADING, "Surcharges")
                .add(BlockKind.PARAGRAPH, "The Hirer shall pay £40 more at night.")
                .build();
        assertThat(paths(parsed))
                .containsExactly(
                        "", "", "Exhibit C", "Exhibit C", "Exhibit C, para 1", "Exhibit C, para 1.1", "Exhibit C");
        assertThat(clause(parsed, "£40 more").headingPath()).contains("Surcharges");
    }

    @Test
    void takesAnEMailForBodyThatBelongsToNoClause() {
        ParsedDocument parsed = new Documents()
                .add(BlockKind.TITLE, "Change of the hire rates")
                .add(BlockKind.PARAGRAPH, "From: Ada Poole\nTo: Ben Marsh")
                .add(BlockKind.PARAGRAPH, "Dear Mr Marsh,")
                .add(BlockKind.PARAGRAPH, "From 1 June you shall pay £420 a day.")
                .build();
        Clause body = clause(parsed, "£420");
        assertThat(body.path()).isEmpty();
        assertThat(body.kind()).isEqualTo(ClauseKind.CLAUSE);
    }

    @Test
    void readsTheFirstNumberBelowAHeadingThatEndsInASmallWord() {
        ParsedDocument parsed = new Documents()
                .add(BlockKind.HEADING, "1. Hire")
                .add(BlockKind.PARAGRAPH, "1.1 The Owner shall hire out the cranes.")
                .add(BlockKind.HEADING, "2. Step-in")
                .add(BlockKind.PARAGRAPH, "2.1 The Hirer may step in.")
                .build();
        assertThat(paths(parsed)).containsExactly("1", "1.1", "2", "2.1");
    }
}
