package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.retrieval.search.TestPortfolio.Words;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcPassageVectorsTest {
    private static final Words RENT = Words.of("Rent", "The Tenant pays 40 euros for each week.", 1);
    private static final Words DOGS = Words.of("Dogs", "Dogs are welcome on the quay.", 2);
    private static final Words GERMAN = new Words("Miete", "Die Miete beträgt 40 Euro.", "de", -1);

    private final PassageSearch search =
            new JdbcPassageSearch(SearchDatabase.get().dataSource());
    private final PassageVectors vectors =
            new JdbcPassageVectors(SearchDatabase.get().dataSource());
    private final TestPortfolio portfolio = new TestPortfolio();

    private List<UUID> all() {
        return portfolio.inTenant(() ->
                search.search("Miete rent dogs quay", TestPortfolio.question(1), SearchScope.everywhere(10)).stream()
                        .map(hit -> hit.passage().id())
                        .toList());
    }

    private static String model() {
        return TestPortfolio.question(1).model();
    }

    @Test
    void areThoseOfTheModelThatIsAskedFor() {
        portfolio.add("lease.pdf", RENT, DOGS, GERMAN);
        List<UUID> found = all();

        Map<UUID, float[]> known = portfolio.inTenant(() -> vectors.find(found, model()));

        assertThat(found).hasSize(3);
        assertThat(known).hasSize(2).containsKey(found.get(0));
        assertThat(known.get(found.get(0))).hasSize(384);
        assertThat(portfolio.inTenant(() -> vectors.find(found, "another-model")))
                .isEmpty();
    }

    @Test
    void areNotThoseOfAnotherTenant() {
        portfolio.add("lease.pdf", RENT, DOGS);
        List<UUID> found = all();

        assertThat(new TestPortfolio().inTenant(() -> vectors.find(found, model())))
                .isEmpty();
    }
}
