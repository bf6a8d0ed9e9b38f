package io.recital.ingestion.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.ingestion.document.DocumentParser;
import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.ingestion.document.ParserSettings;
import io.recital.models.contract.CitableText;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LostStatement;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.StatedFinding;
import io.recital.models.finding.StatedFinding.Quote;
import io.recital.models.finding.TypedValue;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.FindingReview;
import io.recital.models.store.Job;
import io.recital.models.store.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New versions of a contract of which people stated something. */
class CarriedStatementsTest {
    @TempDir
    static Path dataDir;

    private static Database database;
    private static Repositories store;
    private static Encoder encoder;
    private static DocumentParser parser;

    @TempDir
    Path folder;

    private UUID tenant;
    private UUID contract;

    @BeforeAll
    static void open() {
        database = Database.open(DatabaseSettings.embedded(dataDir));
        store = Repositories.over(database.dataSource());
        encoder = new Encoder();
        parser = new DocumentParser(ParserSettings.standard());
    }

    @AfterAll
    static void close() {
        parser.close();
        encoder.close();
        database.close();
    }

    @BeforeEach
    void ingestTheFirstVersion() throws IOException {
        tenant = store.tenants().findOrCreate("Tenant " + UUID.randomUUID()).id();
        ingest(Submission.PLAIN, flour("flour.txt", 30));
        contract = inStore(() -> store.contracts().list().get(0).id());
    }

    private Job ingest(Submission submission, Path file) {
        Ingestion ingestion = new Ingestion(
                database.tenancy(),
                store,
                new IncomingFiles(ExpansionLimits.STANDARD),
                parser::parse,
                encoder,
                new PartyReader(),
                PartyReader.VERSION);
        return ingestion.run(tenant, ingestion.submit(tenant, List.of(file), submission));
    }

    private Path flour(String name, int days) throws IOException {
        return Agreements.write(folder, name, "flour", days);
    }

    private <T> T inStore(Supplier<T> work) {
        return database.tenancy().call(tenant, work);
    }

    private Finding state(String words) {
        return inStore(() -> {
            CitableText text = store.findCitable(store.contracts().get(contract).document())
                    .orElseThrow();
            Finding kept = store.findings()
                    .state(new StatedFinding(
                                    ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text(words)),
                                    List.of(new Quote(words, null, null)))
                            .in(text));
            store.reviews().add(kept.id(), new FindingReview(ReviewStatus.ACCEPTED, "R. Okafor", null, null));
            return kept;
        });
    }

    private List<Finding> stated() {
        return inStore(() -> store.findings().list(FindingFilter.ofContract(contract)).stream()
                .filter(finding -> finding.provenance().equals(StatedFinding.PROVENANCE))
                .toList());
    }

    private List<LostStatement> lost() {
        return inStore(() -> store.carriedFindings().listLost(List.of(contract)));
    }

    @Test
    void aVersionInWhichTheWordsStandAgainTakesUpWhatAnEarlierOneLost() throws IOException {
        Finding payment = state("The Customer shall pay each invoice within 30 days of its receipt.");
        Finding renewal = state("It does not renew by itself.");

        Job second = ingest(Submission.replacing(contract), flour("flour-2.txt", 45));
        assertThat(second.notes()).anyMatch(note -> note.contains("1 carried over, 1 to be stated again"));
        assertThat(stated()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isNotEqualTo(renewal.id());
            assertThat(finding.review()).isEqualTo(ReviewStatus.ACCEPTED);
        });
        assertThat(lost()).extracting(lost -> lost.finding().id()).containsExactly(payment.id());

        Path third = flour("flour-3.txt", 30);
        Files.writeString(third, Files.readString(third) + "\n(c) The end.\n");
        ingest(Submission.replacing(contract), third);
        assertThat(lost()).isEmpty();
        assertThat(stated())
                .extracting(finding -> finding.citations().get(0).quote())
                .containsExactlyInAnyOrder(
                        "The Customer shall pay each invoice within 30 days of its receipt.",
                        "It does not renew by itself.");
    }

    @Test
    void aVersionThatComesToNothingAtItsLastStepLeavesAllAsItWas() throws IOException {
        Finding renewal = state("It does not renew by itself.");
        JdbcClient owner = JdbcClient.create(database.ownerDataSource());
        owner.sql("""
                create function no_end() returns trigger language plpgsql as
                'begin raise exception ''killed''; end'""").update();
        owner.sql("""
                create trigger no_end before update on job_item
                for each row when (new.state = 'ingested') execute function no_end()""").update();
        try {
            ingest(Submission.replacing(contract), flour("flour-2.txt", 45));
            assertThat(stated()).extracting(Finding::id).containsExactly(renewal.id());
            assertThat(inStore(() -> store.carriedFindings().findSuccessor(renewal.id())))
                    .isEmpty();
        } finally {
            owner.sql("drop trigger no_end on job_item").update();
            owner.sql("drop function no_end").update();
        }
        ingest(Submission.replacing(contract), flour("flour-2.txt", 45));
        assertThat(stated())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id()).isNotEqualTo(renewal.id()));
        assertThat(inStore(() -> store.carriedFindings().findSuccessor(renewal.id())))
                .isPresent();
    }
}
