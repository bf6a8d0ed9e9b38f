package io.recital.models.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The setting that the row-level security policies read; it ends with the transaction. */
final class JdbcTenantSetting {
    private final JdbcClient jdbc;

    JdbcTenantSetting(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    void set(UUID tenant) {
        jdbc.sql("select set_config('recital.tenant', :tenant, true)")
                .param("tenant", tenant.toString())
                .query(String.class)
                .single();
    }
}
