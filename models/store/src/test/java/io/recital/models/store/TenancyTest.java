package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.store.error.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TenancyTest {
    private static final UUID BUYER = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    @TempDir
    static Path dataDir;

    static Database database;
    static JdbcClient jdbc;
    static Tenancy tenancy;

    @BeforeAll
    static void open() {
        database = Database.open(DatabaseSettings.embedded(dataDir));
        jdbc = database.jdbc();
        tenancy = database.tenancy();
        JdbcClient owner = JdbcClient.create(database.ownerDataSource());
        owner.sql("""
                create table tenancy_note (tenant_id uuid not null, body text not null unique);
                alter table tenancy_note enable row level security;
                create policy tenant_only on tenancy_note
                    using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
                grant select, insert, update, delete on tenancy_note to recital_app;
                """).update();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void oneNoteForEachTenant() {
        for (UUID tenant : List.of(BUYER, OTHER)) {
            tenancy.run(tenant, () -> {
                jdbc.sql("delete from tenancy_note").update();
                write(tenant, "of " + tenant);
            });
        }
    }

    @Test
    void eachTenantSeesItsOwnRowsOnly() {
        assertThat(tenancy.call(BUYER, TenancyTest::bodies)).containsExactly("of " + BUYER);
        assertThat(tenancy.call(OTHER, TenancyTest::bodies)).containsExactly("of " + OTHER);
    }

    @Test
    void aQueryWithoutATenantSeesNothingOnNewAndOnReusedConnections() {
        IntStream.range(0, 30).forEach(each -> {
            assertThat(bodies()).isEmpty();
            tenancy.run(BUYER, () -> assertThat(bodies()).hasSize(1));
            assertThat(bodies()).isEmpty();
        });
        assertThat(jdbc.sql("select current_setting('recital.tenant', true)")
                        .query(String.class)
                        .optional())
                .as("the pool gave a connection that has served a tenant")
                .contains("");
    }

    @Test
    void nobodyWritesForAnotherTenant() {
        assertThatThrownBy(() -> tenancy.run(BUYER, () -> write(OTHER, "smuggled")))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> write(BUYER, "without a tenant"))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(tenancy.call(OTHER, TenancyTest::bodies)).containsExactly("of " + OTHER);
    }

    @Test
    void workForTheSameTenantJoinsTheTransactionAroundIt() {
        assertThatThrownBy(() -> tenancy.run(BUYER, () -> {
                    tenancy.run(BUYER, () -> write(BUYER, "inner"));
                    assertThat(bodies()).hasSize(2);
                    throw new IllegalStateException("the work's own failure");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tenancy.call(BUYER, TenancyTest::bodies)).containsExactly("of " + BUYER);
    }

    @Test
    void workForAnotherTenantInsideIsRefused() {
        assertThatThrownBy(() -> tenancy.run(BUYER, () -> tenancy.run(OTHER, TenancyTest::bodies)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.category()).isEqualTo(StoreException.Category.MISUSE));
    }

    @Test
    void workInsideATransactionWithoutATenantIsRefused() {
        TransactionTemplate plain = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));

        assertThatThrownBy(() -> plain.executeWithoutResult(status -> tenancy.run(BUYER, TenancyTest::bodies)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.category()).isEqualTo(StoreException.Category.MISUSE));
    }

    @Test
    void workReturnsWhatItFoundAndTheTenantMayFollowAnother() {
        String found = tenancy.call(BUYER, () -> bodies().get(0));

        assertThat(found).isEqualTo("of " + BUYER);
        assertThat(tenancy.<Object>call(OTHER, () -> null)).isNull();
    }

    @Test
    void aBrokenConstraintIsNamedWithoutQuotingTheRow() {
        assertThatThrownBy(() -> tenancy.run(BUYER, () -> write(BUYER, "of " + BUYER)))
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.category()).isEqualTo(StoreException.Category.CONSTRAINT);
                    assertThat(e).hasMessageContaining("23505").hasRootCauseMessage(rootMessage());
                });
    }

    private static String rootMessage() {
        return "ERROR: duplicate key value violates unique constraint \"tenancy_note_body_key\"";
    }

    private static void write(UUID tenant, String body) {
        jdbc.sql("insert into tenancy_note values (:tenant, :body)")
                .param("tenant", tenant)
                .param("body", body)
                .update();
    }

    private static List<String> bodies() {
        return jdbc.sql("select body from tenancy_note").query(String.class).list();
    }
}
