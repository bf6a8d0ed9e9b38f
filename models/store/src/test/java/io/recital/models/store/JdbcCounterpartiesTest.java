package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.contract.Counterparty;
import io.recital.models.store.error.StoreException;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcCounterpartiesTest {
    private final JdbcCounterparties counterparties =
            SharedDatabase.repositories().counterparties();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private void run(Runnable work) {
        SharedDatabase.get().tenancy().run(tenant, work);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NORTHWIND HOSTING LTD",
                "Northwind Hosting, Limited",
                " Northwind  Hosting ",
                "northwind-hosting"
            })
    void spellingsOfOneNameAreOneCounterparty(String spelling) {
        Counterparty first = inTenant(() -> counterparties.findOrCreate("Northwind Hosting Ltd."));

        assertThat(inTenant(() -> counterparties.findOrCreate(spelling))).isEqualTo(first);
    }

    @Test
    void differentNamesAreDifferentCounterparties() {
        Counterparty first = inTenant(() -> counterparties.findOrCreate("Northwind Hosting Ltd"));

        assertThat(inTenant(() -> counterparties.findOrCreate("Northwind Housing Ltd"))
                        .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void isFoundByItsAlias() {
        Counterparty northwind = inTenant(() -> counterparties.findOrCreate("Northwind Hosting Ltd"));
        run(() -> counterparties.addAlias(northwind.id(), "NWH Cloud"));
        run(() -> counterparties.addAlias(northwind.id(), "nwh cloud"));

        assertThat(inTenant(() -> counterparties.findOrCreate("NWH Cloud Inc")).id())
                .isEqualTo(northwind.id());
        assertThat(inTenant(() -> counterparties.get(northwind.id())).aliases()).containsExactly("NWH Cloud");
    }

    @Test
    void oneWithoutAContractOfWhichNobodySaidAnythingIsNotListed() {
        Counterparty idle = inTenant(() -> counterparties.findOrCreate("Own Systems Ltd"));
        Counterparty named = inTenant(() -> counterparties.findOrCreate("Northwind Hosting Ltd"));
        run(() -> counterparties.addAlias(named.id(), "NWH Cloud"));

        assertThat(inTenant(counterparties::list))
                .extracting(Counterparty::name)
                .containsExactly(named.name());
        assertThat(inTenant(() -> counterparties.find(idle.id()))).isPresent();
    }

    @Test
    void isFoundWhenMisspelt() {
        Counterparty northwind = inTenant(() -> counterparties.findOrCreate("Northwind Hosting Ltd"));
        inTenant(() -> counterparties.findOrCreate("Kestrel Packaging GmbH"));

        assertThat(inTenant(() -> counterparties.listSimilar("Nortwind Hostings", 0.5)))
                .singleElement()
                .satisfies(similar -> assertThat(similar.counterparty()).isEqualTo(northwind.id()));
    }

    @Test
    void aParentCannotBelongToItsOwnSubsidiary() {
        Counterparty parent = inTenant(() -> counterparties.findOrCreate("Kestrel Group"));
        Counterparty child = inTenant(() -> counterparties.findOrCreate("Kestrel Packaging"));
        run(() -> counterparties.setParent(child.id(), parent.id()));

        assertThat(inTenant(() -> counterparties.get(child.id())).parent()).isEqualTo(parent.id());
        assertThatThrownBy(() -> run(() -> counterparties.setParent(parent.id(), child.id())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("give another parent");
    }

    @Test
    void anotherTenantsCounterpartiesAreNotSimilarToAnything() {
        inTenant(() -> counterparties.findOrCreate("Northwind Hosting Ltd"));

        assertThat(SharedDatabase.get()
                        .tenancy()
                        .call(SharedDatabase.newTenant(), () -> counterparties.listSimilar("Northwind Hosting", 0.1)))
                .isEmpty();
        assertThat(counterparties.listSimilar("Northwind Hosting", 0.1)).isEmpty();
    }
}
