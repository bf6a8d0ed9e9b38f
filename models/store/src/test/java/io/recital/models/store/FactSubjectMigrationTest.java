package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.fact.FactSubject;
import io.recital.models.fact.VendorReference;
import io.recital.models.store.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that was filled before subjects were counted: nothing of it is lost or changed. */
class FactSubjectMigrationTest {
    private static final String BEFORE = "18";

    @TempDir
    static Path dataDir;

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void countsTheFactsThatWereThere() {
        List<String> rows = filled();
        try (Database database = Database.open(DatabaseSettings.embedded(dataDir))) {
            JdbcFacts facts = Repositories.over(database.dataSource()).facts();
            assertThat(contents(database.ownerDataSource())).isEqualTo(rows);
            assertThat(database.tenancy().call(ONE, facts::listSubjects))
                    .containsExactly(
                            new StoredSubject(new FactSubject(new VendorReference("V1", "Arkel"), "C-1"), 2, 3),
                            new StoredSubject(null, 1, 4),
                            new StoredSubject(new FactSubject(new VendorReference("V1", "Arkel"), ""), 1, 5));
            assertThat(database.tenancy().call(OTHER, facts::listSubjects))
                    .containsExactly(
                            new StoredSubject(new FactSubject(new VendorReference("V1", "Arkel"), "C-1"), 1, 6));
        }
    }

    private static List<String> filled() {
        try (EmbeddedServer server = EmbeddedServer.start(dataDir)) {
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setURL(server.ownerUrl());
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration")
                    .placeholderReplacement(false)
                    .target(BEFORE)
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(owner);
            List.of(ONE, OTHER)
                    .forEach(tenant -> jdbc.sql("insert into tenant (id, name) values (:id, :name)")
                            .param("id", tenant)
                            .param("name", tenant.toString())
                            .update());
            insert(jdbc, ONE, "L-1", 1, "V1", "Arkel", "{\"contract\": \"C-1\", \"net\": 1.50}", true);
            insert(jdbc, ONE, "L-1", 2, "V1", "Arkel", "{\"contract\": \"C-1\", \"net\": 2.50}", false);
            insert(jdbc, ONE, "L-2", 1, "V1", "Arkel", "{\"contract\": \"C-1\", \"net\": 3}", false);
            insert(jdbc, ONE, "X-1", 1, "", "", "{\"value\": 133.10}", false);
            insert(jdbc, ONE, "V-1", 1, "V1", "Arkel", "{\"aliases\": []}", false);
            insert(jdbc, OTHER, "L-1", 1, "V1", "Arkel", "{\"contract\": \"C-1\", \"net\": 4}", false);
            return contents(owner);
        }
    }

    private static void insert(
            JdbcClient jdbc,
            UUID tenant,
            String id,
            int version,
            String vendor,
            String name,
            String content,
            boolean superseded) {
        jdbc.sql("""
                insert into performance_fact (tenant_id, kind, fact_id, version, vendor, vendor_id, vendor_name, content,
                    feed, file, sheet, line, superseded_at)
                values (:tenant, 'invoice-line', :id, :version, :vendor, :vendor, :name, :content::jsonb, 'erp', 'f.csv',
                    '', 1, case when :superseded then now() end)""")
                .param("tenant", tenant)
                .param("id", id)
                .param("version", version)
                .param("vendor", vendor)
                .param("name", name)
                .param("content", content)
                .param("superseded", superseded)
                .update();
    }

    private static List<String> contents(DataSource owner) {
        return JdbcClient.create(owner)
                .sql("select performance_fact::text from performance_fact order by seq")
                .query(String.class)
                .list();
    }
}
