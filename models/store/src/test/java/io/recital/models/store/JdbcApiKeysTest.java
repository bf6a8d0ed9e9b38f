package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Sha256;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcApiKeysTest {
    private final Repositories store = SharedDatabase.repositories();
    private final JdbcApiKeys keys = store.apiKeys();
    private final UUID tenant = SharedDatabase.newTenant();

    @Test
    void aKeyOpensTheTenantItWasIssuedFor() {
        String key = keys.issue(tenant, "plugin");

        assertThat(keys.findTenant(key)).contains(tenant);
        assertThat(keys.findTenant(key + "x")).isEmpty();
        assertThat(keys.findTenant("")).isEmpty();
    }

    @Test
    void keepsOnlyTheHashOfAKey() {
        String key = keys.issue(tenant, "plugin");

        assertThat(SharedDatabase.get()
                        .jdbc()
                        .sql("select api_key::text from api_key where tenant_id = :tenant")
                        .param("tenant", tenant)
                        .query(String.class)
                        .single())
                .contains(Sha256.of(key).hex())
                .doesNotContain(key);
    }

    @Test
    void aRevokedKeyOpensNothing() {
        String key = keys.issue(tenant, "plugin");
        JdbcApiKeys.ApiKey issued = keys.list(tenant).get(0);

        assertThat(keys.revoke(SharedDatabase.newTenant(), issued.id())).isFalse();
        assertThat(keys.findTenant(key)).contains(tenant);
        assertThat(keys.revoke(tenant, issued.id())).isTrue();
        assertThat(keys.findTenant(key)).isEmpty();
        assertThat(keys.list(tenant)).isEmpty();
    }

    @Test
    void aTenantIsMadeOnceByName() {
        String name = "Tenant " + UUID.randomUUID();
        JdbcTenants.Tenant first = store.tenants().findOrCreate(name);

        assertThat(store.tenants().findOrCreate(name)).isEqualTo(first);
        assertThat(store.tenants().find(first.id())).contains(first);
        assertThat(store.tenants().list()).contains(first);
    }
}
