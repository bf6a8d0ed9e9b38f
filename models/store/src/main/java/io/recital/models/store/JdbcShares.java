package io.recital.models.store;

import io.recital.models.evidence.Sha256;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens with which a counterparty sees its own scorecard, kept as hashes. A token names its tenant, so that it can be
 * looked up in that tenant's name; what it opens is decided by its secret alone.
 */
public final class JdbcShares {
    /** A token without its secret. */
    public record Share(
            UUID id,
            UUID counterparty,
            String name,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    private static final String PREFIX = "rs_";
    private static final int TENANT_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    public JdbcShares(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Makes a token for a counterparty of the current tenant; the returned text is nowhere else. */
    public String issue(UUID tenant, UUID counterparty, String name, String by, Instant expiresAt) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        byte[] all = ByteBuffer.allocate(TENANT_BYTES + SECRET_BYTES)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .put(secret)
                .array();
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        jdbc.sql("""
                insert into counterparty_share (id, counterparty_id, token_sha256, name, created_by, expires_at)
                values (:id, :counterparty, :hash, :name, :by, :expires)""")
                .param("id", UUID.randomUUID())
                .param("counterparty", counterparty)
                .param("hash", Sha256.of(token).hex())
                .param("name", name)
                .param("by", by)
                .param("expires", Timestamp.from(expiresAt))
                .update();
        return token;
    }

    /** The tenant in whose name a token is to be looked up; empty for what is no token. */
    public static Optional<UUID> findTenant(String token) {
        try {
            byte[] all = token.startsWith(PREFIX)
                    ? Base64.getUrlDecoder().decode(token.substring(PREFIX.length()))
                    : new byte[0];
            if (all.length != TENANT_BYTES + SECRET_BYTES) {
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(all);
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a token of the current tenant opens at an instant; empty when it is unknown, revoked or expired. */
    public Optional<Share> find(String token, Instant at) {
        return jdbc.sql("""
                select * from counterparty_share
                where token_sha256 = :hash and revoked_at is null and expires_at > :at""")
                .param("hash", Sha256.of(token).hex())
                .param("at", Timestamp.from(at))
                .query((rs, row) -> share(rs))
                .optional();
    }

    /** All of them, the newest first. */
    public List<Share> list() {
        return jdbc.sql("select * from counterparty_share order by created_at desc, id")
                .query((rs, row) -> share(rs))
                .list();
    }

    /** Ends a token; whether there was one to end. */
    public boolean revoke(UUID id) {
        return jdbc.sql("update counterparty_share set revoked_at = now() where id = :id and revoked_at is null")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Share share(ResultSet rs) throws SQLException {
        Timestamp revoked = rs.getTimestamp("revoked_at");
        return new Share(
                rs.getObject("id", UUID.class),
                rs.getObject("counterparty_id", UUID.class),
                rs.getString("name"),
                rs.getString("created_by"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
