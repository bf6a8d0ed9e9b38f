package io.recital.performance.ledger;

import static io.recital.performance.MadeLedger.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Outcome;
import io.recital.models.report.PartedReporter;
import io.recital.models.report.Report;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.LedgerVersion;
import io.recital.models.store.Repositories;
import io.recital.performance.MadeLedger;
import io.recital.performance.ledger.LedgerInputs.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgersTest {
    private static final Period ALWAYS = new Period(LocalDate.of(2000, 1, 1), LocalDate.of(2099, 1, 1));

    @TempDir
    static Path dataDir;

    private static Database database;
    private static Repositories store;

    private final List<String> computed = Collections.synchronizedList(new ArrayList<>());
    private final List<ContractEvent> events = new ArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private UUID tenant;
    private Counterparty one;
    private Counterparty other;
    private Ledgers ledgers;

    @BeforeAll
    static void open() {
        database = Database.open(DatabaseSettings.embedded(dataDir));
        store = Repositories.over(database.dataSource());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void twoCounterparties() {
        tenant = store.tenants().findOrCreate("Tenant " + UUID.randomUUID()).id();
        one = database.tenancy().call(tenant, () -> store.counterparties().findOrCreate("One Limited"));
        other = database.tenancy().call(tenant, () -> store.counterparties().findOrCreate("Other Limited"));
        events.add(event("E-1", "A-1"));
        events.add(event("E-2", "B-1"));
        ledgers = ledgers();
    }

    private Ledgers ledgers() {
        LedgerInputs inputs = wanted -> new Sources(
                Stream.of(source(family(one, "A-1"), "A-1"), source(family(other, "B-1"), "B-1"))
                        .filter(source ->
                                source.family().members().stream().anyMatch(member -> wanted.test(member.contract())))
                        .toList(),
                () -> about("C-1"));
        Check aBreachForEachEvent = dossier -> {
            computed.add(dossier.family().counterparty().name());
            return dossier.facts().events().stream().map(LedgersTest::breach).toList();
        };
        Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new Ledgers(store.ledger(), database.tenancy(), inputs, List.of(aBreachForEachEvent), clock);
    }

    private DossierSource source(ContractFamily family, String contract) {
        return new DossierSource(family, about(contract).toString(), () -> {
            reads.incrementAndGet();
            return Facts.of(about(contract));
        });
    }

    private List<PerformanceFact> about(String contract) {
        return events.stream()
                .filter(event -> event.contract().equals(contract))
                .map(PerformanceFact.class::cast)
                .toList();
    }

    private static Outcome breach(ContractEvent event) {
        return new Breach(
                "late",
                event.note(),
                Period.ofDay(event.date()),
                List.of(MadeLedger.finding(ReviewStatus.ACCEPTED)),
                List.of("event:" + event.id()));
    }

    private static ContractFamily family(Counterparty counterparty, String reference) {
        UUID id = MadeLedger.id(reference);
        Contract contract =
                new Contract(id, reference, TenantRole.BUYER, id, counterparty.id(), Map.of(), Map.of(), Instant.EPOCH);
        return new ContractFamily(
                counterparty, List.of(new FamilyMember(contract, Set.of(reference), List.of())), List.of());
    }

    private static ContractEvent event(String id, String contract) {
        return new ContractEvent(
                id, new VendorReference("V-" + contract, ""), contract, "report-late", "", TODAY, null, "", "as sent");
    }

    private ReportQuestion ask(LocalDate asOf) {
        return ledgers.question(tenant, null, ALWAYS, asOf);
    }

    private List<LedgerVersion> history(Counterparty counterparty) {
        return ledgers.listHistory(tenant, counterparty.id());
    }

    @Test
    void computesAgainOnlyWhomSomethingChangedFor() {
        ask(TODAY);
        ask(TODAY);
        assertThat(computed).containsExactlyInAnyOrder("One Limited", "Other Limited");
        events.add(event("E-3", "B-1"));
        ReportQuestion question = ask(TODAY);
        assertThat(computed).containsExactlyInAnyOrder("One Limited", "Other Limited", "Other Limited");
        assertThat(question.standings())
                .extracting(standing -> standing.ledger().breaches().size())
                .containsExactly(1, 2);
    }

    @Test
    void keepsWhatWasSaidBefore() {
        ask(TODAY);
        events.remove(1);
        ask(TODAY);
        assertThat(history(other)).extracting(LedgerVersion::said).containsExactly(true, false);
        assertThat(history(one)).hasSize(1);
    }

    @Test
    void writesNothingForALookBackOrAhead() {
        ask(TODAY);
        assertThat(ask(TODAY.minusDays(1)).standings())
                .allSatisfy(standing -> assertThat(standing.ledger().outcomes()).isEmpty());
        ask(TODAY.plusDays(1));
        assertThat(history(one))
                .hasSize(1)
                .first()
                .extracting(LedgerVersion::said)
                .isEqualTo(true);
    }

    @Test
    void anotherProcessComputesOnceMoreAndWritesNothingNew() {
        ask(TODAY);
        ledgers = ledgers();
        ask(TODAY);
        assertThat(computed).hasSize(4);
        assertThat(history(one)).hasSize(1);
    }

    @Test
    void tellsThoseWhoAskWhatItSaysOfSomeContracts() {
        Set<UUID> contracts = Set.of(MadeLedger.id("B-1"));
        assertThat(database.tenancy().call(tenant, () -> ledgers.standings(contracts, TODAY)))
                .singleElement()
                .satisfies(standing -> assertThat(standing.ledger().breaches())
                        .singleElement()
                        .satisfies(breach -> assertThat(breach.rows()).containsExactly("event:E-2")));
        assertThat(database.tenancy().call(tenant, () -> ledgers.standings(Set.of(), TODAY)))
                .hasSize(2);
    }

    @Test
    void readsTheOthersBesideOneCounterpartyWhenTheyAreAskedFor() {
        ReportQuestion question = ledgers.question(tenant, one.id(), ALWAYS, TODAY);
        assertThat(question.standings()).extracting(standing -> standing.name()).containsExactly("One Limited");
        assertThat(computed).containsExactly("One Limited");

        assertThat(question.others().get())
                .extracting(standing -> standing.name())
                .containsExactly("Other Limited");
    }

    @Test
    void makesThePartsOfAReportWhileTheFactsOfACounterpartyAreInMemory() {
        Report report = ledgers.report(new BreachesByName(), tenant, null, ALWAYS, TODAY, question -> question);
        assertThat(report.title()).isEqualTo("[One Limited 1, Other Limited 1] of 2");
        assertThat(reads.get()).isEqualTo(2);
        assertThat(new BreachesByName().report(ask(TODAY))).isEqualTo(report);
    }

    private static final class BreachesByName implements PartedReporter<String> {
        @Override
        public String name() {
            return "breaches";
        }

        @Override
        public String part(Standing standing, ReportQuestion question) {
            // what nobody holds is cleared away between the checks and the report
            System.gc();
            return standing.name() + " " + standing.dossier().facts().events().size();
        }

        @Override
        public Report report(ReportQuestion question, List<String> parts) {
            return new Report(
                    name(),
                    parts + " of " + question.standings().size(),
                    question.asOf(),
                    List.of(new Report.Section("", List.of("breaches"), List.of())));
        }
    }

    @Test
    void factsAboutNobodyAreHandedOver() {
        events.add(event("E-9", "C-1"));
        assertThat(ask(TODAY).unassigned().get()).containsExactly(events.get(2));
        assertThat(ledgers.question(tenant, one.id(), ALWAYS, TODAY)
                        .unassigned()
                        .get())
                .isEmpty();
    }
}
