package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.DocumentVersion;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseScore;
import io.recital.retrieval.search.TestPortfolio.Words;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdbcScoredRunsTest {
    private static final Words AUDIT = Words.of("Audit", "The buyer may inspect the books once a year.", 1);
    private static final ClauseScore SURE = new ClauseScore("Audit Rights", new Span(0, 40), 0.75);
    private static final ClauseScore OVER_THE_END = new ClauseScore("Audit Rights", new Span(10, 400), 0.25);
    private static final ClauseScore LAW = new ClauseScore("Governing Law", new Span(0, 40), 0.5);

    private final ScoredRuns runs = new JdbcScoredRuns(SearchDatabase.get().dataSource());
    private final TestPortfolio portfolio = new TestPortfolio();

    private List<ScoredRun> find(SearchScope scope) {
        return portfolio.inTenant(() -> runs.find(Set.of("Audit Rights"), scope));
    }

    @Test
    void findsTheRunsOfALabelBestFirstWithinTheirPassages() {
        DocumentVersion document = portfolio.add("msa.pdf", AUDIT);
        portfolio.addScores(document, OVER_THE_END, SURE, LAW);

        List<ScoredRun> found = find(SearchScope.everywhere(10));

        assertThat(found).extracting(ScoredRun::score).containsExactly(0.75, 0.25);
        assertThat(found.get(0).span()).isEqualTo(SURE.span());
        assertThat(found.get(1).span()).isEqualTo(new Span(10, AUDIT.text().length()));
        assertThat(found).allMatch(run -> run.passage().contract().equals(document.contract()));
    }

    @Test
    void looksWithinTheScopeAndBringsNoMoreThanWanted() {
        DocumentVersion one = portfolio.add("one.pdf", AUDIT);
        DocumentVersion two = portfolio.add("two.pdf", AUDIT, AUDIT);
        portfolio.addScores(one, SURE);
        portfolio.addScores(two, SURE);

        assertThat(find(SearchScope.everywhere(1))).isNotEmpty();
        assertThat(find(SearchScope.ofContract(one.contract(), 10)))
                .singleElement()
                .satisfies(run -> assertThat(run.passage().document()).isEqualTo(one.id()));
        assertThat(find(SearchScope.ofDocument(one.id(), 10))).hasSize(1);
    }

    @Test
    void findsNothingOfAnotherTenantAndNothingWithoutATenant() {
        portfolio.addScores(portfolio.add("msa.pdf", AUDIT), SURE);

        assertThat(new TestPortfolio().inTenant(() -> runs.find(Set.of("Audit Rights"), SearchScope.everywhere(10))))
                .isEmpty();
        assertThat(runs.find(Set.of("Audit Rights"), SearchScope.everywhere(10)))
                .isEmpty();
    }
}
