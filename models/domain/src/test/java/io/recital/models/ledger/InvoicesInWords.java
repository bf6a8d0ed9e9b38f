package io.recital.models.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.finding.Recomputation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Invoices of one line for tests: what a case does not vary has a plain value. */
public record InvoicesInWords(Direction direction, String contract, CurrencyUnit currency, BigDecimal taxRate) {
    private static final VendorReference OTHER = new VendorReference("4711", "Other Side Ltd");

    /** The same outcomes, when every step of their workings can be done again and the last comes to the amount. */
    public static List<Outcome> verified(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof LedgerEntry entry) {
                assertThat(entry.workings()).allMatch(Recomputation::holds);
                assertThat(entry.workings().get(entry.workings().size() - 1).result())
                        .isEqualTo(entry.amount().toString());
            }
        }
        return outcomes;
    }

    /** What is found in order, as {@code title: because}; each working of it can be done again. */
    public static List<String> inOrder(Check check, Dossier dossier) {
        List<InOrder> cleared = check.listInOrder(dossier);
        cleared.forEach(each -> assertThat(each.workings()).allMatch(Recomputation::holds));
        return cleared.stream()
                .map(each -> each.title() + ": " + each.because())
                .toList();
    }

    public static InvoicesInWords received(String contract, String currency) {
        return new InvoicesInWords(Direction.RECEIVED, contract, CurrencyUnit.of(currency), BigDecimal.ZERO);
    }

    public static InvoicesInWords issued(String contract, String currency) {
        return new InvoicesInWords(Direction.ISSUED, contract, CurrencyUnit.of(currency), BigDecimal.ZERO);
    }

    public InvoicesInWords withTax(String percent) {
        return new InvoicesInWords(direction, contract, currency, new BigDecimal(percent));
    }

    /** An invoice by its days; received and paid may be unknown. */
    public InvoiceLine line(
            String number,
            String date,
            @Nullable String received,
            @Nullable String paid,
            String net,
            @Nullable String paidAmount) {
        return line(number, date, received, paid, net, paidAmount, "Goods", "ART-1", null);
    }

    /** An invoice of a product, such as freight, of some days. */
    public InvoiceLine line(
            String number,
            String date,
            @Nullable String received,
            @Nullable String paid,
            String net,
            @Nullable String paidAmount,
            String description,
            String product,
            @Nullable Period service) {
        BigDecimal amount = new BigDecimal(net);
        return new InvoiceLine(
                number + "-1",
                number,
                1,
                direction,
                OTHER,
                LocalDate.parse(date),
                received == null ? null : LocalDate.parse(received),
                null,
                paid == null ? null : LocalDate.parse(paid),
                paidAmount == null ? null : new BigDecimal(paidAmount),
                contract,
                "",
                description,
                product,
                BigDecimal.ONE,
                "piece",
                amount,
                amount,
                taxRate,
                amount.multiply(taxRate).movePointLeft(2),
                currency,
                service);
    }

    /** The same line with the due date that the tenant's system gave it. */
    public static InvoiceLine dueOn(InvoiceLine line, String day) {
        return new InvoiceLine(
                line.id(),
                line.invoice(),
                line.line(),
                line.direction(),
                line.vendor(),
                line.invoiceDate(),
                line.receivedOn(),
                LocalDate.parse(day),
                line.paidOn(),
                line.paidAmount(),
                line.contract(),
                line.order(),
                line.description(),
                line.product(),
                line.quantity(),
                line.unit(),
                line.unitPrice(),
                line.net(),
                line.taxRate(),
                line.tax(),
                line.currency(),
                line.service());
    }

    public CreditNote credit(String number, String invoice, String issued, String net, String description) {
        return new CreditNote(
                number,
                number,
                invoice,
                direction,
                OTHER,
                LocalDate.parse(issued),
                description,
                new BigDecimal(net),
                BigDecimal.ZERO,
                currency,
                null);
    }
}
