package io.recital.models.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Counterparty;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Claimed.Part;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Period MAY = Period.of(YearMonth.of(2026, 5));
    private static final Period JUNE = Period.of(YearMonth.of(2026, 6));
    private static final Finding RATE = finding("rate", ReviewStatus.ACCEPTED);
    private static final Finding CREDIT = finding("credit", ReviewStatus.ACCEPTED);
    private static final Finding UNREAD = finding("unread", ReviewStatus.UNREVIEWED);

    @Test
    void anInvoiceThatIsClaimedAsAWholeIsNotAlsoTooDear() {
        Ledger ledger = ledger(
                overpaid("duplicate-invoice", "100.00", Part.WHOLE, "invoice-line:1"),
                overpaid("rate", "5.00", Part.PRICE, "invoice-line:1"),
                overpaid("rate", "7.00", Part.PRICE, "invoice-line:2"));
        assertThat(ledger.entries())
                .extracting(entry -> entry.amount().toString())
                .containsExactly("EUR 100.00", "EUR 7.00");
        assertThat(ledger.notCheckable()).isEmpty();
    }

    @Test
    void aLineMayBeTooDearAndTooLong() {
        Ledger ledger = ledger(
                overpaid("rate", "5.00", Part.PRICE, "invoice-line:1"),
                overpaid("quantity", "9.00", Part.QUANTITY, "invoice-line:1"),
                overpaid("ceiling", "50.00", Part.CEILING, "invoice-line:1"));
        assertThat(ledger.entries()).hasSize(3);
    }

    @Test
    void whatIsClaimedInPartAlreadyIsSaidToBeOpen() {
        Ledger ledger = ledger(
                overpaid("duplicate-invoice", "100.00", Part.WHOLE, "invoice-line:1"),
                overpaid("rate", "12.00", Part.PRICE, "invoice-line:1", "invoice-line:2"));
        assertThat(ledger.entries()).hasSize(1);
        assertThat(ledger.notCheckable()).singleElement().satisfies(open -> {
            assertThat(open.check()).isEqualTo("rate");
            assertThat(open.missing()).contains("claims a part of the same money");
        });
    }

    @Test
    void twoClausesMayGiveSomethingForTheSameMeasurement() {
        Ledger ledger = ledger(
                entry("liquidated-damages", MAY, "10.00", RATE, "measurement:K1"),
                entry("kpi-credit", MAY, "20.00", CREDIT, "measurement:K1"),
                entry("service-credit", MAY, "20.00", CREDIT, "measurement:K1", "invoice-line:1"),
                entry("service-credit", JUNE, "20.00", CREDIT, "measurement:K1"));
        assertThat(ledger.entries())
                .extracting(LedgerEntry::check)
                .containsExactly("liquidated-damages", "kpi-credit", "service-credit");
    }

    @Test
    void creditsOfTwoMeasuresMayBePercentagesOfTheSameInvoice() {
        Ledger ledger = ledger(
                entry("service-credit", MAY, "10.00", CREDIT, "measurement:SL1", "invoice-line:1"),
                entry("service-credit", MAY, "20.00", CREDIT, "measurement:SL3", "invoice-line:1"));
        assertThat(ledger.entries()).hasSize(2);
    }

    @Test
    void interestOnTwoInvoicesSharesTheBaseRateAndNothingElse() {
        Ledger ledger = ledger(
                entry("late-payment", MAY, "10.00", RATE, "invoice-line:1", "index-value:base"),
                entry("late-payment", MAY, "20.00", RATE, "invoice-line:2", "index-value:base"));
        assertThat(ledger.entries()).hasSize(2);
    }

    @Test
    void totalsNeverMixClassesCurrenciesOrWhatIsProvisional() {
        Ledger ledger = new Ledger(List.of(
                entry("a", MAY, "10.00", RATE, "invoice-line:1"),
                entry("b", MAY, "2.00", RATE, "invoice-line:2"),
                entry("c", MAY, "4.00", UNREAD, "invoice-line:3"),
                money("d", "USD 1.00", RATE, null),
                money("e", "EUR 8.00", RATE, TODAY.minusDays(1)),
                money("f", "EUR 16.00", RATE, TODAY),
                overpaid("g", "32.00", Part.PRICE, "invoice-line:4")));
        CurrencyUnit euro = CurrencyUnit.EUR;
        assertThat(ledger.totals(TODAY))
                .containsExactly(
                        new LedgerTotal(
                                LeakageClass.RECOVERABLE_OVERPAYMENT,
                                Money.of(euro, 32),
                                Money.zero(euro),
                                Money.zero(euro)),
                        new LedgerTotal(
                                LeakageClass.UNCLAIMED_ENTITLEMENT,
                                Money.of(euro, 28),
                                Money.of(euro, 4),
                                Money.of(euro, 8)),
                        new LedgerTotal(
                                LeakageClass.UNCLAIMED_ENTITLEMENT,
                                Money.of(CurrencyUnit.USD, 1),
                                Money.zero(CurrencyUnit.USD),
                                Money.zero(CurrencyUnit.USD)));
        assertThat(ledger.entries().stream().filter(entry -> entry.isClaimableOn(TODAY)))
                .extracting(LedgerEntry::check)
                .containsExactly("a", "b", "d", "f", "g");
    }

    @Test
    void theFindingThatHoldsBackMostMoneyComesFirst() {
        Finding other = finding("other", ReviewStatus.UNREVIEWED);
        Ledger ledger = new Ledger(List.of(
                entry("a", MAY, "10.00", UNREAD, "invoice-line:1"),
                entry("b", MAY, "3.00", other, "invoice-line:2"),
                entry("c", MAY, "9.00", other, "invoice-line:3"),
                entry("d", MAY, "99.00", RATE, "invoice-line:4"),
                money("e", "EUR 500.00", UNREAD, TODAY.minusDays(1))));
        assertThat(ledger.blocking(TODAY))
                .containsExactly(
                        new BlockingFinding(other, Money.parse("EUR 12.00"), 2),
                        new BlockingFinding(UNREAD, Money.parse("EUR 10.00"), 1));
    }

    @Property(tries = 200)
    void claimsNoMoneyTwice(@ForAll("overpayments") List<LedgerEntry> found) {
        List<LedgerEntry> kept = ledger(found.toArray(new Outcome[0])).entries();
        for (int i = 0; i < kept.size(); i++) {
            LedgerEntry one = kept.get(i);
            assertThat(kept.subList(0, i)).noneMatch(one::claimsMoneyOf);
        }
        assertThat(found.isEmpty()).isEqualTo(kept.isEmpty());
    }

    @Provide
    Arbitrary<List<LedgerEntry>> overpayments() {
        Arbitrary<String> row = Arbitraries.integers().between(1, 5).map(number -> "invoice-line:" + number);
        return Combinators.combine(
                        Arbitraries.of(Part.WHOLE, Part.PRICE, Part.QUANTITY),
                        row.set().ofMinSize(1).ofMaxSize(3))
                .as((part, rows) -> overpaid("check", "1.00", part, rows.toArray(new String[0])))
                .list()
                .ofMaxSize(12);
    }

    private static Ledger ledger(Outcome... outcomes) {
        Counterparty counterparty = new Counterparty(id("them"), "Them", List.of(), null);
        Dossier dossier =
                new Dossier(new ContractFamily(counterparty, List.of(), List.of()), Facts.of(List.of()), TODAY);
        return Ledger.of(dossier, List.of(any -> List.of(outcomes)));
    }

    private static LedgerEntry overpaid(String check, String amount, Part part, String... rows) {
        return new LedgerEntry(
                        check,
                        LeakageClass.RECOVERABLE_OVERPAYMENT,
                        "Title",
                        MAY,
                        Money.parse("EUR " + amount),
                        List.of(RATE),
                        List.of(rows),
                        workings(amount),
                        null,
                        1)
                .claiming(new Claimed(part, Set.of(rows)));
    }

    private static LedgerEntry entry(String check, Period period, String amount, Finding finding, String... rows) {
        return new LedgerEntry(
                check,
                LeakageClass.UNCLAIMED_ENTITLEMENT,
                "Title",
                period,
                Money.parse("EUR " + amount),
                List.of(finding),
                List.of(rows),
                workings(amount),
                null,
                1);
    }

    private static LedgerEntry money(String check, String amount, Finding finding, @Nullable LocalDate until) {
        return new LedgerEntry(
                check,
                LeakageClass.UNCLAIMED_ENTITLEMENT,
                "Title",
                MAY,
                Money.parse(amount),
                List.of(finding),
                List.of("measurement:" + check),
                workings(amount),
                until,
                1);
    }

    private static List<Derivation> workings(String result) {
        return List.of(
                new Derivation(Derivation.Operation.SUM, List.of(new Derivation.Input("sum", result, null)), result));
    }

    private static Finding finding(String name, ReviewStatus review) {
        UUID id = id(name);
        Citation citation = new Citation(
                id, id, "a.pdf", "1", null, new Span(0, 5), "words", Sha256.of("words"), CitationRole.CLAUSE);
        return new Finding(
                id,
                id,
                id,
                null,
                ContractFact.of(FactType.EFFECTIVE_DATE, new TypedValue.Day(TODAY)),
                List.of(citation),
                1,
                new Provenance("test", "1"),
                false,
                review);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
