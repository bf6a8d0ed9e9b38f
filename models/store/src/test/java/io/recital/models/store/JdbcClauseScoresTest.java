package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.DocumentVersion;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseScore;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JdbcClauseScoresTest {
    private static final ClauseScore AUDIT = new ClauseScore("Audit Rights", new Span(0, 40), 0.75);
    private static final ClauseScore MAYBE = new ClauseScore("Audit Rights", new Span(60, 90), 0.125);
    private static final ClauseScore LAW = new ClauseScore("Governing Law", new Span(0, 40), 0.5);

    private final Repositories store = SharedDatabase.repositories();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private DocumentVersion document() {
        return inTenant(() -> store.documents()
                .receive(NewDocument.of("a.pdf"), store.originals().store(Samples.bytes("a")))
                .document());
    }

    private void read(UUID document, String version, ClauseScore... scores) {
        SharedDatabase.get().tenancy().run(tenant, () -> {
            store.findings().store(document, "reading", version, List.of());
            store.clauseScores().store(document, "reading", version, List.of(scores));
        });
    }

    private List<ClauseScore> served(UUID document) {
        return inTenant(() -> store.clauseScores().listByDocument(document));
    }

    @Test
    void servesTheScoresOfAReadingBestFirst() {
        UUID document = document().id();
        read(document, "1", MAYBE, LAW, AUDIT);
        read(document, "1", MAYBE, LAW, AUDIT);

        assertThat(served(document)).containsExactly(AUDIT, LAW, MAYBE);
    }

    @Test
    void servesThoseOfTheReadingThatIsServed() {
        UUID document = document().id();
        read(document, "1", AUDIT);
        read(document, "2", LAW);

        assertThat(served(document)).containsExactly(LAW);
    }

    @Test
    void keepsThemFromOtherTenants() {
        UUID document = document().id();
        read(document, "1", AUDIT);
        UUID other = SharedDatabase.newTenant();

        assertThat(SharedDatabase.get()
                        .tenancy()
                        .call(other, () -> store.clauseScores().listByDocument(document)))
                .isEmpty();
    }
}
