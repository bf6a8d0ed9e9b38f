package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.missing;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceCurrencyCheckTest {
    private static final RateCheck PRICES = new RateCheck();
    private static final InvoiceCurrencyCheck CURRENCIES = new InvoiceCurrencyCheck();

    private static ContractFamily crew() {
        return new FamilyInWords(TenantRole.BUYER)
                .with(
                        "MASTER",
                        "services agreement",
                        "2025-01-01",
                        rates("MASTER", "EUR", "hour", null, "Fitter", "50.00", "Welder", "60.00"),
                        refund("MASTER"))
                .build();
    }

    private static InvoiceLine welder(String price, String currency) {
        return line("1", "2026-03-31").of("", "Welder").at("10", "hour", price).in(currency);
    }

    private static ExchangeRate rate(String date, String base, String quote, String rate) {
        return new ExchangeRate(
                "FX-" + date + rate,
                LocalDate.parse(date),
                CurrencyUnit.of(base),
                CurrencyUnit.of(quote),
                new BigDecimal(rate),
                "central bank");
    }

    @Test
    void anInvoiceInAnotherCurrencyNamesTheRateThatIsMissing() {
        List<Outcome> outcomes = run(CURRENCIES, crew(), welder("70.00", "USD"));

        assertThat(missing(outcomes)).containsExactly("an exchange rate from EUR to USD for 2026-03-31");
        assertThat(claims(run(PRICES, crew(), welder("70.00", "USD")))).isEmpty();
    }

    @Test
    void oneInACurrencyOfTheContractMissesNothing() {
        assertThat(run(CURRENCIES, crew(), welder("70.00", "EUR"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, EUR, USD, 1.10,   66.00,",
        "2026-03-31, EUR, USD, 1.10,   66.50,",
        "2026-03-31, EUR, USD, 1.10,   70.00, USD 40.00",
        "2026-03-27, EUR, USD, 1.10,   70.00, USD 40.00",
        "2026-03-24, EUR, USD, 1.10,   90.00,",
        "2026-04-01, EUR, USD, 1.10,   90.00,",
        "2026-03-31, USD, EUR, 0.80,   80.00, USD 50.00",
        "2026-03-31, GBP, USD, 1.10,   90.00,",
    })
    void itIsHeldAgainstAStoredRateOfTheWeek(
            String day, String base, String quote, String rate, String price, String claimed) {
        List<Outcome> outcomes = run(PRICES, crew(), welder(price, "USD"), rate(day, base, quote, rate));

        assertThat(claims(outcomes)).isEqualTo(claimed == null ? List.of() : List.of("rate " + claimed));
    }

    @Test
    void ofSeveralRatesThatCountsByWhichMostMayBeCharged() {
        List<Outcome> outcomes = run(
                PRICES,
                crew(),
                welder("70.00", "USD"),
                rate("2026-03-30", "EUR", "USD", "1.15"),
                rate("2026-03-31", "EUR", "USD", "1.10"));

        assertThat(outcomes).singleElement().isInstanceOfSatisfying(LedgerEntry.class, entry -> {
            assertThat(entry.amount()).hasToString("USD 10.00");
            assertThat(entry.rows()).contains("exchange-rate:FX-2026-03-301.15");
        });
    }

    @Test
    void withTheRateOfEveryDayNothingIsMissing() {
        assertThat(run(CURRENCIES, crew(), welder("70.00", "USD"), rate("2026-03-31", "EUR", "USD", "1.10")))
                .isEmpty();
    }
}
