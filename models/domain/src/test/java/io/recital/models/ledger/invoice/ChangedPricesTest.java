package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.credit;
import static io.recital.models.ledger.invoice.Invoiced.day;
import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.lever;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.percent;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static io.recital.models.ledger.invoice.Invoiced.signed;
import static io.recital.models.ledger.invoice.Invoiced.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices that an amendment lowers for the past, and prices that the tenant forgot to raise. */
class ChangedPricesTest {
    private static final RetroactivePriceCheck RETROACTIVE = new RetroactivePriceCheck();
    private static final UnbilledUpliftCheck UPLIFT = new UnbilledUpliftCheck();

    private static ContractFamily lowered() {
        Finding deduct = duty(
                "AMD",
                Modality.RIGHT,
                "deduct the difference from any invoice",
                new Deadline.OnDate(LocalDate.parse("2027-03-31")));
        return new FamilyInWords(TenantRole.BUYER)
                .with(
                        "MASTER",
                        "supply agreement",
                        "2025-01-01",
                        refund("MASTER"),
                        rates("MASTER", "USD", "drum", null, "SOLV-10", "82.00", "SOLV-20", "90.00"))
                .with(
                        "AMD",
                        "amendment",
                        "2026-03-01",
                        signed("AMD", "2026-06-15"),
                        deduct,
                        rates("AMD", "USD", "drum", null, "SOLV-10", "79.50"))
                .related("AMD", RelationKind.AMENDS, "MASTER")
                .build();
    }

    private static InvoiceLine drums(String id, String date, String code, String price) {
        return line(id, date).of(code, "Solvent").at("40", "drum", price).in("USD");
    }

    @Test
    void asksForTheDifferenceOnInvoicesFromTheRetroactiveDayToTheSigning() {
        List<Outcome> outcomes = run(
                RETROACTIVE,
                lowered(),
                drums("1", "2026-02-28", "SOLV-10", "82.00"),
                drums("2", "2026-03-01", "SOLV-10", "82.00"),
                drums("3", "2026-06-14", "SOLV-10", "82.00"),
                drums("4", "2026-06-15", "SOLV-10", "79.50"),
                drums("5", "2026-04-01", "SOLV-20", "90.00"));

        assertThat(claims(outcomes)).containsExactly("rate USD 200.00");
        LedgerEntry entry = (LedgerEntry) outcomes.get(0);
        assertThat(entry.leakage()).isEqualTo(LeakageClass.UNCLAIMED_ENTITLEMENT);
        assertThat(entry.recoverableUntil()).isEqualTo(LocalDate.parse("2027-03-31"));
    }

    @Test
    void leavesTheRestToTheOverpaymentAndTakesOffWhatWasCredited() {
        InvoiceLine tooDear = drums("2", "2026-03-01", "SOLV-10", "85.00");

        assertThat(claims(run(RETROACTIVE, lowered(), tooDear))).containsExactly("rate USD 100.00");
        assertThat(claims(run(new RateCheck(), lowered(), tooDear))).containsExactly("rate USD 120.00");
        assertThat(claims(run(
                        RETROACTIVE,
                        lowered(),
                        tooDear,
                        credit("", "2026-07-01", "Retroactive price SOLV-10", "100.00", "USD"))))
                .isEmpty();
    }

    private static ContractFamily licensed(Finding... amended) {
        Finding increase = lever(
                "LICENCE",
                LeverType.PRICE_ADJUSTMENT,
                List.of(
                        percent(Name.RATE, "5"),
                        span(Name.FREQUENCY, 1, TimeSpan.Unit.YEARS),
                        day(Name.FROM, "2026-01-01")),
                "The Hosting Fee of EUR 2,000 shall increase by 5% on 1 January of each year.");
        Finding omitted = duty(
                "LICENCE",
                Modality.RIGHT,
                "invoice any sum omitted",
                new Deadline.After(
                        new TimeSpan(12, TimeSpan.Unit.MONTHS), "the end of the calendar quarter concerned"));
        FamilyInWords family = new FamilyInWords(TenantRole.SELLER)
                .with(
                        "LICENCE",
                        "licence agreement",
                        "2025-01-01",
                        increase,
                        omitted,
                        rates("LICENCE", "EUR", "month", null, "Hosting Fee", "2000", "training", "800"));
        if (amended.length > 0) {
            family.with("AMD", "amendment", "2026-07-01", amended).related("AMD", RelationKind.AMENDS, "LICENCE");
        }
        return family.build();
    }

    private static InvoiceLine hosting(String id, String month, String price) {
        return line(id, month + "-05")
                .of("HST", "Hosting")
                .at("1", "month", price)
                .month(month)
                .issued()
                .in("EUR");
    }

    @Test
    void findsMonthsStillBilledAtThePriceBeforeAnIncrease() {
        List<Outcome> outcomes = run(
                UPLIFT,
                licensed(),
                hosting("1", "2025-12", "2000"),
                hosting("2", "2026-01", "2000"),
                hosting("3", "2026-02", "2000"),
                hosting("4", "2026-03", "2100"),
                line("5", "2026-02-05")
                        .of("TRN", "Training")
                        .at("1", "month", "800")
                        .month("2026-02")
                        .issued()
                        .in("EUR"));

        assertThat(claims(outcomes)).containsExactly("uplift EUR 200.00");
        assertThat(((LedgerEntry) outcomes.get(0)).recoverableUntil()).isEqualTo(LocalDate.parse("2027-03-31"));
    }

    @Test
    void takesADiscountForNoMistake() {
        assertThat(run(UPLIFT, licensed(), hosting("1", "2026-02", "1900"))).isEmpty();
    }

    @Test
    void doesNotRaiseAgainWhatAnAmendmentHasJustSet() {
        ContractFamily amended = licensed(rates("AMD", "EUR", "month", null, "Hosting Fee", "2300"));

        assertThat(claims(run(UPLIFT, amended, hosting("1", "2026-07", "2100"))))
                .containsExactly("uplift EUR 200.00");
        assertThat(run(UPLIFT, amended, hosting("1", "2027-01", "2300"))).isEmpty();
    }
}
