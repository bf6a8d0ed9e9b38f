package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.FactCell;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.fact.Period;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class JdbcLedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Sha256 INPUTS = Sha256.of("inputs");
    private static final Finding FINDING = finding();

    private final Repositories store = SharedDatabase.repositories();
    private final JdbcLedger ledgers = store.ledger();
    private final UUID tenant = SharedDatabase.newTenant();
    private final UUID them = inTenant(tenant, () -> store.counterparties().findOrCreate("Them Limited"))
            .id();

    private static <T> T inTenant(UUID tenant, Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private int append(Outcome... outcomes) {
        return inTenant(tenant, () -> ledgers.append(them, DAY, INPUTS, new Ledger(List.of(outcomes))));
    }

    private List<Outcome> said() {
        return inTenant(tenant, () -> ledgers.get(them)).outcomes();
    }

    @Test
    void givesBackWhatWasSaidWithAllThatItRestsOn() {
        Outcome entry = entry("12.50");
        Outcome breach = new Breach("obligation", "Late", Period.ofDay(DAY), List.of(FINDING), List.of("event:E-1"));
        Outcome open = new NotCheckable("royalty", "Royalties of May", "net sales of May", List.of(FINDING));
        assertThat(append(entry, breach, open)).isEqualTo(3);
        assertThat(said()).containsExactly(entry, breach, open);
    }

    @Test
    void aRunThatFindsTheSameWritesNothing() {
        append(entry("12.50"));
        assertThat(append(entry("12.50"))).isZero();
        assertThat(inTenant(tenant, () -> ledgers.listHistory(them))).hasSize(1);
        assertThat(inTenant(tenant, () -> ledgers.findLatestRun(them))).hasValueSatisfying(run -> {
            assertThat(run.asOf()).isEqualTo(DAY);
            assertThat(run.inputs()).isEqualTo(INPUTS);
        });
    }

    @Test
    void aCorrectedAmountIsAddedAndTheOldOneStays() {
        append(entry("12.50"));
        assertThat(append(entry("11.00"))).isEqualTo(1);
        assertThat(said()).containsExactly(entry("11.00"));
        assertThat(inTenant(tenant, () -> ledgers.listHistory(them)))
                .extracting(LedgerVersion::outcome)
                .containsExactly(entry("12.50"), entry("11.00"));
    }

    @Test
    void whatIsNoLongerFoundIsTakenBackAndCanBeSaidAgain() {
        append(entry("12.50"));
        assertThat(append()).isEqualTo(1);
        assertThat(said()).isEmpty();
        assertThat(append()).isZero();
        assertThat(append(entry("12.50"))).isEqualTo(1);
        assertThat(inTenant(tenant, () -> ledgers.listHistory(them)))
                .extracting(LedgerVersion::said)
                .containsExactly(true, false, true);
    }

    @Test
    void twoMattersOfOneCheckPeriodAndRowsAreBothKept() {
        assertThat(append(entry("12.50"), entry("1.00"))).isEqualTo(2);
        assertThat(append(entry("12.50"), entry("1.00"))).isZero();
        assertThat(said()).containsExactly(entry("12.50"), entry("1.00"));
    }

    @Test
    void whatIsStoredOfAnEntryDoesNotKnowOfDisputes() {
        assertThat(FindingJson.write(entry("12.50"))).doesNotContain("disputed");
        append(entry("12.50"));
        assertThat(new Ledger(said())
                        .withDisputes(Map.of("invoice-line:A-1", DAY))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.isClaimableOn(DAY)).isFalse())
                .satisfies(entry -> assertThat(entry.disputedSince()).isEqualTo(DAY));
    }

    @Test
    void anotherTenantSeesNothing() {
        append(entry("12.50"));
        UUID other = SharedDatabase.newTenant();
        assertThat(inTenant(other, () -> ledgers.get(them)).outcomes()).isEmpty();
        assertThat(inTenant(other, () -> ledgers.listHistory(them))).isEmpty();
    }

    private static LedgerEntry entry(String amount) {
        Derivation step = new Derivation(
                Derivation.Operation.PRODUCT,
                List.of(
                        Derivation.Input.of("quantity", "5", new FactCell("invoice-line", "A-1", "quantity")),
                        new Derivation.Input(
                                "price", amount, FINDING.citations().get(0))),
                amount);
        return new LedgerEntry(
                "rate",
                LeakageClass.RECOVERABLE_OVERPAYMENT,
                "Too dear",
                Period.of(YearMonth.of(2026, 5)),
                Money.parse("EUR " + amount),
                List.of(FINDING),
                List.of("invoice-line:A-1"),
                List.of(step),
                DAY,
                0.5);
    }

    private static Finding finding() {
        UUID id = UUID.randomUUID();
        Citation citation =
                new Citation(id, id, "a.pdf", "1", 2, new Span(0, 5), "words", Sha256.of("words"), CitationRole.CLAUSE);
        return new Finding(
                id,
                id,
                id,
                null,
                ContractFact.of(FactType.EFFECTIVE_DATE, new TypedValue.Day(DAY)),
                List.of(citation),
                0.9,
                new Provenance("rules", "1"),
                false,
                ReviewStatus.ACCEPTED);
    }
}
