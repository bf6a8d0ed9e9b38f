package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.fact.DayOrder;
import io.recital.models.fact.DecimalMark;
import io.recital.models.fact.Direction;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.FactSubject;
import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.KindMapping;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.SourcedFact;
import io.recital.models.fact.VendorDecision;
import io.recital.models.fact.VendorReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class JdbcFactsTest {
    private static final VendorReference ARKEL = new VendorReference("70012", "Arkel Haulage Ltd");
    private static final VendorReference ORLENNE = new VendorReference("", "Orlenne Inc.");

    private final Repositories store = SharedDatabase.repositories();
    private final JdbcFacts facts = store.facts();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private StoredFacts store(PerformanceFact... some) {
        return store("erp", some);
    }

    private StoredFacts store(String feed, PerformanceFact... some) {
        List<SourcedFact> sourced = new ArrayList<>();
        for (PerformanceFact fact : some) {
            sourced.add(new SourcedFact(fact, "lines.csv", "", sourced.size() + 2));
        }
        return inTenant(() -> facts.store(feed, sourced));
    }

    private List<PerformanceFact> load(FactSelection selection) {
        return inTenant(() -> facts.load(selection).stream().toList());
    }

    private static InvoiceLine line(String id, String net) {
        return new InvoiceLine(
                id,
                "INV-1",
                1,
                Direction.RECEIVED,
                ARKEL,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 7),
                null,
                null,
                null,
                "C-1",
                "",
                "Freight, \"express\"",
                "",
                new BigDecimal("-2"),
                "km",
                new BigDecimal("1.250"),
                new BigDecimal(net),
                new BigDecimal("20"),
                BigDecimal.ZERO,
                CurrencyUnit.GBP,
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)));
    }

    private static Measurement measurement(String id, VendorReference vendor) {
        return new Measurement(
                id,
                vendor,
                "C-1",
                "Uptime",
                Period.of(YearMonth.of(2026, 1)),
                new BigDecimal("44137"),
                new BigDecimal("44160"),
                "%",
                null,
                LocalDate.of(2026, 2, 3),
                "");
    }

    @Test
    void givesBackWhatWasStored() {
        IndexValue index =
                new IndexValue("X", "CPI", YearMonth.of(2026, 1), new BigDecimal("133.10"), LocalDate.of(2026, 2, 12));
        ExchangeRate rate = new ExchangeRate(
                "F",
                LocalDate.of(2026, 1, 2),
                CurrencyUnit.GBP,
                CurrencyUnit.USD,
                new BigDecimal("1.3398"),
                "Bulletin");

        assertThat(store(line("L", "-2.50"), measurement("M", ORLENNE), index, rate))
                .isEqualTo(new StoredFacts(4, 0, 0, List.of()));

        List<PerformanceFact> read = load(FactSelection.ALL);
        assertThat(read).hasSize(4);
        assertThat(read).filteredOn(fact -> fact instanceof Measurement).containsExactly(measurement("M", ORLENNE));
        assertThat(read)
                .filteredOn(fact -> fact instanceof InvoiceLine)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(line("L", "-2.50"));
        assertThat(load(FactSelection.of(FactKind.INDEX_VALUE))).containsExactly(index);
        assertThat(load(FactSelection.ALL.about(Set.of(ARKEL.key(), ""))))
                .extracting(PerformanceFact::id)
                .containsExactlyInAnyOrder("L", "X", "F");
        assertThat(load(FactSelection.ALL.about(Set.of(new VendorReference("", "ORLENNE INC").key()))))
                .extracting(PerformanceFact::id)
                .containsExactly("M");
    }

    @Test
    void theSameRowsAgainChangeNothing() {
        store(line("L", "10.00"), measurement("M", ARKEL));

        assertThat(store(line("L", "10.0"), measurement("M", ARKEL))).isEqualTo(new StoredFacts(0, 0, 2, List.of()));
        assertThat(store("another", line("L", "10.00"))).isEqualTo(new StoredFacts(0, 0, 1, List.of()));
        assertThat(inTenant(() -> facts.listVersions(FactKind.INVOICE_LINE, "L")))
                .hasSize(1);
    }

    @Test
    void aCorrectedValueKeepsWhatWasSaidBefore() {
        store(line("L", "10.00"), measurement("M", ARKEL));
        Instant before = inTenant(() -> facts.listVersions(FactKind.INVOICE_LINE, "L"))
                .get(0)
                .recordedAt();

        assertThat(store(line("L", "12.00"), measurement("M", ARKEL))).isEqualTo(new StoredFacts(0, 1, 1, List.of()));

        List<StoredFact> versions = inTenant(() -> facts.listVersions(FactKind.INVOICE_LINE, "L"));
        assertThat(versions).extracting(StoredFact::version).containsExactly(1, 2);
        assertThat(versions.get(0).supersededAt()).isEqualTo(versions.get(1).recordedAt());
        assertThat(load(FactSelection.of(FactKind.INVOICE_LINE))).containsExactly(line("L", "12.00"));
        assertThat(load(FactSelection.of(FactKind.INVOICE_LINE).knownAt(before)))
                .containsExactly(line("L", "10.00"));
        assertThat(load(FactSelection.ALL.knownAt(before.minusMillis(1)))).isEmpty();
        assertThat(load(FactSelection.ALL.knownAt(Instant.now()))).hasSize(2);
    }

    @Test
    void aRowOfAnotherFeedIsNotOverwritten() {
        store(line("1", "10.00"));

        StoredFacts stored = store("another", line("1", "99.00"), line("2", "99.00"));

        assertThat(stored.added()).isEqualTo(1);
        assertThat(stored.foreign())
                .extracting(foreign -> foreign.fact().fact().id() + " of " + foreign.feed())
                .containsExactly("1 of erp");
        assertThat(load(FactSelection.ALL)).contains(line("1", "10.00"));
    }

    @Test
    void factsOfAnotherTenantAreNotThere() {
        store(line("L", "10.00"));
        UUID other = SharedDatabase.newTenant();

        SharedDatabase.get().tenancy().run(other, () -> {
            assertThat(facts.load(FactSelection.ALL).stream()).isEmpty();
            assertThat(facts.listVendors()).isEmpty();
            assertThat(facts.store("erp", List.of(new SourcedFact(line("L", "77.00"), "f", "", 1)))
                            .added())
                    .isEqualTo(1);
        });

        assertThat(load(FactSelection.ALL)).containsExactly(line("L", "10.00"));
    }

    @Test
    void countsWhatHoldsBySubjectThroughCorrections() {
        IndexValue index =
                new IndexValue("X", "CPI", YearMonth.of(2026, 1), new BigDecimal("133.10"), LocalDate.of(2026, 2, 12));
        store(line("L", "10.00"), line("K", "10.00"), measurement("M", ARKEL), measurement("N", ORLENNE), index);
        List<StoredSubject> first = inTenant(facts::listSubjects);
        assertThat(first)
                .extracting(StoredSubject::subject)
                .containsExactlyInAnyOrder(new FactSubject(ARKEL, "C-1"), new FactSubject(ORLENNE, "C-1"), null);
        assertThat(rows(ARKEL)).isEqualTo(3);
        store(line("L", "10.0"), measurement("M", ARKEL));
        assertThat(inTenant(facts::listSubjects)).isEqualTo(first);
        store(line("L", "12.00"));
        assertThat(rows(ARKEL)).isEqualTo(3);
        assertThat(inTenant(facts::listSubjects)).isNotEqualTo(first);
        store(measurement("M", ORLENNE), measurement("N", ARKEL), measurement("O", ARKEL));
        assertThat(rows(ARKEL)).isEqualTo(4);
        assertThat(rows(ORLENNE)).isEqualTo(1);
        store("another", measurement("N", ORLENNE));
        assertThat(rows(ORLENNE)).isEqualTo(1);
        store(measurement("M", ARKEL));
        assertThat(inTenant(facts::listSubjects))
                .extracting(StoredSubject::subject)
                .doesNotContain(new FactSubject(ORLENNE, "C-1"));
    }

    private long rows(VendorReference vendor) {
        return inTenant(facts::listSubjects).stream()
                .filter(each -> new FactSubject(vendor, "C-1").equals(each.subject()))
                .mapToLong(StoredSubject::rows)
                .sum();
    }

    @Test
    void pagesThroughFactsWithTheirSources() {
        store(line("A", "1"), line("B", "2"), line("C", "3"));

        Page<StoredFact> first = inTenant(() -> facts.list(FactSelection.ALL, null, 2));
        Page<StoredFact> second = inTenant(() -> facts.list(FactSelection.ALL, first.next(), 2));

        assertThat(first.items()).extracting(stored -> stored.fact().id()).containsExactly("A", "B");
        assertThat(first.items().get(1).line()).isEqualTo(3);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void countsTheFactsOfEachVendor() {
        store(line("A", "1"), line("B", "2"), measurement("M", ORLENNE), measurement("N", ARKEL));

        assertThat(inTenant(facts::listVendors))
                .containsExactly(
                        new VendorUse(ARKEL, Map.of(FactKind.INVOICE_LINE, 2, FactKind.MEASUREMENT, 1)),
                        new VendorUse(ORLENNE, Map.of(FactKind.MEASUREMENT, 1)));
    }

    @Test
    void remembersHowAFeedIsRead() {
        FeedMapping mapping = new FeedMapping(Map.of(
                FactKind.INVOICE_LINE,
                new KindMapping(
                        Map.of("invoice", "Rechnungsnummer"),
                        Map.of("currency", "EUR"),
                        DayOrder.DAY_FIRST,
                        DecimalMark.COMMA),
                FactKind.VENDOR,
                KindMapping.NONE));
        inTenant(() -> {
            store.feeds().save("sap", FeedMapping.NONE);
            store.feeds().save("sap", mapping);
            return "";
        });

        assertThat(inTenant(() -> store.feeds().find("sap"))).contains(mapping);
        assertThat(inTenant(() -> store.feeds().find("other"))).isEmpty();
        assertThat(FactJson.write(mapping)).contains("\"invoice-line\"", "\"day-first\"");
    }

    @Test
    void decisionsAboutVendorsAreAdded() {
        UUID counterparty = inTenant(() -> store.counterparties().findOrCreate("Arkel Haulage Limited"))
                .id();
        inTenant(() -> {
            store.vendorDecisions().add(new VendorDecision(ARKEL, null), "ana", null);
            store.vendorDecisions().add(new VendorDecision(ARKEL, counterparty), "ben", "seen on the letterhead");
            return "";
        });

        assertThat(inTenant(() -> store.vendorDecisions().list()))
                .containsExactly(new VendorDecision(ARKEL, null), new VendorDecision(ARKEL, counterparty));
    }
}
