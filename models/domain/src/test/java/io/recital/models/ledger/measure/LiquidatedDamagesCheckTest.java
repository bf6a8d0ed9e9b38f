package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiquidatedDamagesCheckTest {
    private static final String IF_MISSED =
            "If R1 is missed in a month, the Carrier pays GBP 80 for each Failed Pickup, at most 5% of the Collection Charges of the month.";
    private static final String CLAIM = "They are to be claimed within 20 days after the end of the month.";

    private static Finding pickups() {
        return new MeasureInWords("Pickups on schedule", "95").kpi().words("R1").in("CC-1");
    }

    private static Finding damages(String unit, int free, String... words) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                new LeverParameter(Name.RATE, new TypedValue.Amount(BigMoney.of(CurrencyUnit.of("GBP"), 80))),
                new LeverParameter(Name.BASE, new TypedValue.Text(unit)),
                new LeverParameter(Name.CAP, new TypedValue.Percent(BigDecimal.valueOf(5))),
                new LeverParameter(Name.PERIOD, new TypedValue.Length(new TimeSpan(20, TimeSpan.Unit.DAYS)))));
        if (free > 0) {
            parameters.add(new LeverParameter(Name.FLOOR, new TypedValue.Quantity(BigDecimal.valueOf(free), unit)));
        }
        return FamilyInWords.finding("CC-1", new CommercialLever(LeverType.LIQUIDATED_DAMAGES, parameters), words);
    }

    private static YearOfFacts facts(String good, String all) {
        return new YearOfFacts("CC-1", Direction.RECEIVED)
                .measured("R1 Pickups on schedule", "2025-06", good, all, "2025-07-02")
                .invoiced("COL", "Collection of parcels", "2025-06", "20000.00");
    }

    private static List<Outcome> check(YearOfFacts facts, Finding... findings) {
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER).with("CC-1", "agreement", "2025-01-01", findings);
        return new LiquidatedDamagesCheck()
                .run(new Dossier(family.build(), facts.build(), LocalDate.parse("2025-07-20")));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"190, 200, ''", "189, 200, 880", "180, 200, 1000"})
    void multipliesTheFailuresOfAMissedMonthUpToItsLimit(String good, String all, String due) {
        List<Outcome> outcomes = check(facts(good, all), pickups(), damages("Failed Pickup", 0, IF_MISSED, CLAIM));

        assertThat(outcomes).hasSize(due.isEmpty() ? 0 : 1);
        outcomes.forEach(outcome ->
                assertThat(((LedgerEntry) outcome).amount().getAmount()).isEqualByComparingTo(due));
        outcomes.forEach(outcome ->
                assertThat(((LedgerEntry) outcome).recoverableUntil()).isEqualTo("2025-07-20"));
    }

    @Test
    void countsTheFewerWhereEventsTellOfLessThanTheReport() {
        YearOfFacts facts = facts("180", "200")
                .event("failed-pickup", "Leeds", "2025-06-03", "T1")
                .event("failed-pickup", "Leeds", "2025-06-04", "T2")
                .event("excused-cause", "gate closed", "2025-06-04", "T2");

        assertThat(check(facts, pickups(), damages("Failed Pickup", 0, IF_MISSED, CLAIM)))
                .singleElement()
                .isInstanceOfSatisfying(
                        LedgerEntry.class,
                        entry -> assertThat(entry.amount().getAmount()).isEqualByComparingTo("80"));
    }

    @Test
    void leavesOutWhatIsWaivedByDayAndPlace() {
        Finding waiver = FamilyInWords.finding(
                "CC-1",
                new Obligation(
                        Modality.PROHIBITION,
                        new PartyReference("Client", null),
                        null,
                        "claim damages",
                        null,
                        null,
                        null),
                "The Client waives liquidated damages for each Failed Pickup in York on 3 and 4 June 2025.");
        YearOfFacts facts = facts("186", "200");
        for (int i = 1; i <= 12; i++) {
            facts.event("failed-pickup", "Leeds", "2025-06-03", "L" + i);
        }
        facts.event("failed-pickup", "York", "2025-06-03", "Y1").event("failed-pickup", "York", "2025-06-05", "Y2");

        assertThat(check(facts, pickups(), damages("Failed Pickup", 0, IF_MISSED, CLAIM), waiver))
                .singleElement()
                .isInstanceOfSatisfying(LedgerEntry.class, entry -> {
                    assertThat(entry.amount().getAmount()).isEqualByComparingTo("1000");
                    assertThat(entry.rests()).contains(waiver);
                });
    }

    /** What a letter says of damages, what is recorded of it, and what is due for two late ones of which one is meant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            The Carrier has asked the Client not to claim liquidated damages for each Failed Pickup in York on 3 June 2025. | document-signed | Waiver slip     | 80
            The Carrier requests the Client to waive liquidated damages for any Failed Pickup in York on 3 June 2025.       | waiver-granted  | York            | 80
            The Carrier proposes that damages be waived for each Failed Pickup in York on 3 June 2025.                      | letter-accepted | Waiver of June  | 80
            Whether the Client will waive damages for a Failed Pickup in York on 3 June 2025 is told by 1 June.             | nothing         | nothing         | open
            The Carrier has asked the Client to waive the damages for each Failed Pickup in York on 3 June 2025.            | waiver-received | Waiver request  | open
            The Carrier has asked the Client to waive the rent for the depot in York.                                       | nothing         | nothing         | 160
            """)
    void aWaiverThatIsAskedForStandsOnceItIsAgreedTo(
            String asked, @Nullable String event, @Nullable String subject, String due) {
        YearOfFacts facts = facts("150", "200")
                .event("failed-pickup", "York", "2025-06-03", "Y1")
                .event("failed-pickup", "Leeds", "2025-06-05", "L1");
        if (event != null && subject != null) {
            facts.event(event, subject, "2025-05-20", "W");
        }
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER)
                .with("CC-1", "agreement", "2025-01-01", pickups(), damages("Failed Pickup", 0, IF_MISSED, CLAIM))
                .beside(asked);

        assertThat(new LiquidatedDamagesCheck()
                        .run(new Dossier(family.build(), facts.build(), LocalDate.parse("2025-07-20"))))
                .singleElement()
                .satisfies(outcome -> assertThat(
                                outcome instanceof LedgerEntry entry
                                        ? entry.amount()
                                                .getAmount()
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        : "open")
                        .isEqualTo(due));
    }

    @ParameterizedTest(name = "{0} of {1} crates received: {2}")
    @CsvSource({"97, 100, ''", "96, 100, 80", "100, 100, ''", "103, 100, ''"})
    void countsShortDeliveriesBeyondTheFreeOnes(String received, String ordered, String due) {
        YearOfFacts facts = new YearOfFacts("CC-1", Direction.RECEIVED)
                .invoiced("COL", "Collection of parcels", "2025-06", "20000.00")
                .delivered("A", "2025-06-10", ordered, received, "crate");
        Finding term = damages(
                "Short Crate",
                3,
                "For each Short Crate in excess of 3 in a month the Carrier pays GBP 80, at most 5% of the Collection Charges of the month.",
                CLAIM);

        List<Outcome> outcomes = check(facts, term);

        assertThat(outcomes).hasSize(due.isEmpty() ? 0 : 1);
        outcomes.forEach(outcome ->
                assertThat(((LedgerEntry) outcome).amount().getAmount()).isEqualByComparingTo(due));
    }

    @Test
    void owesNothingMoreOnceTheLimitWasGiven() {
        YearOfFacts facts = facts("180", "200")
                .claimed("Liquidated damages June 2025", "2025-06", "2025-07-05", "1600.00", "credited")
                .credited("Liquidated damages 06/2025", "2025-06", "2025-07-10", "1000.00");

        assertThat(check(facts, pickups(), damages("Failed Pickup", 0, IF_MISSED, CLAIM)))
                .isEmpty();
    }

    @Test
    void namesTheInvoicesThatALimitNeeds() {
        YearOfFacts facts =
                new YearOfFacts("CC-1", Direction.RECEIVED).measured("R1", "2025-06", "180", "200", "2025-07-02");

        assertThat(check(facts, pickups(), damages("Failed Pickup", 0, IF_MISSED, CLAIM)))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }

    /** Eight pallets promised for the 19th, and two deliveries in time; at 80.00 each. */
    @ParameterizedTest
    @CsvSource({
        "each pallet that is late, 2025-06-24, 640",
        "each late delivery, 2025-06-24, 80",
        "each pallet that is late, 2025-06-19, ''",
        "each crate that is late, 2025-06-24, ''",
    })
    void countsWhatCameAfterTheDayPromised(String unit, String came, String due) {
        YearOfFacts facts = new YearOfFacts("CC-1", Direction.RECEIVED)
                .invoiced("COL", "Collection of parcels", "2025-06", "20000.00")
                .cameLate("PALLET", "2025-06-19", came, "8", "pallet")
                .cameLate("PALLET", "2025-06-10", "2025-06-10", "5", "pallet");

        List<Outcome> outcomes = check(
                facts,
                damages(
                        unit,
                        0,
                        "If we deliver late you get £80 off for " + unit
                                + ", at most 5% of the Collection Charges of the month."));

        assertThat(outcomes.stream()
                        .map(outcome ->
                                ((LedgerEntry) outcome).amount().getAmount().intValue() + "")
                        .toList())
                .isEqualTo(due.isEmpty() ? List.of() : List.of(due));
    }
}
