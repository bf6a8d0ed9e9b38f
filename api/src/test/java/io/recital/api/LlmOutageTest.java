package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A service whose language model cannot be reached works as it does without one, and says so. */
class LlmOutageTest {
    private static final String BASE_URL = "recital.llm.base-url";
    private static final String MODEL = "recital.llm.model";
    private static final String LEASE = """
            WAREHOUSE LEASE AGREEMENT

            1. Term. This Agreement begins on 1 March 2026 and ends on 28 February 2029.

            2. Payment. Tenant shall pay each invoice as soon as reasonably practicable, and in any event within thirty
            (45) days of receipt.

            3. Statements. A monthly statement shall be delivered within 10 days.

            4. Governing Law. This Agreement is governed by the laws of the State of Oregon.
            """;

    @TempDir
    static Path folder;

    private static RecitalService service;
    private static ApiClient api;
    private static JsonNode job;

    @BeforeAll
    static void ingestWithoutTheModel() throws IOException {
        System.setProperty(BASE_URL, "http://127.0.0.1:" + closedPort() + "/v1");
        System.setProperty(MODEL, "absent");
        service = RecitalService.start(folder.resolve("data"), 0);
        api = new ApiClient(service.address(), service.issueFirstKey().orElseThrow());
        job = api.ingest(Map.of("lease.txt", LEASE.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    @AfterAll
    static void stop() {
        System.clearProperty(BASE_URL);
        System.clearProperty(MODEL);
        service.close();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void ingestsWithTheOfflineFindingsAndSaysSo() {
        assertThat(job.path("states").path("ingested").asInt()).isEqualTo(1);
        assertThat(job.path("findings").asInt()).isGreaterThan(0);
        assertThat(job.path("notes").toString()).containsIgnoringCase("offline");
    }

    @Test
    void answersOfflineAndSaysSo() {
        JsonNode answer = api.post(
                "/api/v1/questions", Map.of("question", "What is the governing law of the Warehouse Lease Agreement?"));

        assertThat(answer.path("abstained").asBoolean()).isFalse();
        assertThat(answer.path("citations").path(0).path("quote").asString()).contains("State of Oregon");
        assertThat(answer.path("notes").toString()).contains("language model was not available");
    }
}
