package io.recital.eval.bench.ledger;

import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;

/**
 * A year of facts under a generated contract: one line in a hundred is charged too high, one invoice in twenty paid late,
 * one in twenty early enough for its discount, and one measurement in fifty misses its target.
 */
final class GeneratedFacts {
    private static final YearMonth FIRST = YearMonth.of(2025, 7);
    private static final int MONTHS = 12;
    private static final CurrencyUnit POUND = CurrencyUnit.of("GBP");

    private final GeneratedContract contract;
    private final Random random;

    GeneratedFacts(GeneratedContract contract, long seed) {
        this.contract = contract;
        this.random = new Random(seed);
    }

    /** So many of each; measurements are of each measure and month. */
    Facts facts(int measures, int invoiceLines) {
        List<PerformanceFact> facts = new ArrayList<>();
        for (int measure = 0; measure < measures; measure++) {
            for (int month = 0; month < MONTHS; month++) {
                facts.add(measurement(measure, FIRST.plusMonths(month)));
            }
        }
        int invoices = Math.max(1, invoiceLines / GeneratedContract.ITEMS);
        for (int invoice = 0; invoice < invoices; invoice++) {
            addInvoice(invoice, FIRST.plusMonths(invoice % MONTHS), facts);
        }
        return Facts.of(facts);
    }

    private Measurement measurement(int measure, YearMonth month) {
        BigDecimal value = new BigDecimal(random.nextInt(50) == 0 ? "99.1" : "99.8");
        return new Measurement(
                contract.vendor() + "-" + measure + "-" + month,
                vendor(),
                contract.reference(),
                GeneratedContract.measure(measure),
                Period.of(month),
                null,
                null,
                "%",
                value,
                month.atEndOfMonth().plusDays(5),
                "");
    }

    private void addInvoice(int invoice, YearMonth month, List<PerformanceFact> facts) {
        LocalDate received = month.atEndOfMonth().plusDays(3);
        int days =
                switch (random.nextInt(20)) {
                    case 0 -> 45;
                    case 1 -> 8;
                    default -> 29;
                };
        for (int item = 0; item < GeneratedContract.ITEMS; item++) {
            BigDecimal quantity = BigDecimal.valueOf(100 + random.nextInt(40_000), 2);
            int dearer = random.nextInt(100) == 0 ? 5 : 0;
            facts.add(line(invoice, item, month, received, received.plusDays(days), quantity, dearer));
        }
    }

    private InvoiceLine line(
            int invoice,
            int item,
            YearMonth month,
            LocalDate received,
            LocalDate paid,
            BigDecimal quantity,
            int dearer) {
        BigDecimal price = BigDecimal.valueOf(GeneratedContract.price(item) + dearer);
        BigDecimal net = quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
        String number = contract.vendor() + "-" + invoice;
        return new InvoiceLine(
                number + "-" + item,
                number,
                item + 1,
                Direction.RECEIVED,
                vendor(),
                received.minusDays(1),
                received,
                received.plusDays(30),
                paid,
                null,
                contract.reference(),
                "",
                GeneratedContract.item(item),
                "",
                quantity,
                "piece",
                price,
                net,
                BigDecimal.valueOf(20),
                net.movePointLeft(1).multiply(BigDecimal.valueOf(2)).setScale(2, RoundingMode.HALF_UP),
                POUND,
                Period.of(month));
    }

    private VendorReference vendor() {
        return new VendorReference(contract.vendor(), contract.company());
    }
}
