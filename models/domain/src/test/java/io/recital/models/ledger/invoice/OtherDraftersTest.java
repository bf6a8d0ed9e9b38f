package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.amount;
import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.index;
import static io.recital.models.ledger.invoice.Invoiced.lever;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.percent;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static io.recital.models.ledger.invoice.Invoiced.span;
import static io.recital.models.ledger.invoice.Invoiced.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same rules in the words of drafters who put them otherwise. */
class OtherDraftersTest {
    private static ContractFamily family(Finding... findings) {
        return new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "agreement", "2025-05-01", findings)
                .build();
    }

    private static ContractFamily seats(String words) {
        List<Tier> tiers = List.of(
                new Tier(null, true, new BigDecimal("50"), true, "seats", amount("USD", "8.00")),
                new Tier(new BigDecimal("50"), false, null, false, "seats", amount("USD", "6.50")));
        return family(lever(
                "MASTER",
                LeverType.VOLUME_DISCOUNT,
                List.of(
                        text(Name.ITEM, "Reader seat"),
                        new LeverParameter(Name.TIERS, new TypedValue.Tiers(tiers)),
                        span(Name.FREQUENCY, 1, TimeSpan.Unit.MONTHS)),
                words));
    }

    @ParameterizedTest
    @CsvSource({
        "50, 8.00, ",
        "51, 8.00, tier-price USD 1.50",
        "80, 8.00, tier-price USD 45.00",
        "80, 7.00, ",
    })
    void pricesEachPartOfAMonthsQuantityByItsBand(String seats, String price, String claimed) {
        List<Outcome> outcomes = run(
                new GraduatedPriceCheck(),
                seats("Each month $8.00 a seat for the first 50 seats and $6.50 for those beyond the first 50."),
                line("1", "2026-02-03")
                        .of("", "Reader seat, January")
                        .at(seats, "seat", price)
                        .month("2026-01")
                        .in("USD"));

        assertThat(claims(outcomes)).isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @Test
    void leavesAQuantityOfUnknownTimeOpen() {
        assertThat(claims(run(
                        new GraduatedPriceCheck(),
                        seats("Each month $8.00 for the first 50 seats and $6.50 beyond."),
                        line("1", "2026-02-03")
                                .of("", "Reader seat")
                                .at("80", "seat", "8.00")
                                .in("USD"))))
                .isEmpty();
    }

    private static Purchase weighed(String tonnes) {
        LocalDate day = LocalDate.of(2026, 3, 3);
        return new Purchase(
                "P-1",
                new VendorReference("V1", "Other Side Ltd"),
                "MASTER",
                "O-1",
                "LIME",
                day,
                day,
                day,
                new BigDecimal("100"),
                new BigDecimal(tonnes),
                "t");
    }

    @ParameterizedTest
    @CsvSource({"99.00, ", "98.99, rate EUR 20.20", "95.00, rate EUR 100.00", "100, ", "104, "})
    void takesTheWeightReceivedOnlyWhereItLiesOutsideTheTolerance(String received, String claimed) {
        ContractFamily family = family(
                rates("MASTER", "EUR", "t", null, "LIME-1", "20.00"),
                duty(
                        "MASTER",
                        Modality.DUTY,
                        "invoice the weight dispatched, except that if the weight received is lower by more than 1 per cent it is decisive",
                        null));
        assertThat(claims(run(
                        new DeliveredQuantityCheck(),
                        family,
                        line("1", "2026-03-04")
                                .of("LIME-1", "Lime")
                                .order("O-1")
                                .at("100", "t", "20.00")
                                .in("EUR"),
                        order(weighed(received)))))
                .isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    private static Purchase order(Purchase row) {
        return new Purchase(
                row.id(),
                row.vendor(),
                row.contract(),
                row.order(),
                "LIME-1",
                row.orderedOn(),
                row.promisedOn(),
                row.deliveredOn(),
                row.quantityOrdered(),
                row.quantityReceived(),
                row.unit());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        charge nothing in addition, the rates cover journeys, vans and tools          | Mileage, 80 miles      | surcharge GBP 36.00
        charge nothing in addition, the rates cover journeys, vans and tools          | Compliance fee         |
        not charge any fee, surcharge or levy that is not set out in the price sheet  | Compliance fee         | surcharge GBP 36.00
        not charge any fee, surcharge or levy that is not set out in the price sheet  | VAT adjustment         |
        bill any other charge, including night-shift and holiday charges, unless agreed   | Night-shift work, May  | surcharge GBP 36.00
        not disclose the fees                                                         | Mileage, 80 miles      |
        """)
    void knowsWhatPricesCoverInOtherWords(String clause, String said, String claimed) {
        assertThat(claims(run(
                        new ExcludedChargeCheck(),
                        family(duty("MASTER", Modality.PROHIBITION, clause, null)),
                        line("1", "2026-03-04")
                                .of("", said)
                                .at("80", "each", "0.45")
                                .in("GBP"))))
                .isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 1030.00, ",
        "2026-05-01, 1030.01, indexation USD 0.01",
        "2026-04-30, 1030.00, indexation USD 30.00",
    })
    void countsRenewalsFromTheDayOnWhichTheAgreementBegan(String date, String price, String claimed) {
        ContractFamily family = family(
                rates("MASTER", "USD", "year", null, "Licence fee", "1000.00"),
                lever(
                        "MASTER",
                        LeverType.PRICE_ADJUSTMENT,
                        List.of(
                                percent(Name.CAP, "3"),
                                text(Name.INDEX, "CPI-W"),
                                span(Name.FREQUENCY, 1, TimeSpan.Unit.YEARS)),
                        "Upon each renewal the fee may rise by the lesser of 3% and the change of the CPI-W to the preceding December."));
        List<String> found = claims(run(
                new RateCheck(),
                family,
                line("1", date).of("", "Licence fee").at("1", "year", price).in("USD"),
                index("CPI-W, all cities", "2024-12", "300"),
                index("CPI-W, all cities", "2025-12", "330")));
        assertThat(found).isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @Test
    void claimsOnlyWhatIsCertainlyTooMuchWhereAnIndexIsNotKnown() {
        ContractFamily family = family(
                rates("MASTER", "USD", "year", null, "Licence fee", "1000.00"),
                lever(
                        "MASTER",
                        LeverType.PRICE_ADJUSTMENT,
                        List.of(
                                percent(Name.CAP, "3"),
                                text(Name.INDEX, "CPI-W"),
                                span(Name.FREQUENCY, 1, TimeSpan.Unit.YEARS)),
                        "Upon each renewal the fee may rise by the lesser of 3% and the change of the CPI-W to the preceding December."));

        assertThat(claims(run(
                        new RateCheck(),
                        family,
                        line("1", "2026-05-01")
                                .of("", "Licence fee")
                                .at("1", "year", "1050.00")
                                .in("USD"))))
                .containsExactly("indexation USD 20.00");
    }
}
