package io.recital.models.ledger.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Claim;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TimeSpan.Unit;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateDeliveryCheckTest {
    private static final VendorReference MILL = new VendorReference("77", "Paper Mill Ltd");
    private static final LocalDate PROMISED = LocalDate.of(2026, 3, 2);

    private static Purchase pallets(int daysLate) {
        return new Purchase(
                "P-1",
                MILL,
                "PM-4",
                "45001",
                "KRAFT",
                PROMISED.minusDays(30),
                PROMISED,
                PROMISED.plusDays(daysLate),
                BigDecimal.TEN,
                BigDecimal.TEN,
                "pallet");
    }

    private static InvoiceLine invoiced(int daysLate, String net) {
        LocalDate came = PROMISED.plusDays(daysLate);
        return new InvoiceLine(
                "I-1",
                "R-9",
                1,
                Direction.RECEIVED,
                MILL,
                came,
                came,
                null,
                null,
                null,
                "PM-4",
                "45001",
                "Kraft paper",
                "KRAFT",
                BigDecimal.TEN,
                "pallet",
                new BigDecimal(net).movePointLeft(1),
                new BigDecimal(net),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.EUR,
                new Period(came, came));
    }

    private static List<Outcome> run(TypedValue rate, Unit unit, String words, PerformanceFact... facts) {
        CommercialLever lever = new CommercialLever(
                LeverType.LIQUIDATED_DAMAGES,
                List.of(
                        new LeverParameter(Name.RATE, rate),
                        new LeverParameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, unit)))));
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER)
                .with("PM-4", "agreement", "2025-01-01", FamilyInWords.finding("PM-4", lever, words));
        return InvoicesInWords.verified(new LateDeliveryCheck()
                .run(new Dossier(family.build(), Facts.of(List.of(facts)), LocalDate.of(2026, 6, 30))));
    }

    private static TypedValue percent(String value) {
        return new TypedValue.Percent(new BigDecimal(value));
    }

    /** Of EUR 4,321.00; by the day or week, in several drafters' words. */
    @ParameterizedTest(name = "{1} days late: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        DAYS  | 0 | For each day by which a shipment is late the Mill pays 0.5% of its price.                             | -
        DAYS  | 1 | For each day by which a shipment is late the Mill pays 0.5% of its price.                             | EUR 21.61
        DAYS  | 3 | If goods are delivered late, 0.5% of their value is due per day; the first three days are free.       | -
        DAYS  | 5 | If goods are delivered late, 0.5% of their value is due per day; the first three days are free.       | EUR 43.21
        DAYS  | 5 | Late consignments bear 0.5% of their price a day, after a grace period of two (2) days.               | EUR 64.82
        DAYS  | 5 | Where a delivery is more than three days late, 0.5% of its price is owed for every day of the delay.   | EUR 108.03
        DAYS  | 3 | Where a delivery is more than three days late, 0.5% of its price is owed for every day of the delay.   | -
        DAYS  | 40| For each day of late delivery 0.5% of the price of the goods, but no more than 8% of that price.       | EUR 345.68
        WEEKS | 6 | For each week by which a delivery is late 0.5% of its price is owed.                                  | -
        WEEKS | 8 | For each week by which a delivery is late 0.5% of its price is owed.                                  | EUR 21.61
        WEEKS | 8 | For each commenced week of delayed delivery 0.5% of the price of the goods is owed.                   | EUR 43.21
        WEEKS | 8 | For each week, or part thereof, by which goods are late, 0.5% of their price is credited.             | EUR 43.21
        WEEKS | 13| Of the late part of a delivery 0.5% of its price is owed for each completed week of delay.            | EUR 21.61
        WEEKS | 13| 0.5% of the price of the late part of the shipment for each week or part of a week.                   | EUR 43.21
        DAYS  | 9 | If a milestone is delivered late, 0.5% of its price is owed for each day.                             | -
        """)
    void countsTheDaysAsTheClauseDoes(Unit unit, int late, String words, String due) {
        List<Outcome> outcomes = run(percent("0.5"), unit, words, pallets(late), invoiced(late, "4321.00"));

        assertThat(outcomes.stream()
                        .map(each -> ((LedgerEntry) each).amount().toString())
                        .toList())
                .isEqualTo(due == null ? List.of() : List.of(due));
    }

    /** Lines of other items than the one that came: what is invoiced in parts for the order and the day is its price. */
    @ParameterizedTest
    @CsvSource({"45001, EUR 24.00", "45002, ''"})
    void takesAllLinesOfAJobThatIsInvoicedInParts(String order, String due) {
        InvoiceLine first = part("I-1", "45001", "NEW-WORDS", "700.00");
        InvoiceLine second = part("I-2", order, "REPETITIONS", "100.00");
        List<Outcome> outcomes = run(
                percent("1"),
                Unit.DAYS,
                "If we are late, the price of the job falls by 1% for each full day of delay.",
                pallets(3),
                first,
                second);

        assertThat(outcomes.stream()
                        .filter(LedgerEntry.class::isInstance)
                        .map(each -> ((LedgerEntry) each).amount().toString())
                        .toList())
                .isEqualTo(due.isEmpty() ? List.of("EUR 21.00") : List.of(due));
    }

    private static InvoiceLine part(String id, String order, String product, String net) {
        InvoiceLine line = invoiced(3, net);
        return new InvoiceLine(
                id,
                line.invoice(),
                1,
                line.direction(),
                line.vendor(),
                line.invoiceDate(),
                line.receivedOn(),
                null,
                null,
                null,
                line.contract(),
                order,
                product,
                product,
                BigDecimal.ONE,
                "job",
                line.net(),
                line.net(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                line.currency(),
                line.service());
    }

    @Test
    void takesASumForEachDayAsWell() {
        List<Outcome> outcomes = run(
                new TypedValue.Amount(org.joda.money.BigMoney.of(CurrencyUnit.EUR, 15)),
                Unit.DAYS,
                "The Mill pays EUR 15.00 for each day by which an order is delivered late.",
                pallets(4),
                invoiced(4, "100.00"));

        assertThat(outcomes)
                .singleElement()
                .satisfies(entry ->
                        assertThat(((LedgerEntry) entry).amount().toString()).isEqualTo("EUR 60.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "sent, EUR 6.61", // 15.00 were asked for
        "rejected, not checkable",
        "withdrawn, not checkable",
    })
    void leavesWhatWasClaimedAlone(String status, String left) {
        Claim claim = new Claim(
                "C-1",
                MILL,
                "PM-4",
                "Late delivery of order 45001",
                new Period(PROMISED, PROMISED),
                PROMISED.plusDays(9),
                new BigDecimal("15.00"),
                CurrencyUnit.EUR,
                status);
        List<Outcome> outcomes = run(
                percent("0.5"),
                Unit.DAYS,
                "For each day by which a shipment is late the Mill pays 0.5% of its price.",
                pallets(1),
                invoiced(1, "4321.00"),
                claim);

        assertThat(outcomes)
                .singleElement()
                .satisfies(outcome -> assertThat(
                                outcome instanceof LedgerEntry entry
                                        ? entry.amount().toString()
                                        : "not checkable")
                        .isEqualTo(left));
    }

    @Test
    void saysWhatIsMissing() {
        String words = "For each day by which a shipment is late the Mill pays 0.5% of its price.";
        ContractEvent strike = new ContractEvent(
                "E-1", MILL, "PM-4", "force-majeure-notice", "Flood at the mill", PROMISED, null, "", "");
        List<String> missing = new ArrayList<>();
        List.of(
                        run(percent("0.5"), Unit.DAYS, words, pallets(2)),
                        run(percent("0.5"), Unit.DAYS, words, pallets(2), invoiced(2, "100"), strike),
                        run(
                                percent("0.5"),
                                Unit.DAYS,
                                words + " The usual grace applies.",
                                pallets(2),
                                invoiced(2, "100")))
                .forEach(outcomes -> missing.add(((NotCheckable) outcomes.get(0)).missing()));

        assertThat(missing)
                .containsExactly(
                        "the invoice line for what came late",
                        "whether the delay is the other side's to answer for",
                        "how many days of a delay cost nothing");
    }

    /** What the buyer gave late, in events that name order 45001; the goods came ten days late, at EUR 21.605 a day. */
    @ParameterizedTest(name = "{0} {1}, {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        artwork-due         | 2026-02-20 | artwork-released        | 2026-02-24 | EUR 129.63
        drawings-due        | 2026-02-20 | drawings-approved       | 2026-03-20 | -
        drawing-expected    | 2026-02-20 | drawing-received        | 2026-02-19 | EUR 216.05
        samples-due         | 2026-02-20 | drawings-released       | 2026-02-24 | EUR 216.05
        release             | 2026-02-20 | note: 10 days late on our side | 2026-02-24 | -
        release             | 2026-02-20 | note: four days late, the Buyer's own delay | 2026-02-24 | EUR 129.63
        """)
    void leavesOutTheDaysForWhichTheBuyerHeldItUp(
            String first, LocalDate due, String second, LocalDate came, @Nullable String owed) {
        String note = second.startsWith("note: ") ? second.substring(6) : "";
        List<Outcome> outcomes = run(
                percent("0.5"),
                Unit.DAYS,
                "For each day by which a shipment is late the Mill pays 0.5% of its price.",
                pallets(10),
                invoiced(10, "4321.00"),
                new ContractEvent("E-1", MILL, "PM-4", first, "Print of the bags", due, null, "45001", ""),
                new ContractEvent(
                        "E-2",
                        MILL,
                        "PM-4",
                        note.isEmpty() ? second : "released",
                        "Print of the bags, order 45001",
                        came,
                        null,
                        "",
                        note));

        assertThat(outcomes.stream()
                        .map(each -> ((LedgerEntry) each).amount().toString())
                        .toList())
                .isEqualTo(owed == null ? List.of() : List.of(owed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        It must be claimed within 30 days of delivery.                 | 2026-04-02
        It lapses unless claimed within two months of the agreed date. | 2026-05-02
        The Buyer loses it if it does not claim it within 10 days after the end of the month. | 2026-04-10
        """)
    void countsTheTimeToClaimFromTheDayThatIsNamed(String clause, LocalDate last) {
        List<Outcome> outcomes = run(
                percent("0.5"),
                Unit.DAYS,
                "For each day by which a shipment is late the Mill pays 0.5% of its price. " + clause,
                pallets(1),
                invoiced(1, "4321.00"));

        assertThat(outcomes)
                .singleElement()
                .satisfies(entry ->
                        assertThat(((LedgerEntry) entry).recoverableUntil()).isEqualTo(last));
    }
}
