package io.recital.models.ledger.invoice;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * Where the tenant sells: orders that it invoiced at the price of another quantity. Too little can still be billed, too much
 * can be asked back by the customer.
 */
public final class OwnBreaksCheck implements Check {
    @Override
    public List<Outcome> run(Dossier dossier) {
        if (!dossier.isOfASeller()) {
            return List.of();
        }
        PriceRules rules = PriceRules.of(dossier);
        OverpaymentClaims claims = OverpaymentClaims.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        dossier.facts().invoiceLines().stream()
                .filter(line ->
                        line.direction() == Direction.ISSUED && line.quantity().signum() > 0)
                .forEach(line -> rules.find(line, line.invoiceDate())
                        .filter(allowed -> isOfAnotherBreak(line, allowed))
                        .flatMap(allowed -> entry(claims, line, allowed))
                        .ifPresent(outcomes::add));
        return outcomes;
    }

    /** Whether what was charged is the agreed price of just another quantity. */
    private static boolean isOfAnotherBreak(InvoiceLine line, AllowedPrice allowed) {
        AgreedPrice agreed = allowed.agreed();
        BigMoney charged = BigMoney.of(line.currency(), line.unitPrice());
        return allowed.missing() == null
                && allowed.steps().isEmpty()
                && !agreed.byQuantity().isByPeriod()
                && !agreed.byQuantity().isByPart()
                && !charged.isEqual(allowed.price())
                && agreed.breaks().size() > 1
                && agreed.all().stream().anyMatch(price -> price.isEqual(charged));
    }

    private static Optional<LedgerEntry> entry(OverpaymentClaims claims, InvoiceLine line, AllowedPrice allowed) {
        PriceDifference difference = new PriceDifference(line, allowed);
        boolean tooLittle = difference.excess().signum() < 0;
        String title = allowed.agreed().name() + ", order " + line.order() + ", was invoiced at "
                + line.unitPrice().toPlainString() + " and not at " + allowed.price();
        return claims.entry(
                "tier-price",
                tooLittle ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE,
                Part.PRICE,
                title,
                List.of(difference.claim()),
                List.of(),
                null);
    }
}
