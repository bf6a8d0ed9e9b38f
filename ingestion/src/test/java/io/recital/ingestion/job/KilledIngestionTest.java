package io.recital.ingestion.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.finding.LlmUse;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.ItemState;
import io.recital.models.store.Job;
import io.recital.models.store.JobState;
import io.recital.models.store.Repositories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledIngestionTest {
    private static final List<String> GOODS = List.of("flour", "salt", "sugar", "yeast");

    @TempDir
    Path temp;

    @Test
    void losesAndDoublesNothingWhenItIsKilledAgainAndAgain() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("files"));
        for (String goods : GOODS) {
            Agreements.write(folder, goods + ".txt", goods, 30);
        }
        killWhere("parsing", "salt.txt", folder);
        killWhere("asking", "sugar.txt", folder);
        killWhere("reading", "sugar.txt", folder);

        try (Database database = Database.open(DatabaseSettings.embedded(temp.resolve("data")));
                Encoder encoder = new Encoder()) {
            Repositories store = Repositories.over(database.dataSource());
            UUID tenant = store.tenants()
                    .findByName(IngestingProcess.TENANT)
                    .orElseThrow()
                    .id();
            Ingestion ingestion = new Ingestion(
                    database.tenancy(),
                    store,
                    new IncomingFiles(ExpansionLimits.STANDARD),
                    new FileParser()::parse,
                    encoder,
                    new PartyReader(),
                    PartyReader.VERSION);
            Job job = ingestion.run(tenant, ingestion.listUnfinished(tenant).get(0));
            assertThat(job.state()).isEqualTo(JobState.DONE);
            assertThat(job.files(ItemState.INGESTED)).isEqualTo(GOODS.size());
            database.tenancy().run(tenant, () -> assertWhole(store, job));
            database.tenancy().run(tenant, () -> assertPaidOnce(store, job));
            assertThat(ingestion.listUnfinished(tenant)).isEmpty();
        }
    }

    private static void assertWhole(Repositories store, Job job) {
        assertThat(store.contracts().list()).hasSize(GOODS.size());
        assertThat(store.jobs().listItems(job.id())).allSatisfy(item -> {
            List<DocumentVersion> versions = store.documents().listByContract(item.contract());
            assertThat(versions).hasSize(1);
            assertThat(store.clauses().listByDocument(item.document())).hasSize(7);
            assertThat(store.passages().count(item.document())).isEqualTo(7);
        });
        assertThat(store.findings().list(FindingFilter.ANY)).hasSize(3 * GOODS.size());
        assertThat(job.passages()).isEqualTo(7 * GOODS.size());
    }

    private static void assertPaidOnce(Repositories store, Job job) {
        assertThat(store.llmCalls().findAnswered(IngestingProcess.PAID.question()))
                .contains(IngestingProcess.PAID);
        assertThat(store.llmCalls().usesOfJobs(List.of(job.id())))
                .isEqualTo(Map.of(job.id(), LlmUse.of(IngestingProcess.PAID)));
    }

    private void killWhere(String place, String file, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                IngestingProcess.class.getName(),
                temp.resolve("data").toString(),
                folder.toString(),
                place,
                file);
        // ONNX Runtime 1.29 crashes in a process whose command line is longer than some 4,000 characters.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process =
                builder.redirectError(temp.resolve("errors.log").toFile()).start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.equals(IngestingProcess.STUCK)) {
            line = said.readLine();
        }
        process.destroyForcibly().waitFor();
        assertThat(line)
                .as(() -> "what the process said last, after " + errors())
                .isEqualTo(IngestingProcess.STUCK);
    }

    private String errors() {
        try {
            return Files.readString(temp.resolve("errors.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
