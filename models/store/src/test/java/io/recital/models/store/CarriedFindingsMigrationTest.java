package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Sha256;
import io.recital.models.store.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which things were stated of versions that have been replaced, before anybody carried them over. */
class CarriedFindingsMigrationTest {
    private static final String BEFORE = "21";
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID CONTRACT = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    @TempDir
    static Path dataDir;

    @Test
    void whatWasStatedOfAReplacedVersionHasToBeStatedAgainSaveWhatWasAlready() {
        fill();
        try (Database database = Database.open(DatabaseSettings.embedded(dataDir))) {
            Repositories store = Repositories.over(database.dataSource());
            database.tenancy().run(TENANT, () -> {
                assertThat(store.carriedFindings().listLost(null))
                        .extracting(lost -> lost.finding().content().summary())
                        .containsExactly("the laws of Ireland");
                assertThat(store.carriedFindings().listLost(null))
                        .allSatisfy(lost -> assertThat(lost.document()).isEqualTo(SECOND));
                assertThat(store.findings().list(FindingFilter.ofContract(CONTRACT)))
                        .extracting(finding -> finding.content().summary())
                        .containsExactly("the laws of England");
            });
        }
    }

    private static void fill() {
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
            insert(jdbc, """
                    with t as (insert into tenant (id, name) values (:tenant, 'T')),
                    o as (insert into original (tenant_id, sha256, size)
                        values (:tenant, repeat('a', 64), 1), (:tenant, repeat('b', 64), 1)),
                    c as (insert into contract (tenant_id, id, title, role, document_id)
                        values (:tenant, :contract, 'C', 'buyer', :second))
                    insert into document (tenant_id, id, contract_id, version, file, sha256, size, status)
                    values (:tenant, :first, :contract, 1, 'a.txt', repeat('a', 64), 1, 'ingested'),
                        (:tenant, :second, :contract, 2, 'b.txt', repeat('b', 64), 1, 'ingested')""");
            for (UUID document : List.of(FIRST, SECOND)) {
                insert(jdbc, """
                        insert into extraction_run (tenant_id, id, document_id, stage, version)
                        values (:tenant, '%s', '%s', 'stated', '1')""".formatted(document, document));
            }
            state(jdbc, FIRST, "the laws of Ireland");
            state(jdbc, FIRST, "the laws of England");
            state(jdbc, SECOND, "the laws of England");
        }
    }

    private static void state(JdbcClient jdbc, UUID document, String law) {
        String hash = Sha256.of(law).hex();
        insert(jdbc, """
                insert into finding (tenant_id, id, run_id, contract_id, document_id, kind, type, content, citations,
                    confidence, extractor, extractor_version, from_ocr, fingerprint)
                values (:tenant, gen_random_uuid(), '%1$s', :contract, '%1$s', 'fact', 'governing-law',
                    '{"kind": "fact", "fact": "governing-law", "value": {"type": "text", "value": "%2$s"}}',
                    '[{"contract": "%4$s", "document": "%1$s", "file": "a.txt", "path": "", "page": null,
                       "span": {"start": 0, "end": %5$d}, "quote": "%2$s", "sha256": "%3$s", "role": "clause"}]',
                    1, 'stated', '1', false, '%3$s')""".formatted(document, law, hash, CONTRACT, law.length()));
    }

    private static void insert(JdbcClient jdbc, String sql) {
        jdbc.sql(sql)
                .param("tenant", TENANT)
                .param("contract", CONTRACT)
                .param("first", FIRST)
                .param("second", SECOND)
                .update();
    }
}
