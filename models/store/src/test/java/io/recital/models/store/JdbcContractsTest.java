package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.contract.Contract;
import io.recital.models.contract.TenantRole;
import io.recital.models.store.error.StoreException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JdbcContractsTest {
    private final Repositories store = SharedDatabase.repositories();
    private final JdbcContracts contracts = store.contracts();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private void run(Runnable work) {
        SharedDatabase.get().tenancy().run(tenant, work);
    }

    private UUID add(String file, TenantRole role, Map<String, String> externalIds) {
        NewDocument received = new NewDocument(file, null, null, role, externalIds, Map.of());
        return inTenant(() -> store.documents().receive(received, Samples.bytes(file)))
                .document()
                .contract();
    }

    private List<UUID> list(ContractFilter filter) {
        return inTenant(() -> contracts.list(filter, null, 100)).items().stream()
                .map(Contract::id)
                .toList();
    }

    @Test
    void filtersByTitleRoleExternalIdAndCounterparty() {
        UUID hosting = add("Hosting 100%.pdf", TenantRole.BUYER, Map.of("clm", "C-1"));
        UUID licence = add("Licence.pdf", TenantRole.LICENSOR, Map.of("erp", "4711"));
        UUID northwind = inTenant(() -> store.counterparties().findOrCreate("Northwind Hosting Ltd"))
                .id();
        run(() -> contracts.setCounterparty(hosting, northwind));

        assertThat(list(ContractFilter.ANY)).containsExactly(hosting, licence);
        assertThat(list(new ContractFilter(null, "hOSTing", null, null))).containsExactly(hosting);
        assertThat(list(new ContractFilter(null, "%", null, null))).containsExactly(hosting);
        assertThat(list(new ContractFilter(null, null, TenantRole.LICENSOR, null)))
                .containsExactly(licence);
        assertThat(list(new ContractFilter(null, null, null, "4711"))).containsExactly(licence);
        assertThat(list(new ContractFilter(northwind, null, null, null))).containsExactly(hosting);
        assertThat(list(new ContractFilter(northwind, "licence", null, null))).isEmpty();
    }

    @Test
    void pagesThroughAllContractsOnce() {
        List<UUID> added = List.of(
                add("1", TenantRole.BUYER, Map.of()),
                add("2", TenantRole.BUYER, Map.of()),
                add("3", TenantRole.BUYER, Map.of()));

        Page<Contract> first = inTenant(() -> contracts.list(ContractFilter.ANY, null, 2));
        Page<Contract> last = inTenant(() -> contracts.list(ContractFilter.ANY, first.next(), 2));

        assertThat(first.items()).extracting(Contract::id).containsExactlyElementsOf(added.subList(0, 2));
        assertThat(last.items()).extracting(Contract::id).containsExactlyElementsOf(added.subList(2, 3));
        assertThat(last.next()).isNull();
    }

    @Test
    void takesTitleRoleAndStatementsOnceTheyAreKnown() {
        UUID id = add("scan.pdf", TenantRole.UNKNOWN, Map.of("clm", "C-1"));

        run(() -> {
            contracts.setTitle(id, "Hosting Agreement");
            contracts.setRole(id, TenantRole.SELLER);
            contracts.addStatements(id, Map.of("clm", "C-2"), Map.of("effectiveDate", "2026-01-01"));
        });

        Contract contract = inTenant(() -> contracts.get(id));
        assertThat(contract.title()).isEqualTo("Hosting Agreement");
        assertThat(contract.role()).isEqualTo(TenantRole.SELLER);
        assertThat(contract.externalIds()).containsExactly(Map.entry("clm", "C-2"));
        assertThat(contract.metadata()).containsExactly(Map.entry("effectiveDate", "2026-01-01"));
    }

    @Test
    void anotherTenantsContractIsAsGoodAsAbsent() {
        UUID id = add("secret.pdf", TenantRole.BUYER, Map.of());
        UUID other = SharedDatabase.newTenant();
        Tenancy tenancy = SharedDatabase.get().tenancy();

        assertThatThrownBy(() -> tenancy.call(other, () -> contracts.get(id))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> tenancy.run(other, () -> contracts.setTitle(id, "mine")))
                .isInstanceOf(StoreException.class);
        assertThat(inTenant(() -> contracts.get(id)).title()).isEqualTo("secret.pdf");
    }
}
