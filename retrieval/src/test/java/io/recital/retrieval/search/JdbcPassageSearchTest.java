package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Passage;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.DocumentVersion;
import io.recital.retrieval.search.TestPortfolio.Words;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcPassageSearchTest {
    private static final Words PAYMENT =
            Words.of("Payment", "Customer pays each undisputed invoice within 45 days of receipt.", 1);
    private static final Words CREDITS =
            Words.of("Service Credits", "A credit of 5 % falls due when availability is below 99.9 %.", 2);
    private static final Words LAW = Words.of("Governing Law", "This agreement is governed by the laws of Ireland.", 3);

    private final PassageSearch search =
            new JdbcPassageSearch(SearchDatabase.get().dataSource());
    private final TestPortfolio portfolio = new TestPortfolio();

    private List<PassageHit> search(String question, int direction, SearchScope scope) {
        return portfolio.inTenant(() -> search.search(question, TestPortfolio.question(direction), scope));
    }

    private static List<String> texts(List<PassageHit> hits) {
        return hits.stream().map(PassageHit::passage).map(Passage::text).toList();
    }

    @Test
    void bringsThePassageThatIsBestByMeaningAndByWordsFirst() {
        DocumentVersion document = portfolio.add("msa.pdf", PAYMENT, CREDITS, LAW);

        List<PassageHit> hits = search("Which law governs the agreement?", 3, SearchScope.everywhere(10));

        PassageHit best = hits.get(0);
        assertThat(best.passage().text()).isEqualTo(LAW.text());
        assertThat(best.contract()).isEqualTo(document.contract());
        assertThat(best.document()).isEqualTo(document.id());
        assertThat(best.file()).isEqualTo("msa.pdf");
        assertThat(best.score().similarityRank()).isEqualTo(1);
        assertThat(best.score().similarity()).isGreaterThan(0.99);
        assertThat(best.score().wordsRank()).isEqualTo(1);
        assertThat(best.score().fused()).isEqualTo(2.0 / 61);
        assertThat(best.cite().quote()).isEqualTo(LAW.text());
    }

    @Test
    void findsByWordsWhatNoModelCouldEmbed() {
        Words german = new Words("Zahlung", "Der Skonto beträgt zwei Prozent.", "de", -1);
        portfolio.add("rahmenvertrag.docx", german, PAYMENT);

        PassageHit hit = search("What does Skonto come to?", 9, SearchScope.everywhere(10)).stream()
                .filter(found -> found.passage().language().equals("de"))
                .findFirst()
                .orElseThrow();

        assertThat(hit.score().wordsRank()).isEqualTo(1);
        assertThat(hit.score().similarity()).isNull();
    }

    @Test
    void rareWordsWeighMoreThanCommonOnes() {
        Words common = Words.of("Invoices", "The supplier invoices monthly; the supplier keeps each invoice.", 5);
        Words other = Words.of("Reports", "The supplier reports on every invoice of the supplier.", 6);
        Words rare = Words.of("Transit", "The supplier insures goods against demurrage.", 7);
        portfolio.add("supply.pdf", common, other, rare);

        List<PassageHit> hits = search("supplier demurrage", 300, SearchScope.everywhere(10));

        assertThat(hits)
                .filteredOn(hit -> Integer.valueOf(1).equals(hit.score().wordsRank()))
                .extracting(hit -> hit.passage().text())
                .containsExactly(rare.text());
    }

    @Test
    void doesNotCompareVectorsOfAnotherModel() {
        portfolio.add("old.pdf", null, "older-model", LAW);

        List<PassageHit> hits = search("unrelated", 3, SearchScope.everywhere(10));

        assertThat(hits).isEmpty();
    }

    @Test
    void servesTheCurrentVersionUnlessAnOlderOneIsAskedFor() {
        DocumentVersion first = portfolio.add("v1.pdf", PAYMENT);
        Words changed = Words.of("Payment", "Customer pays each invoice within 30 days.", 1);
        DocumentVersion second = portfolio.add("v2.pdf", first.contract(), TestPortfolio.MODEL, changed);

        assertThat(texts(search("When are invoices paid?", 1, SearchScope.everywhere(10))))
                .containsExactly(changed.text());
        assertThat(texts(search("When are invoices paid?", 1, SearchScope.ofContract(first.contract(), 10))))
                .containsExactly(changed.text());
        assertThat(texts(search("When are invoices paid?", 1, SearchScope.ofDocument(first.id(), 10))))
                .containsExactly(PAYMENT.text());
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void looksOnlyIntoTheContractsAndCounterpartiesAskedFor() {
        DocumentVersion one = portfolio.add("one.pdf", PAYMENT);
        DocumentVersion two = portfolio.add("two.pdf", LAW, CREDITS);
        Counterparty northwind = portfolio.inTenant(
                () -> SearchDatabase.repositories().counterparties().findOrCreate("Northwind Hosting Ltd"));
        portfolio.run(() -> SearchDatabase.repositories().contracts().setCounterparty(two.contract(), northwind.id()));

        assertThat(texts(search("law payment credit", 1, SearchScope.ofContract(one.contract(), 10))))
                .containsExactly(PAYMENT.text());
        assertThat(texts(search("law payment credit", 1, SearchScope.ofCounterparty(northwind.id(), 10))))
                .containsExactlyInAnyOrder(LAW.text(), CREDITS.text());
        SearchScope neither = new SearchScope(Set.of(one.contract()), Set.of(), Set.of(northwind.id()), 10);
        assertThat(search("law payment credit", 1, neither)).isEmpty();
    }

    @Test
    void bringsNoMoreThanAskedFor() {
        portfolio.add("msa.pdf", PAYMENT, CREDITS, LAW);

        assertThat(search("law payment credit", 1, SearchScope.everywhere(2))).hasSize(2);
    }

    @Test
    void takesAnyQuestionAsWordsAndNotAsSyntax() {
        portfolio.add("msa.pdf", PAYMENT);

        for (String question : List.of("", "   ", "the of and", "' | & ! :* <->", "it's \\ 'quoted'", "\"", "a:b*c")) {
            assertThat(texts(search(question, 1, SearchScope.everywhere(5)))).containsExactly(PAYMENT.text());
        }
    }

    @Test
    void findsNothingOfAnotherTenantAndNothingWithoutATenant() {
        DocumentVersion document = portfolio.add("msa.pdf", PAYMENT, CREDITS, LAW);
        SearchScope everywhere = SearchScope.everywhere(10);
        SearchScope theirs = new SearchScope(Set.of(document.contract()), Set.of(document.id()), Set.of(), 10);
        UUID other = SearchDatabase.newTenant();

        for (SearchScope scope : List.of(everywhere, theirs)) {
            assertThat(SearchDatabase.get()
                            .tenancy()
                            .call(other, () -> search.search("law", TestPortfolio.question(3), scope)))
                    .isEmpty();
            assertThat(search.search("law", TestPortfolio.question(3), scope)).isEmpty();
        }
    }
}
