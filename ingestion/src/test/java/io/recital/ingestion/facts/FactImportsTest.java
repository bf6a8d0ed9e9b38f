package io.recital.ingestion.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.contract.Counterparty;
import io.recital.models.fact.DayOrder;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.KindMapping;
import io.recital.models.fact.VendorDecision;
import io.recital.models.fact.VendorMatch.Standing;
import io.recital.models.fact.VendorReference;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.FactSelection;
import io.recital.models.store.Repositories;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactImportsTest {
    private static final String HEADER = "id,Invoice No.,Supplier,Invoice Date,Qty,Unit Price,Net Amount,Currency\n";

    @TempDir
    static Path dataDir;

    private static Database database;
    private static Repositories store;
    private static FactImports imports;

    @TempDir
    private Path folder;

    private UUID tenant;

    @BeforeAll
    static void open() {
        database = Database.open(DatabaseSettings.embedded(dataDir));
        store = Repositories.over(database.dataSource());
        imports = new FactImports(database.tenancy(), store);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void newTenant() {
        tenant = store.tenants().findOrCreate("Tenant " + UUID.randomUUID()).id();
    }

    private FactImports.Imported run(String feed, FeedMapping stated, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("lines.csv"), content);
        return imports.run(tenant, feed, stated, List.of(file));
    }

    @Test
    void countsWhatIsNewCorrectedAndKnown() throws IOException {
        run(
                "erp",
                FeedMapping.NONE,
                HEADER + "1,A-1,Arkel,2026-04-01,1,10.00,10.00,USD\n2,A-2,Arkel,2026-04-01,1,10.00,10.00,USD\n");

        FactImports.Imported again = run(
                "erp",
                FeedMapping.NONE,
                HEADER
                        + "1,A-1,Arkel,2026-04-01,1,10.00,10.00,USD\n2,A-2,Arkel,2026-04-01,1,12.00,12.00,USD\n3,A-3,Arkel,2026-04-01,1,1.00,1.00,USD\n");

        assertThat(again.counts()).isEqualTo(Map.of(FactKind.INVOICE_LINE, new FactImports.Counts(1, 1, 1)));
    }

    @Test
    void aFeedRemembersHowItsFilesAreRead() throws IOException {
        run("erp", FeedMapping.NONE, HEADER + "1,A-1,Arkel,31/12/2025,1,10.00,10.00,USD\n");

        FactImports.Imported next = run("erp", FeedMapping.NONE, HEADER + "2,A-2,Arkel,03/04/2026,1,10.00,10.00,USD\n");
        FactImports.Imported elsewhere =
                run("other", FeedMapping.NONE, HEADER + "3,A-3,Arkel,03/04/2026,1,10.00,10.00,USD\n");

        assertThat(next.report().refused()).isEmpty();
        assertThat(elsewhere.report().refused()).hasSize(1);
        assertThat(imports.remembered(tenant, "erp").of(FactKind.INVOICE_LINE).dates())
                .isEqualTo(DayOrder.DAY_FIRST);
    }

    @Test
    void remembersNothingOfFilesOfNoNamedFeed() throws IOException {
        run(FactImports.DEFAULT_FEED, FeedMapping.NONE, HEADER + "1,A-1,Arkel,31/12/2025,1,10.00,10.00,USD\n");

        FactImports.Imported next =
                run(FactImports.DEFAULT_FEED, FeedMapping.NONE, HEADER + "2,A-2,Arkel,03/04/2026,1,10.00,10.00,USD\n");

        assertThat(next.report().refused()).hasSize(1);
    }

    @Test
    void aListOfCustomersAfterOneOfSuppliersIsNotTakenForReceivedInvoices() throws IOException {
        run("erp", FeedMapping.NONE, HEADER + "1,A-1,Arkel,2025-12-31,1,10.00,10.00,USD\n");

        FactImports.Imported sales = run(
                "erp",
                FeedMapping.NONE,
                HEADER.replace("Supplier", "Customer") + "2,B-1,Orlenne,2025-12-31,1,10.00,10.00,USD\n");

        assertThat(sales.report().sheets().get(0).mapping().constants()).containsEntry("direction", "issued");
    }

    @Test
    void refusesToOverwriteTheRowsOfAnotherFeed() throws IOException {
        run("erp", FeedMapping.NONE, HEADER + "1,A-1,Arkel,2026-04-01,1,10.00,10.00,USD\n");

        FactImports.Imported other =
                run("ledger", FeedMapping.NONE, HEADER + "1,B-7,Orlenne,2026-04-01,1,3.00,3.00,USD\n");

        assertThat(other.report().refused()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).contains("feed “erp”");
        });
    }

    @Test
    void aMappingNamesFieldsThatThereAre() {
        FeedMapping wrong =
                new FeedMapping(Map.of(FactKind.CLAIM, new KindMapping(Map.of("sum", "Total"), Map.of(), null, null)));

        assertThatThrownBy(() -> imports.state(tenant, "erp", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'sum'")
                .hasMessageContaining("amount");
    }

    @Test
    void linksTheVendorsOfTheSamplesAndListsWhoIsNone() throws IOException {
        List<Path> files;
        try (var list = Files.list(Path.of(System.getProperty("recital.root"), "samples", "facts"))) {
            files = list.sorted().toList();
        }
        assertThat(imports.run(tenant, "samples", FeedMapping.NONE, files)
                        .report()
                        .refusedInAll())
                .isZero();
        FactImports.Imported again = imports.run(tenant, "samples", FeedMapping.NONE, files);
        assertThat(again.counts().values()).allMatch(counts -> counts.added() + counts.changed() == 0);
        database.tenancy()
                .run(
                        tenant,
                        () -> List.of(
                                        "Tarnwell Digital Services Limited",
                                        "Kesterline Packaging Corporation",
                                        "Nordkai Logistik GmbH",
                                        "Brightmoor Advisory LLP",
                                        "Velmont Food Technologies, Inc.",
                                        "Ferrow Calibration Services Ltd")
                                .forEach(this::known));

        VendorLinks links = new VendorLinks(database.tenancy(), store);

        assertThat(links.listUnmatched(tenant))
                .extracting(link ->
                        link.match().vendor().name() + ": " + link.match().standing())
                .containsExactlyInAnyOrder(
                        "IRONQUAY ESCROW SVCS LLC: UNKNOWN",
                        "NORDKAI BENELUX BV: AFFILIATE",
                        "PELLWORTH MARSH LLP: UNKNOWN",
                        "VELMONT FOOD TECHNOLOGIES (CANADA) ULC: AFFILIATE");
    }

    /** Without a contract it is listed only when somebody said something of it. */
    private Counterparty known(String name) {
        Counterparty counterparty = store.counterparties().findOrCreate(name);
        store.counterparties().addAlias(counterparty.id(), name);
        return counterparty;
    }

    @Test
    void aDecisionLinksAVendor() throws IOException {
        run("erp", FeedMapping.NONE, HEADER + "1,A-1,Arkel Haulage SVCS Ltd,2026-04-01,1,10.00,10.00,USD\n");
        VendorLinks links = new VendorLinks(database.tenancy(), store);
        assertThat(links.listUnmatched(tenant)).singleElement().matches(VendorLinks.Link::isInvoicedWithoutContract);
        UUID arkel = database.tenancy()
                .call(tenant, () -> known("Arkel Haulage Services Ltd"))
                .id();
        assertThat(links.listUnmatched(tenant))
                .extracting(link -> link.match().standing())
                .containsExactly(Standing.UNCERTAIN);

        links.decide(
                tenant, new VendorDecision(new VendorReference("", "ARKEL HAULAGE SVCS LTD."), arkel), "ana", null);

        assertThat(links.listUnmatched(tenant)).isEmpty();
        assertThat(links.list(tenant).get(0).match().counterparty()).isEqualTo(arkel);
    }

    @Test
    void anImportThatIsKilledLeavesWholeBatchesAndCanBeRepeated() throws Exception {
        int rows = 5_500;
        Path file = Files.writeString(
                folder.resolve("many.csv"),
                HEADER
                        + IntStream.range(0, rows)
                                .mapToObj(i -> i + ",A-" + i + ",Arkel,2026-04-01,1,10.00,10.00,USD\n")
                                .collect(Collectors.joining()));
        Path data = folder.resolve("data");
        killWhenStuck(data, file);

        try (Database reopened = Database.open(DatabaseSettings.embedded(data))) {
            Repositories repositories = Repositories.over(reopened.dataSource());
            UUID killed = repositories
                    .tenants()
                    .findByName(ImportingProcess.TENANT)
                    .orElseThrow()
                    .id();
            int whole = ImportingProcess.WHOLE_BATCHES * 1000;
            assertThat(reopened.tenancy()
                            .call(killed, () -> repositories.facts().load(FactSelection.ALL))
                            .invoiceLines())
                    .hasSize(whole);

            FactImports.Imported again = new FactImports(reopened.tenancy(), repositories)
                    .run(killed, FactImports.DEFAULT_FEED, FeedMapping.NONE, List.of(file));

            assertThat(again.counts()).containsValue(new FactImports.Counts(rows - whole, 0, whole));
        }
    }

    private static void killWhenStuck(Path data, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                ImportingProcess.class.getName(),
                data.toString(),
                file.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.equals(ImportingProcess.STUCK)) {
            line = said.readLine();
        }
        process.destroyForcibly().waitFor();
        assertThat(line).isEqualTo(ImportingProcess.STUCK);
    }
}
