package io.recital.models.store;

import io.recital.models.evidence.Sha256;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that open the API, kept as hashes: a key is shown once, when it is issued. */
public final class JdbcApiKeys {
    /** An issued key without its secret. */
    public record ApiKey(UUID id, UUID tenant, String name, Instant createdAt) {}

    private static final String PREFIX = "rk_";
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    public JdbcApiKeys(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** Makes a key for a tenant; the returned text is nowhere else. */
    public String issue(UUID tenant, String name) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("""
                insert into api_key (id, tenant_id, name, key_sha256)
                values (:id, :tenant, :name, :hash)""")
                .param("id", UUID.randomUUID())
                .param("tenant", tenant)
                .param("name", name)
                .param("hash", Sha256.of(key).hex())
                .update();
        return key;
    }

    /** The tenant that a key opens; empty for an unknown or revoked key. */
    public Optional<UUID> findTenant(String key) {
        return jdbc.sql("select tenant_id from api_key where key_sha256 = :hash and revoked_at is null")
                .param("hash", Sha256.of(key).hex())
                .query(UUID.class)
                .optional();
    }

    /** The keys of a tenant that still work. */
    public List<ApiKey> list(UUID tenant) {
        return jdbc.sql("""
                select id, tenant_id, name, created_at from api_key
                where tenant_id = :tenant and revoked_at is null
                order by created_at, id""")
                .param("tenant", tenant)
                .query((rs, row) -> new ApiKey(
                        rs.getObject("id", UUID.class),
                        rs.getObject("tenant_id", UUID.class),
                        rs.getString("name"),
                        rs.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Ends a tenant's key; whether there was one to end. */
    public boolean revoke(UUID tenant, UUID key) {
        return jdbc.sql("""
                        update api_key set revoked_at = now()
                        where id = :key and tenant_id = :tenant and revoked_at is null""").param("key", key).param("tenant", tenant).update() > 0;
    }
}
