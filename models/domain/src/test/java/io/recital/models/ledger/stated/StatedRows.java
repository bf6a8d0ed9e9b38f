package io.recital.models.ledger.stated;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.joda.money.CurrencyUnit;

/** Rows of one supplier. */
final class StatedRows {
    static final VendorReference VENDOR = new VendorReference("4711", "Brightlamp Ltd");

    private StatedRows() {}

    static InvoiceLine line(String number, String day, String product, String quantity, String price) {
        return line(number, day, product, quantity, price, CurrencyUnit.GBP);
    }

    static InvoiceLine line(
            String number, String day, String product, String quantity, String price, CurrencyUnit currency) {
        LocalDate date = LocalDate.parse(day);
        BigDecimal units = new BigDecimal(quantity);
        return new InvoiceLine(
                "L-" + number,
                "INV-" + number,
                1,
                Direction.RECEIVED,
                VENDOR,
                date,
                date,
                date.plusDays(30),
                null,
                null,
                "C-1",
                "",
                "Street lights (UK)",
                product,
                units,
                "pieces",
                new BigDecimal(price),
                units.multiply(new BigDecimal(price)),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                currency,
                null);
    }

    static Measurement measured(String id, String month, String measure, String value, String reported) {
        return new Measurement(
                id,
                VENDOR,
                "C-1",
                measure,
                Period.of(YearMonth.parse(month)),
                null,
                null,
                "%",
                new BigDecimal(value),
                LocalDate.parse(reported),
                "");
    }

    static ContractEvent event(String id, String event, String subject, String day) {
        return new ContractEvent(id, VENDOR, "C-1", event, subject, LocalDate.parse(day), null, "", "");
    }

    static CreditNote credit(String id, String day, String description, String net) {
        return new CreditNote(
                id,
                id,
                "",
                Direction.RECEIVED,
                VENDOR,
                LocalDate.parse(day),
                description,
                new BigDecimal(net),
                BigDecimal.ZERO,
                CurrencyUnit.GBP,
                null);
    }

    static IndexValue index(String month, String value) {
        return new IndexValue(
                "IX-" + month,
                "Lighting Index",
                YearMonth.parse(month),
                new BigDecimal(value),
                YearMonth.parse(month).plusMonths(1).atDay(15));
    }
}
