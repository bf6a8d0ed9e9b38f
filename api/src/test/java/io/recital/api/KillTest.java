package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.api.command.ServeCommand;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the service with SIGKILL in the middle of an ingestion and starts it again; its hearts beat faster than by default. */
class KillTest {
    private static final int DOCUMENTS = 12;

    @TempDir
    Path folder;

    @Test
    void endsAJobThatWasKilledWithoutLosingOrDoublingADocument() throws Exception {
        Path data = folder.resolve("data");
        Process first = serve(data);
        ApiClient api = client(data, first);
        String job =
                ApiClient.json(api.upload(documents(), Map.of())).path("id").asString();
        waitForTheFirstFile(api, job);

        first.destroyForcibly().waitFor();

        Process second = serve(data);
        try {
            ApiClient again = client(data, second);
            JsonNode end = again.await(job, Duration.ofSeconds(90));
            assertThat(end.path("states").path("ingested").asInt()).isEqualTo(DOCUMENTS);

            Set<String> names = new HashSet<>();
            JsonNode contracts = again.json("/api/v1/contracts?limit=100").path("items");
            for (JsonNode contract : contracts) {
                names.add(again.json(
                                "/api/v1/documents/" + contract.path("document").asString())
                        .path("file")
                        .asString());
            }
            assertThat(contracts.size()).isEqualTo(DOCUMENTS);
            assertThat(names).hasSize(DOCUMENTS);
        } finally {
            second.destroy();
            second.waitFor();
        }
    }

    private static void waitForTheFirstFile(ApiClient api, String job) throws InterruptedException {
        while (api.json("/api/v1/jobs/" + job).path("finished").asInt() < 1) {
            Thread.sleep(50);
        }
        assertThat(api.json("/api/v1/jobs/" + job).path("state").asString()).isEqualTo("running");
    }

    private static Map<String, byte[]> documents() {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        for (int i = 1; i <= DOCUMENTS; i++) {
            StringBuilder text = new StringBuilder("SUPPLY AGREEMENT No. " + i + "\n\n");
            for (int clause = 1; clause <= 40; clause++) {
                text.append(clause)
                        .append(". Delivery ")
                        .append(clause * i)
                        .append(". The Supplier shall deliver lot ")
                        .append(clause + 100 * i)
                        .append(" within ")
                        .append(clause + 1)
                        .append(" days of the Buyer's order and shall report each delay to the Buyer in writing.\n\n");
            }
            documents.put("agreement-" + i + ".txt", text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    private Process serve(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(RecitalService.ADDRESS_FILE));
        File log = folder.resolve("serve-" + System.nanoTime() + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Ddb-scheduler.heartbeat-interval=1s",
                        "-Ddb-scheduler.missed-heartbeats-limit=8",
                        Recital.class.getName(),
                        ServeCommand.class
                                .getAnnotation(picocli.CommandLine.Command.class)
                                .name(),
                        "--port",
                        "0",
                        "--data-dir",
                        data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    private static ApiClient client(Path data, Process process) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        Path address = data.resolve(RecitalService.ADDRESS_FILE);
        while (!Files.exists(address) || Files.readString(address).isBlank()) {
            assertThat(process.isAlive()).as("the service runs").isTrue();
            assertThat(Instant.now()).as("the service starts").isBefore(end);
            Thread.sleep(100);
        }
        return new ApiClient(
                URI.create(Files.readString(address).strip()),
                Files.readString(data.resolve("cli.key")).strip());
    }
}
