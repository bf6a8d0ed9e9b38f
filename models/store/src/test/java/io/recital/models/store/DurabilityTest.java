package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DurabilityTest {
    @TempDir
    static Path temp;

    static Path dataDir;

    static Database database;

    @BeforeAll
    static void open() {
        dataDir = temp.resolve("new/data");
        database = Database.open(DatabaseSettings.embedded(dataDir));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "data_checksums, on",
        "password_encryption, scram-sha-256",
        "listen_addresses, 127.0.0.1",
        "log_error_verbosity, terse",
        "server_encoding, UTF8"
    })
    void theServerRunsWith(String setting, String value) {
        assertThat(database.jdbc()
                        .sql("select current_setting(:name)")
                        .param("name", setting)
                        .query(String.class)
                        .single())
                .isEqualTo(value);
    }

    @Test
    void everyLoginNeedsAScramPassword() throws Exception {
        String rules = Files.readString(dataDir.resolve("postgres/pg_hba.conf"));

        assertThat(rules.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
        assertThat(superuser()
                        .sql(
                                "select rolname from pg_authid where rolcanlogin and rolpassword not like 'SCRAM-SHA-256%'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void onlyTheOwnerOfTheDataDirectoryReadsThePasswords() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve("postgres.secrets"))))
                .isEqualTo("rw-------");
        assertThat(dataDir.resolve("postgres.password")).doesNotExist();
    }

    private static JdbcClient superuser() {
        return Connections.to(database.findServer().orElseThrow().superuserUrl());
    }
}
