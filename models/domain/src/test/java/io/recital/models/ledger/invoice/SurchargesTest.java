package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.credit;
import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.event;
import static io.recital.models.ledger.invoice.Invoiced.index;
import static io.recital.models.ledger.invoice.Invoiced.lever;
import static io.recital.models.ledger.invoice.Invoiced.limit;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.missing;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static io.recital.models.ledger.invoice.Invoiced.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges beside the price: excluded ones, ones that need a consent, limits of expenses, ones that follow an index. */
class SurchargesTest {
    private static final ExcludedChargeCheck EXCLUDED = new ExcludedChargeCheck();
    private static final ExpenseCheck EXPENSES = new ExpenseCheck();
    private static final IndexedSurchargeCheck INDEXED = new IndexedSurchargeCheck();

    private static ContractFamily family(Finding... findings) {
        List<Finding> all = new ArrayList<>(List.of(findings));
        all.add(refund("MASTER"));
        return new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "supply agreement", "2025-01-01", all.toArray(Finding[]::new))
                .build();
    }

    private static final Finding WITH_CONSENT = duty(
            "MASTER",
            Modality.PROHIBITION,
            "The Seller shall not add a charge without the Buyer's written consent",
            null);
    private static final Finding NEVER =
            duty("MASTER", Modality.PROHIBITION, "The Carrier shall not invoice any other surcharges", null);

    private static InvoiceLine charge(String id, String said, String net) {
        return line(id, "2026-05-08").of("", said).at("1", "each", net).in("USD");
    }

    @Test
    void claimsASurchargeThatTheContractExcludesAndNotATaxOrWhatThePriceListHas() {
        ContractFamily excluding = family(NEVER, rates("MASTER", "USD", "order", null, "Small order surcharge", "25"));

        assertThat(claims(run(
                        EXCLUDED,
                        excluding,
                        charge("1", "Fuel surcharge 3 %", "88.20"),
                        charge("2", "Fuel surcharge 3 %", "11.80"),
                        charge("3", "State fuel tax", "12.00"),
                        charge("4", "Small order surcharge", "25.00"),
                        charge("5", "Drums, 200 l", "900.00"))))
                .containsExactly("surcharge USD 100.00");
        assertThat(run(EXCLUDED, family(), charge("1", "Fuel surcharge 3 %", "88.20")))
                .isEmpty();
    }

    @Test
    void asksForTheConsentBeforeItClaims() {
        PerformanceFact consent = event("consent-given", "Crane for unloading on May 4", "2026-05-02", "INV-9");
        InvoiceLine express = charge("1", "Express freight to Reno plant", "410");

        assertThat(missing(run(EXCLUDED, family(WITH_CONSENT), express))).containsExactly("consents to charges");
        assertThat(claims(run(EXCLUDED, family(WITH_CONSENT), express, consent)))
                .containsExactly("surcharge USD 410.00");
        assertThat(run(
                        EXCLUDED,
                        family(WITH_CONSENT),
                        express,
                        event("consent-given", "Freight", "2026-05-01", "INV-1")))
                .isEmpty();
        assertThat(run(
                        EXCLUDED,
                        family(WITH_CONSENT),
                        express,
                        event("approved", "Express freight, Reno plant", "2026-05-01", "")))
                .isEmpty();
        assertThat(claims(run(
                        EXCLUDED,
                        family(WITH_CONSENT),
                        express,
                        consent,
                        event("consent-requested", "Express freight, Reno plant", "2026-05-01", "INV-1"),
                        event("consent-given", "Express freight, Reno plant", "2026-05-09", "INV-1"))))
                .hasSize(1);
        assertThat(claims(run(
                        EXCLUDED,
                        family(WITH_CONSENT),
                        express,
                        consent,
                        credit("INV-1", "2026-06-20", "Freight charged in error", "410", "USD"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Hotel,            'Hotel, Lyon',       night, 131.00, surcharge USD 22.00",
        "Hotel,            'Hotel, Lyon',       night, 120.00, ",
        "Hotel,            'Hotel, Lyon',       lot,   131.00, ",
        "Hotel elsewhere,  Hotel,               night, 131.00, ",
        "Hotel elsewhere,  'Hotel, Lyon',       night, 131.00, surcharge USD 22.00",
        "Hotel in Paris,   'Hotel, Lyon',       night, 131.00, ",
        "Taxi,             'Hotel, Lyon',       night, 131.00, ",
    })
    void claimsAnExpenseAboveItsLimit(String item, String said, String unit, String price, String claimed) {
        InvoiceLine nights =
                line("1", "2026-05-08").of("EX", said).at("2", unit, price).in("USD");

        assertThat(claims(run(EXPENSES, family(limit("MASTER", "USD", "night", item, "120.00")), nights)))
                .isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @Test
    void choosesTheLimitOfThePlace() {
        ContractFamily places = family(
                limit("MASTER", "USD", "night", "Hotel in Paris", "180"),
                limit("MASTER", "USD", "night", "Hotel elsewhere", "120"));

        assertThat(claims(run(
                        EXPENSES,
                        places,
                        line("1", "2026-05-08")
                                .of("EX", "Hotel, Paris")
                                .at("1", "night", "175")
                                .in("USD"),
                        line("2", "2026-05-08")
                                .of("EX", "Hotel, Lyon")
                                .at("1", "night", "175")
                                .in("USD"))))
                .containsExactly("surcharge USD 55.00");
    }

    private static Finding needsApproval(@Nullable String above) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(text(Name.ITEM, "Rental car")));
        if (above != null) {
            parameters.add(new LeverParameter(Name.FLOOR, Invoiced.amount("USD", above)));
        }
        return lever("MASTER", LeverType.RATE_CARD, parameters, "Approval in advance", "Rental car", "Needed");
    }

    @Test
    void claimsAnExpenseWithoutTheApprovalThatItNeeded() {
        PerformanceFact other = event("expense-approved", "Rental car, 3 February", "2026-02-01", "");
        InvoiceLine car = line("1", "2026-05-08")
                .of("", "Rental car, 6 April")
                .at("1", "each", "212")
                .month("2026-04")
                .in("USD");

        assertThat(missing(run(EXPENSES, family(needsApproval(null)), car))).containsExactly("approvals of expenses");
        assertThat(claims(run(EXPENSES, family(needsApproval(null)), car, other)))
                .containsExactly("surcharge USD 212.00");
        assertThat(claims(run(
                        EXPENSES,
                        family(needsApproval(null)),
                        car,
                        other,
                        event("expense-approved", "Rental car, 6 April", "2026-04-01", ""))))
                .isEmpty();
        assertThat(claims(run(EXPENSES, family(needsApproval("250")), car, other)))
                .isEmpty();
    }

    @Test
    void takesTheApprovalOfAnotherDayForNone() {
        InvoiceLine car = line("1", "2026-05-08")
                .of("", "Rental car, 6 April")
                .order("WO-1")
                .at("1", "each", "212")
                .month("2026-04")
                .in("USD");

        assertThat(claims(run(
                        EXPENSES,
                        family(needsApproval(null)),
                        car,
                        event("expense-approved", "Rental car, 3 February", "2026-02-01", "WO-1"))))
                .containsExactly("surcharge USD 212.00");
        assertThat(claims(run(
                        EXPENSES,
                        family(needsApproval(null)),
                        car,
                        event("expense-approved", "Rental car", "2026-04-01", "WO-1"))))
                .isEmpty();
    }

    private static final Finding HEATING = lever(
            "MASTER",
            LeverType.PRICE_ADJUSTMENT,
            List.of(
                    text(Name.INDEX, "Gas Price Monitor"),
                    text(Name.BASE, "storage charges"),
                    new LeverParameter(
                            Name.TIERS,
                            new TypedValue.Tiers(
                                    List.of(band(null, "40", "0"), band("40", "60", "2"), band("60", null, "5"))))),
            "A heating surcharge is added to the storage charges by the Gas Price Monitor of the preceding month.");

    private static Tier band(@Nullable String from, @Nullable String to, String percent) {
        return new Tier(
                from == null ? null : new BigDecimal(from),
                true,
                to == null ? null : new BigDecimal(to),
                false,
                "EUR per MWh",
                new TypedValue.Percent(new BigDecimal(percent)));
    }

    @ParameterizedTest
    @CsvSource({
        "59.99, surcharge USD 30.00",
        "60, ",
        "61, ",
        "40, surcharge USD 30.00",
        "39.99, surcharge USD 50.00",
    })
    void claimsASurchargeAboveTheBandOfTheMonthBefore(String published, String claimed) {
        InvoiceLine heating = line("1", "2026-05-02")
                .of("HT", "Heating surcharge 5 %")
                .at("1000.00", "USD", "0.05")
                .month("2026-04")
                .in("USD");

        assertThat(claims(run(
                        INDEXED,
                        family(HEATING),
                        heating,
                        index("Gas Price Monitor", "2026-03", published),
                        index("Gas Price Monitor", "2026-04", "10"))))
                .isEqualTo(claimed == null ? List.of() : List.of(claimed));
        assertThat(missing(run(INDEXED, family(HEATING), heating)))
                .containsExactly("values of “Gas Price Monitor”, such as that for 2026-03");
    }

    @Test
    void readsTheNameOfTheIndexWhereAnotherClauseOfTheDocumentSaysIt() {
        Finding unnamed = lever(
                "MASTER",
                LeverType.PRICE_ADJUSTMENT,
                List.of(
                        text(Name.INDEX, "average gas price of the preceding month"),
                        new LeverParameter(
                                Name.TIERS,
                                new TypedValue.Tiers(List.of(band(null, "40", "0"), band("40", null, "2"))))),
                "Heating surcharge by the average gas price of the preceding month");
        Finding other =
                duty("MASTER", Modality.DUTY, "agree on another series if the Gas Price Monitor is discontinued", null);
        InvoiceLine heating = line("1", "2026-05-02")
                .of("HT", "Heating surcharge")
                .at("1000.00", "USD", "0.05")
                .month("2026-04")
                .in("USD");

        assertThat(claims(run(INDEXED, family(unnamed, other), heating, index("Gas Price Monitor", "2026-03", "50"))))
                .containsExactly("surcharge USD 30.00");
        assertThat(claims(run(INDEXED, family(unnamed), heating, index("Gas Price Monitor", "2026-03", "50"))))
                .isEmpty();
    }

    @Test
    void findsWhatTheSurchargeIsAPercentageOfOrSaysThatItDoesNotKnow() {
        InvoiceLine heating = line("1", "2026-05-02")
                .of("HT", "Heating surcharge")
                .at("1", "each", "61.73")
                .month("2026-04")
                .in("USD");
        InvoiceLine storage = line("2", "2026-05-02")
                .of("ST", "Storage of pallets")
                .at("1", "each", "1234.50")
                .month("2026-04")
                .in("USD");
        InvoiceLine carriage = line("3", "2026-05-02")
                .of("CA", "Carriage")
                .at("1", "each", "800")
                .month("2026-04")
                .in("USD");
        PerformanceFact value = index("Gas Price Monitor", "2026-03", "45");

        assertThat(claims(run(INDEXED, family(HEATING), heating, storage, carriage, value)))
                .containsExactly("surcharge USD 37.04");
        assertThat(missing(run(INDEXED, family(HEATING), heating, carriage, value)))
                .containsExactly("the charges that the surcharge is a percentage of");
    }
}
