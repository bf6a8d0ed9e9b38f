package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.store.error.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One data directory goes through all that happens to services; each test tells its own notes from the others'. */
class RestartTest {
    @TempDir
    static Path dataDir;

    private final String note = "note " + UUID.randomUUID();

    @Test
    void keepsDataOverARestartAndRefusesASecondUseOfTheDirectory() throws Exception {
        try (Database database = Database.open(DatabaseSettings.embedded(dataDir))) {
            ServingProcess.note(database, note);
            assertInUseBy(ProcessHandle.current().pid());
        }
        assertThat(dataDir.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(notesAfterOpening()).contains(note);
    }

    @Test
    void survivesTheKillingOfTheServiceAndEndsTheServerItLeftBehind() throws Exception {
        Process service = startService();
        ProcessHandle orphan = ProcessHandle.of(serverPid()).orElseThrow();
        assertInUseBy(service.pid());

        service.destroyForcibly().waitFor();

        assertThat(orphan.isAlive()).isTrue();
        assertThat(notesAfterOpening()).contains(note);
        assertEnds(orphan);
    }

    @Test
    void recoversWhenTheServerWasKilledToo() throws Exception {
        Process service = startService();
        ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();

        service.destroyForcibly().waitFor();
        server.destroyForcibly();
        assertEnds(server);

        assertThat(dataDir.resolve("postgres/postmaster.pid")).exists();
        assertThat(notesAfterOpening()).contains(note);
    }

    @Test
    void leavesAnotherProgramAloneThatGotTheNumberOfADeadServer() throws Exception {
        Database.open(DatabaseSettings.embedded(dataDir)).close();
        Path pidFile = dataDir.resolve("postgres/postmaster.pid");
        Files.writeString(
                pidFile,
                ProcessHandle.current().pid() + "\n" + dataDir.toRealPath().resolve("postgres") + "\n");

        try (Database database = Database.open(DatabaseSettings.embedded(dataDir))) {
            assertThat(serverPid()).isNotEqualTo(ProcessHandle.current().pid());
            assertThat(database.jdbc().sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void stopsTheServerWhenTheServiceIsAskedToEnd() throws Exception {
        Process service = startService();
        ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();

        service.destroy();

        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertEnds(server);
        assertThat(dataDir.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysWhichVersionMadeTheFilesWhenItWasAnother(@TempDir Path old) throws Exception {
        Files.createDirectories(old.resolve("postgres"));
        Files.writeString(old.resolve("postgres/PG_VERSION"), "16\n");

        assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(old)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.category()).isEqualTo(StoreException.Category.SET_UP))
                .hasMessageContaining("was made by PostgreSQL 16");
    }

    private void assertInUseBy(long pid) {
        assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(dataDir)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.category()).isEqualTo(StoreException.Category.IN_USE))
                .hasMessageContaining("is in use by another Recital process (pid " + pid + ")")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void saysThatThePasswordsBelongToOtherFiles() throws Exception {
        Database.open(DatabaseSettings.embedded(dataDir)).close();
        Path secrets = dataDir.resolve("postgres.secrets");
        String kept = Files.readString(secrets);
        try {
            Files.writeString(secrets, kept.replaceAll("superuser=.{5}", "superuser=wrong"));

            assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(dataDir)))
                    .hasMessageContaining("were postgres and postgres.secrets made together?");
            assertThat(dataDir.resolve("postgres/postmaster.pid")).doesNotExist();
        } finally {
            Files.writeString(secrets, kept);
        }
    }

    private static void assertEnds(ProcessHandle process) {
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    private List<String> notesAfterOpening() {
        try (Database database = Database.open(DatabaseSettings.embedded(dataDir))) {
            return JdbcClient.create(database.ownerDataSource())
                    .sql("select body from restart_note")
                    .query(String.class)
                    .list();
        }
    }

    private long serverPid() throws IOException {
        return Long.parseLong(Files.readAllLines(dataDir.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    private Process startService() throws IOException {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingProcess.class.getName(),
                        dataDir.toString(),
                        note)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = service.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.equals(ServingProcess.READY)) {
            line = said.readLine();
        }
        assertThat(line).as("what the service said").isEqualTo(ServingProcess.READY);
        return service;
    }
}
