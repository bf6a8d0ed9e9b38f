package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Passage;
import io.recital.models.evidence.Span;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExcerptRankingTest {
    private static final UUID DOCUMENT = UUID.randomUUID();
    private static final PassageHit FEES = passage(0, "Fees are due monthly. Invoices carry an order number. No tax.");
    private static final PassageHit AUDITS = passage(100, "Books are kept. The buyer may audit them twice a year.");
    private static final Span MAY_AUDIT = new Span(116, 154);

    private static PassageHit passage(int start, String text) {
        Passage passage = new Passage(
                UUID.randomUUID(),
                start,
                UUID.randomUUID(),
                "1",
                List.of(),
                new Span(start, start + text.length()),
                text,
                null,
                "en");
        return new PassageHit(
                passage, UUID.randomUUID(), DOCUMENT, "a.txt", "A", new PassageScore(0, null, null, null, null));
    }

    private static List<ExcerptHit> rank(Map<String, Double> types, ScoredRun... runs) {
        return new ExcerptRanking(types, List.of(FEES, AUDITS)).rank(List.of(runs), 64);
    }

    private static List<String> quotes(List<ExcerptHit> hits) {
        return hits.stream().map(hit -> hit.cite().quote().strip()).toList();
    }

    @Test
    void putsTheSentencesOfTheClauseTypeFirstAndWhatIsLeftOfTheirPassageLater() {
        ScoredRun run = new ScoredRun(AUDITS, MAY_AUDIT, "Audit Rights", 0.8);

        List<ExcerptHit> hits = rank(Map.of("Audit Rights", 0.9), run);

        assertThat(quotes(hits))
                .containsExactly(
                        "The buyer may audit them twice a year.", FEES.passage().text(), "Books are kept.");
        assertThat(hits.get(0).label()).isEqualTo("Audit Rights");
        assertThat(hits).extracting(ExcerptHit::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void keepsTheOrderOfPassagesWhenNoClauseTypeIsAskedFor() {
        assertThat(quotes(rank(Map.of())))
                .containsExactly(FEES.passage().text(), AUDITS.passage().text());
    }

    @Test
    void letsThePassagesGoFirstWhereTheClauseTypeIsMostlyAnother() {
        ScoredRun run = new ScoredRun(AUDITS, MAY_AUDIT, "Audit Rights", 0.8);

        assertThat(rank(Map.of("Audit Rights", 0.1), run).get(0).label()).isNull();
    }

    @Test
    void addsUpTheLabelsOfOneRun() {
        ScoredRun licence = new ScoredRun(AUDITS, MAY_AUDIT, "License Grant", 0.5);
        ScoredRun sole = new ScoredRun(AUDITS, MAY_AUDIT, "Exclusivity", 0.5);
        ScoredRun other = new ScoredRun(FEES, new Span(0, 21), "License Grant", 0.6);

        List<ExcerptHit> hits = rank(Map.of("License Grant", 0.5, "Exclusivity", 0.5), licence, sole, other);

        assertThat(hits.get(0).span()).isEqualTo(MAY_AUDIT);
    }

    @Test
    void bringsNoCharacterTwiceAndNoMoreThanWanted() {
        ScoredRun run = new ScoredRun(AUDITS, MAY_AUDIT, "Audit Rights", 0.8);
        ScoredRun longer = new ScoredRun(AUDITS, new Span(100, 154), "Audit Rights", 0.4);

        List<ExcerptHit> hits = rank(Map.of("Audit Rights", 0.9), run, longer);

        for (ExcerptHit hit : hits) {
            assertThat(hits)
                    .filteredOn(other -> other.span().overlaps(hit.span()))
                    .containsExactly(hit);
        }
        assertThat(new ExcerptRanking(Map.of(), List.of(FEES, AUDITS)).rank(List.of(run), 1))
                .hasSize(1);
    }
}
