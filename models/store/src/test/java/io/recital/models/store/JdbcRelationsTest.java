package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.RelationKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JdbcRelationsTest {
    private final Repositories store = SharedDatabase.repositories();
    private final UUID tenant = SharedDatabase.newTenant();
    private final Contract order = contract("order");
    private final Contract agreement = contract("agreement");
    private final List<Contract> both = List.of(order, agreement);

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private Contract contract(String name) {
        return inTenant(() -> {
            DocumentVersion version = store.documents()
                    .receive(NewDocument.of(name + ".pdf"), store.originals().store(Samples.bytes(name)))
                    .document();
            return store.contracts().get(version.contract());
        });
    }

    private DocumentRelation relation(RelationKind kind) {
        Citation words = new Citation(
                order.id(),
                order.document(),
                "order.pdf",
                "1",
                1,
                new Span(3, 8),
                "words",
                Sha256.of("words"),
                CitationRole.CLAUSE);
        return new DocumentRelation(
                order.id(), kind, agreement.id(), "agreement", LocalDate.of(2026, 1, 2), null, 0.75, List.of(words));
    }

    private void keep(String version, DocumentRelation... relations) {
        SharedDatabase.get()
                .tenancy()
                .run(
                        tenant,
                        () -> store.relations()
                                .replace(both, Map.of(order.id(), Set.of("AB-1-O2")), List.of(relations), version));
    }

    @Test
    void givesBackWhatWasReadAndPutsALaterReadingInItsPlace() {
        keep("1", relation(RelationKind.SUPPLEMENTS), relation(RelationKind.UNSIGNED));
        keep("2", relation(RelationKind.SUPPLEMENTS));

        assertThat(inTenant(() -> store.relations().listByContracts(both)))
                .containsExactly(relation(RelationKind.SUPPLEMENTS));
        assertThat(inTenant(() -> store.relations().references(both)))
                .containsExactly(Map.entry(order.id(), Set.of("AB-1-O2")));
    }

    @Test
    void knowsWhatThisVersionHasRead() {
        keep("2");

        assertThat(inTenant(() -> store.relations().areRead(both, "2"))).isTrue();
        assertThat(inTenant(() -> store.relations().areRead(both, "3"))).isFalse();
        assertThat(inTenant(() -> store.relations().areRead(List.of(contract("another")), "2")))
                .isFalse();
    }

    @Test
    void whatWasReadBeforeItsFindingsWereThereIsReadAgain() {
        keep("2");
        inTenant(() -> store.findings().store(order.document(), "cascade", "1", List.of()));

        assertThat(inTenant(() -> store.relations().areRead(both, "2"))).isFalse();
    }

    @Test
    void keepsThemFromOtherTenants() {
        keep("1", relation(RelationKind.AMENDS));
        UUID other = SharedDatabase.newTenant();

        assertThat(SharedDatabase.get()
                        .tenancy()
                        .call(other, () -> store.relations().listByContracts(both)))
                .isEmpty();
    }
}
