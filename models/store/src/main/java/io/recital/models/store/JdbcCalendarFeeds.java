package io.recital.models.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendars that programs subscribe to; their secrets are kept as hashes. */
public final class JdbcCalendarFeeds {
    private final JdbcClient jdbc;

    public JdbcCalendarFeeds(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Makes a feed in the name of the current tenant, which is this one; the token's secret is nowhere else. */
    public CalendarToken issue(UUID tenant, String name, @Nullable UUID counterparty, @Nullable String owner) {
        CalendarToken token = CalendarToken.of(tenant);
        jdbc.sql("""
                insert into calendar_feed (id, name, secret_sha256, counterparty_id, owner)
                values (:id, :name, :hash, :counterparty, :owner)""")
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("hash", token.hash())
                .param("counterparty", counterparty)
                .param("owner", owner)
                .update();
        return token;
    }

    /** The feed that a token opens, in the name of the token's tenant; empty for an unknown or revoked one. */
    public Optional<CalendarFeed> find(CalendarToken token) {
        return jdbc.sql("select * from calendar_feed where secret_sha256 = :hash and revoked_at is null")
                .param("hash", token.hash())
                .query((rs, row) -> feed(rs))
                .optional();
    }

    /** Those that still work, the oldest first. */
    public List<CalendarFeed> list() {
        return jdbc.sql("select * from calendar_feed where revoked_at is null order by created_at, id")
                .query((rs, row) -> feed(rs))
                .list();
    }

    /** Ends a feed; whether there was one to end. */
    public boolean revoke(UUID id) {
        return jdbc.sql("update calendar_feed set revoked_at = now() where id = :id and revoked_at is null")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static CalendarFeed feed(ResultSet rs) throws SQLException {
        return new CalendarFeed(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getObject("counterparty_id", UUID.class),
                rs.getString("owner"),
                rs.getTimestamp("created_at").toInstant());
    }
}
