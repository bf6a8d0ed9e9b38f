package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What an invoice line charges against what it may charge by its agreed price, with the sum written down. */
record PriceDifference(InvoiceLine line, AllowedPrice allowed) {
    /** What the line may charge, without tax. */
    BigDecimal due() {
        return line.quantity()
                .multiply(allowed.price().getAmount())
                .setScale(line.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    /** How much more was invoiced; negative where it was less. */
    BigDecimal excess() {
        return line.net().subtract(due());
    }

    /** The difference as what is to be claimed, whoever claims it. */
    Overcharge claim() {
        return new Overcharge(
                line, excess().abs(), allowed.rests(), allowed.indexRows(), workings(), allowed.confidence());
    }

    /** The steps that end in the difference. */
    List<Derivation> workings() {
        Workings workings = new Workings(line.currency());
        Input price = workings.price(allowed);
        workings.step(
                Operation.PRODUCT,
                workings.money(due()),
                Workings.cell("quantity", line, "quantity", line.quantity()),
                price);
        Input due = Workings.earlier("due", workings.money(due()));
        Input invoiced = Workings.cell("invoiced", line, "net", line.net());
        boolean tooMuch = excess().signum() > 0;
        workings.step(
                Operation.DIFFERENCE,
                workings.money(excess().abs()),
                tooMuch ? invoiced : due,
                tooMuch ? due : invoiced);
        return workings.steps();
    }
}
