package io.recital.ingestion.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.ingestion.document.DocumentParser;
import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.ingestion.document.ParserSettings;
import io.recital.models.clause.Clause;
import io.recital.models.clause.Passage;
import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseScore;
import io.recital.models.finding.ContractReader;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LlmUse;
import io.recital.models.finding.ReadingDiff;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.ItemState;
import io.recital.models.store.Job;
import io.recital.models.store.JobItem;
import io.recital.models.store.JobState;
import io.recital.models.store.Repositories;
import io.recital.models.store.error.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionTest {
    @TempDir
    static Path dataDir;

    private static Database database;
    private static Repositories store;
    private static Encoder encoder;
    private static DocumentParser parser;

    @TempDir
    Path folder;

    private UUID tenant;

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
    void newTenant() {
        tenant = store.tenants().findOrCreate("Tenant " + UUID.randomUUID()).id();
    }

    private static Ingestion ingestion(ContractReader reader) {
        return ingestion(reader, PartyReader.VERSION);
    }

    private static Ingestion ingestion(ContractReader reader, String version) {
        return new Ingestion(
                database.tenancy(),
                store,
                new IncomingFiles(ExpansionLimits.STANDARD),
                parser::parse,
                encoder,
                reader,
                version);
    }

    private static Ingestion ingestion() {
        return ingestion(new PartyReader());
    }

    private Job ingest(Submission submission, Path... files) {
        return ingestion().run(tenant, ingestion().submit(tenant, List.of(files), submission));
    }

    private <T> T inStore(Supplier<T> work) {
        return database.tenancy().call(tenant, work);
    }

    private List<JobItem> items(Job job) {
        return inStore(() -> store.jobs().listItems(job.id()));
    }

    @Test
    void turnsAFileIntoCitedClausesEmbeddedPassagesAndFindings() throws Exception {
        Job job = ingest(Submission.PLAIN, Agreements.write(folder, "flour.txt", "flour", 30));

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.files()).containsOnlyKeys(ItemState.INGESTED);
        assertThat(job.notes()).containsExactly("Only parties and titles were read.");
        UUID document = items(job).get(0).document();
        List<Clause> clauses = inStore(() -> store.clauses().listByDocument(document));
        assertThat(clauses).extracting(Clause::path).containsExactly("", "Preamble", "1", "2", "3", "3(a)", "3(b)");
        List<Passage> passages = inStore(() -> store.passages().listByDocument(document));
        assertThat(passages).hasSize(job.passages()).hasSize(7);
        var text = inStore(() -> store.documents().getText(document));
        assertThat(passages)
                .allSatisfy(passage -> assertThat(text.slice(passage.span())).isEqualTo(passage.text()));
        assertThat(inStore(() -> store.findings().list(FindingFilter.ANY))).hasSize(3);
    }

    @Test
    void namesTheContractAndItsOtherSide() throws Exception {
        Job job = ingest(Submission.PLAIN, Agreements.write(folder, "flour.txt", "flour", 30));

        Contract contract =
                inStore(() -> store.contracts().get(items(job).get(0).contract()));
        assertThat(contract.title()).isEqualTo("SUPPLY AGREEMENT FOR FLOUR");
        assertThat(inStore(() -> store.counterparties().get(contract.counterparty()))
                        .name())
                .isEqualTo("Birchwood Mills Ltd");
    }

    @Test
    void findsOutWhoseContractsAreAndWhatBelongsToThem() throws Exception {
        Path mills = Agreements.between(folder, "flour.txt", "Birchwood Mills Ltd", "Northfield Bakeries Inc.");
        Path lines = Agreements.between(folder, "lines.txt", "Coldray Networks LLC", "Northfield Bakeries Limited");
        Path bread = Agreements.between(folder, "bread.txt", "Northfield Bakeries Inc.", "Hartwell Hotels plc");
        Path prices = Files.writeString(
                folder.resolve("prices.txt"),
                "PRICE LIST\n\nAgreed with Coldray Networks LLC.\n\n1. A line costs $40.");
        Path alone = Files.writeString(folder.resolve("alone.txt"), "NOTE\n\n1. A line costs $40.");

        Job job = ingest(Submission.PLAIN, mills, lines, bread, prices, alone);

        assertThat(inStore(() -> store.contracts().list().stream()
                        .map(contract -> contract.role() + " "
                                + (contract.counterparty() == null
                                        ? "nobody"
                                        : store.counterparties()
                                                .get(contract.counterparty())
                                                .name()))
                        .toList()))
                .containsExactlyInAnyOrder(
                        "BUYER Birchwood Mills Ltd",
                        "BUYER Coldray Networks LLC",
                        "SELLER Hartwell Hotels plc",
                        "BUYER Coldray Networks LLC",
                        "UNKNOWN nobody");
        assertThat(job.notes())
                .anyMatch(note -> note.startsWith("Companies called “northfield” are taken for yours"))
                .anyMatch(note -> note.startsWith("It is not told whose these are: alone.txt;"));
    }

    @Test
    void whatTheUploaderStatesOfSidesStands() throws Exception {
        Path flour = Agreements.write(folder, "flour.txt", "flour", 30);
        Job job = ingest(
                new Submission(null, TenantRole.UNKNOWN, Map.of(), Map.of("company", "Birchwood Mills Ltd")), flour);

        Contract contract =
                inStore(() -> store.contracts().get(items(job).get(0).contract()));
        assertThat(contract.role()).isEqualTo(TenantRole.SELLER);
        assertThat(inStore(() -> store.counterparties().get(contract.counterparty()))
                        .name())
                .isEqualTo("Northfield Bakeries Inc.");
    }

    @Test
    void takesTheSameBytesInOnce() throws Exception {
        Path flour = Agreements.write(folder, "flour.txt", "flour", 30);
        Path copy = Files.copy(flour, folder.resolve("copy of flour.txt"));
        Job first = ingest(Submission.PLAIN, flour, copy);
        Job second = ingest(Submission.PLAIN, flour);

        assertThat(first.files(ItemState.INGESTED)).isEqualTo(1);
        assertThat(first.files(ItemState.UNCHANGED)).isEqualTo(1);
        assertThat(second.files()).containsOnlyKeys(ItemState.UNCHANGED);
        assertThat(items(second).get(0).contract())
                .isEqualTo(items(first).get(0).contract());
        assertThat(inStore(() -> store.contracts().list())).hasSize(1);
    }

    @Test
    void makesANewVersionOfTheContractThatAFileReplaces() throws Exception {
        Job first = ingest(Submission.PLAIN, Agreements.write(folder, "flour.txt", "flour", 30));
        UUID contract = items(first).get(0).contract();
        Job second = ingest(Submission.replacing(contract), Agreements.write(folder, "flour 2.txt", "flour", 45));

        assertThat(items(second).get(0).contract()).isEqualTo(contract);
        assertThat(inStore(() -> store.documents().listByContract(contract)))
                .extracting(DocumentVersion::version, DocumentVersion::file)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "flour.txt"),
                        org.assertj.core.groups.Tuple.tuple(2, "flour 2.txt"));
        assertThat(inStore(() -> store.contracts().get(contract)).document())
                .isEqualTo(items(second).get(0).document());
    }

    @Test
    void refusesToReplaceWhatIsNotThereOrWithSeveralFiles() throws Exception {
        Path flour = Agreements.write(folder, "flour.txt", "flour", 30);
        Path salt = Agreements.write(folder, "salt.txt", "salt", 30);
        assertThatThrownBy(() -> ingest(Submission.replacing(UUID.randomUUID()), flour))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("list the contracts");
        UUID contract = items(ingest(Submission.PLAIN, flour)).get(0).contract();
        assertThatThrownBy(() -> ingest(Submission.replacing(contract), flour, salt))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("hand each in by itself");
    }

    @Test
    void saysWhyAFileIsRefusedAndGoesOnWithTheOthers() throws Exception {
        Path flour = Agreements.write(folder, "a.txt", "flour", 30);
        Path empty = Files.createFile(folder.resolve("b.txt"));
        Path named = Files.writeString(folder.resolve("c.pdf"), "This is no PDF file at all.\n");
        Path salt = Agreements.write(folder, "d.txt", "salt", 30);
        Job job = ingest(Submission.PLAIN, flour, empty, named, salt);

        assertThat(items(job))
                .extracting(JobItem::state)
                .containsExactly(ItemState.INGESTED, ItemState.REFUSED, ItemState.REFUSED, ItemState.INGESTED);
        assertThat(items(job).get(1).reason()).contains("empty");
        assertThat(items(job).get(2).reason()).contains("plain text");
        assertThat(inStore(() -> store.contracts().list())).hasSize(2);
    }

    @Test
    void goesOnWhenTheReadingOfOneContractFailsAndReadsItAgainLater() throws Exception {
        Path flour = Agreements.write(folder, "flour.txt", "flour", 30);
        Path salt = Agreements.write(folder, "salt.txt", "salt", 30);
        ContractReader broken = (contract, calls) -> {
            if (contract.file().equals("flour.txt")) {
                throw new IllegalStateException(contract.text().value());
            }
            return new PartyReader().read(contract);
        };
        UUID job = ingestion(broken).submit(tenant, List.of(flour, salt), Submission.PLAIN);
        Job ended = ingestion(broken).run(tenant, job);

        assertThat(items(ended)).extracting(JobItem::state).containsExactly(ItemState.FAILED, ItemState.INGESTED);
        assertThat(items(ended).get(0).reason())
                .contains("IllegalStateException")
                .doesNotContain("Birchwood");
        Job again = ingest(Submission.PLAIN, flour);
        assertThat(again.files()).containsOnlyKeys(ItemState.INGESTED);
        assertThat(inStore(() -> store.contracts().list())).hasSize(2);
    }

    @Test
    void readsADocumentAgainWithoutChangingWhatIsServed() throws Exception {
        Job job = ingest(Submission.PLAIN, Agreements.write(folder, "flour.txt", "flour", 30));
        UUID document = items(job).get(0).document();
        List<Finding> served = inStore(() -> store.findings().list(FindingFilter.ANY));
        ContractReader titlesOnly = (contract, calls) -> new ContractReader.Reading(
                new PartyReader()
                        .read(contract).findings().stream()
                                .filter(finding -> finding.content().type().equals("title"))
                                .toList(),
                List.of());

        UUID run = ingestion(titlesOnly, "titles/1").readAgain(tenant, document);

        assertThat(inStore(() -> store.findings().list(FindingFilter.ANY))).isEqualTo(served);
        assertThat(inStore(() -> store.runs().get(run)).current()).isFalse();
        ReadingDiff diff =
                ReadingDiff.between(served, inStore(() -> store.findings().listOfRun(run)));
        assertThat(diff.removed()).hasSize(served.size() - 1);
        assertThat(diff.unchanged()).isEqualTo(1);
        assertThat(ingestion().readAgain(tenant, document)).isNotEqualTo(run);
    }

    @Test
    void lastReadingOfAVersionIsOnlyOneThatLeftNoQuestionOpen() throws Exception {
        Path flour = Agreements.write(folder, "flour.txt", "flour", 30);
        LlmUse spent = LlmUse.ofQuestions(0, 2, 0);
        Job job = ingestion(leaving(spent)).run(tenant, ingestion().submit(tenant, List.of(flour), Submission.PLAIN));
        UUID document = items(job).get(0).document();
        UUID first = inStore(() -> store.runs().list(document)).get(0).id();

        assertThat(ingestion(leaving(spent)).readAgain(tenant, document)).isEqualTo(first);
        UUID whole = ingestion(leaving(LlmUse.ofQuestions(2, 0, 0))).readAgain(tenant, document);
        assertThat(whole).isNotEqualTo(first);
        assertThat(ingestion(leaving(LlmUse.ofQuestions(4, 0, 0))).readAgain(tenant, document))
                .isEqualTo(whole);
        assertThat(inStore(() -> store.llmCalls().usesOfItems(job.id())).values())
                .containsExactly(spent);
    }

    @Test
    void keepsWhereClauseLabelsProbablyStand() throws Exception {
        ClauseScore score = new ClauseScore("Audit Rights", new Span(3, 9), 0.25);
        ContractReader scoring = (contract, calls) -> new ContractReader.Reading(
                new PartyReader().read(contract).findings(), List.of(), LlmUse.NONE, List.of(score));
        Ingestion ingestion = ingestion(scoring);
        List<Path> files = List.of(Agreements.write(folder, "flour.txt", "flour", 30));
        Job job = ingestion.run(tenant, ingestion.submit(tenant, files, Submission.PLAIN));
        UUID document = items(job).get(0).document();

        assertThat(inStore(() -> store.clauseScores().listByDocument(document))).containsExactly(score);
    }

    private static ContractReader leaving(LlmUse use) {
        return (contract, calls) ->
                new ContractReader.Reading(new PartyReader().read(contract).findings(), List.of(), use);
    }

    @Test
    void refusesToReadAgainWhatIsNotThere() {
        assertThatThrownBy(() -> ingestion().readAgain(tenant, UUID.randomUUID()))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void opensFoldersAndZips() throws Exception {
        Agreements.write(folder, "flour.txt", "flour", 30);
        Agreements.write(Files.createDirectory(folder.resolve("more")), "salt.txt", "salt", 14);
        Job job = ingest(Submission.PLAIN, folder);

        assertThat(items(job)).extracting(item -> item.file().file()).containsExactly("flour.txt", "more/salt.txt");
        assertThat(job.files(ItemState.INGESTED)).isEqualTo(2);
    }
}
