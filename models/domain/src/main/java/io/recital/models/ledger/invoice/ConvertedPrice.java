package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** What an invoice line in another currency than its price may charge, at a stored rate of the invoice's day. */
record ConvertedPrice(InvoiceLine line, AllowedPrice allowed, StoredRate rate) {
    /** Rates of different sources lie so far apart; no clause says which of them is meant. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private static final double LESS_SURE = 0.8;

    /** Empty where no rate is stored, or no price in that currency is known. */
    static Optional<ConvertedPrice> of(Dossier dossier, PriceRules rules, InvoiceLine line, CurrencyUnit own) {
        return StoredRate.find(dossier, own, line.currency(), line.invoiceDate())
                .flatMap(rate -> rules.find(priced(line, own), line.invoiceDate())
                        .map(allowed -> new ConvertedPrice(line, allowed, rate)));
    }

    /** The line as its price is looked up. */
    private static InvoiceLine priced(InvoiceLine line, CurrencyUnit own) {
        return new InvoiceLine(
                line.id(),
                line.invoice(),
                line.line(),
                line.direction(),
                line.vendor(),
                line.invoiceDate(),
                line.receivedOn(),
                line.dueOn(),
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
                own,
                line.service());
    }

    private CurrencyUnit own() {
        return allowed.price().getCurrencyUnit();
    }

    private BigDecimal inOwn() {
        return line.quantity()
                .multiply(allowed.price().getAmount())
                .setScale(own().getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    private BigDecimal due() {
        return rate.converted(inOwn(), line.currency());
    }

    private BigDecimal excess() {
        return line.net().subtract(due());
    }

    /** Whether more is charged than any of the stored rates explains. */
    boolean isExceeded() {
        return excess().compareTo(due().multiply(TOLERANCE)) > 0;
    }

    /** The agreed price as the charge is compared with it, for a title. */
    String display() {
        return allowed.price() + " at " + rate.rate().rate().toPlainString() + " of "
                + rate.rate().date();
    }

    Overcharge claim() {
        Workings own = new Workings(own());
        Input price = own.price(allowed);
        own.step(
                Operation.PRODUCT,
                own.money(inOwn()),
                Workings.cell("quantity", line, "quantity", line.quantity()),
                price);
        Workings charged = new Workings(line.currency());
        charged.step(rate.operation(), charged.money(due()), Workings.earlier("due", own.money(inOwn())), rate.input());
        charged.step(
                Operation.DIFFERENCE,
                charged.money(excess()),
                Workings.cell("invoiced", line, "net", line.net()),
                Workings.earlier("due", charged.money(due())));
        List<String> rows = new ArrayList<>(allowed.indexRows());
        rows.add(rate.row());
        List<Derivation> steps = new ArrayList<>(own.steps());
        steps.addAll(charged.steps());
        return new Overcharge(line, excess(), allowed.rests(), rows, steps, allowed.confidence() * LESS_SURE);
    }
}
