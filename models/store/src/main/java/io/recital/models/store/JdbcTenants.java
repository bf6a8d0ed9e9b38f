package io.recital.models.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the service works for; readable without a tenant, since it is where one is found. */
public final class JdbcTenants {
    /** A tenant. */
    public record Tenant(UUID id, String name) {}

    private final JdbcClient jdbc;

    public JdbcTenants(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** The tenant of that name, made when there is none. */
    public Tenant findOrCreate(String name) {
        jdbc.sql("""
                insert into tenant (id, name) values (:id, :name)
                on conflict (name) do nothing""").param("id", UUID.randomUUID()).param("name", name).update();
        return findByName(name).orElseThrow();
    }

    public Optional<Tenant> findByName(String name) {
        return jdbc.sql("select id, name from tenant where name = :name")
                .param("name", name)
                .query(Tenant.class)
                .optional();
    }

    public Optional<Tenant> find(UUID id) {
        return jdbc.sql("select id, name from tenant where id = :id")
                .param("id", id)
                .query(Tenant.class)
                .optional();
    }

    public List<Tenant> list() {
        return jdbc.sql("select id, name from tenant order by name")
                .query(Tenant.class)
                .list();
    }
}
