package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders that were large enough for a percentage off their price and were charged without it. */
public final class OrderDiscountCheck implements Check {
    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller()) {
            return List.of();
        }
        IdentityHashMap<FamilyMember, List<OrderDiscount>> stated = stated(dossier);
        if (stated.isEmpty()) {
            return List.of();
        }
        PriceRules rules = PriceRules.of(dossier);
        OverpaymentClaims claims = OverpaymentClaims.of(dossier);
        RepeatedLines repeated = RepeatedLines.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == Direction.RECEIVED
                        && line.quantity().signum() > 0
                        && !repeated.hold(line))
                .forEach(line -> discount(stated, rules, line)
                        .flatMap(discount -> rules.find(line, line.invoiceDate())
                                .flatMap(allowed -> claim(claims, line, discount, allowed)))
                        .ifPresent(outcomes::add));
        return outcomes;
    }

    /** The documents that state discounts for orders, with those. */
    private static IdentityHashMap<FamilyMember, List<OrderDiscount>> stated(Dossier dossier) {
        IdentityHashMap<FamilyMember, List<OrderDiscount>> stated = new IdentityHashMap<>();
        for (FamilyMember member : dossier.family().members()) {
            List<OrderDiscount> discounts = PriceBook.levers(member).stream()
                    .flatMap(lever -> OrderDiscount.of(lever).stream())
                    .toList();
            if (!discounts.isEmpty()) {
                stated.put(member, discounts);
            }
        }
        return stated;
    }

    /** The highest discount that the order of a line has reached. */
    private static Optional<OrderDiscount> discount(
            IdentityHashMap<FamilyMember, List<OrderDiscount>> stated, PriceRules rules, InvoiceLine line) {
        BigDecimal ordered = rules.quantities().of(line).multiply(Units.pieces(line.unit()));
        InvoicedItem item = rules.book().item(line);
        return rules.book().documents(line, line.priceDay(), line.invoiceDate()).members().stream()
                .flatMap(member -> stated.getOrDefault(member, List.of()).stream())
                .filter(discount -> discount.isFor(item) && ordered.compareTo(discount.from()) >= 0)
                .reduce((one, other) -> other.off().compareTo(one.off()) > 0 ? other : one);
    }

    private static Optional<LedgerEntry> claim(
            OverpaymentClaims claims, InvoiceLine line, OrderDiscount discount, AllowedPrice allowed) {
        if (allowed.missing() != null
                || Units.conflict(line.unit(), allowed.agreed().unit())) {
            return Optional.empty();
        }
        int decimals = line.currency().getDecimalPlaces();
        BigDecimal right = discount.after(allowed.price().getAmount());
        BigDecimal due = line.quantity().multiply(right).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal full =
                line.quantity().multiply(allowed.price().getAmount()).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal excess = line.net().min(full).subtract(due);
        if (excess.signum() <= 0) {
            return Optional.empty();
        }
        List<Finding> rests = Stream.concat(Stream.of(discount.source().finding()), allowed.rests().stream())
                .toList();
        String title = "An order of " + allowed.agreed().name() + " was charged without the "
                + discount.off().toPlainString() + " % for large orders";
        Overcharge overcharge = new Overcharge(
                line, excess, rests, allowed.indexRows(), workings(line, discount, allowed, right, excess), 0.9);
        return claims.overpayment("volume-discount", Part.QUANTITY, title, List.of(overcharge));
    }

    private static List<Derivation> workings(
            InvoiceLine line, OrderDiscount discount, AllowedPrice allowed, BigDecimal right, BigDecimal excess) {
        Workings workings = new Workings(line.currency());
        Input price = workings.price(allowed);
        Finding clause = discount.source().finding();
        String off = discount.off().toPlainString();
        BigDecimal left = BigDecimal.valueOf(100).subtract(discount.off());
        workings.step(
                Operation.PERCENT_OF,
                workings.money(right),
                new Input("what is left after " + off + " %", left.toPlainString() + " %", Workings.quote(clause, off)),
                price);
        BigDecimal due = line.net().subtract(excess);
        workings.step(
                Operation.PRODUCT,
                workings.money(due),
                Workings.cell("quantity", line, "quantity", line.quantity()),
                Workings.earlier("price after the discount", workings.money(right)));
        workings.step(
                Operation.DIFFERENCE,
                workings.money(excess),
                Workings.cell("invoiced", line, "net", line.net()),
                Workings.earlier("due", workings.money(due)));
        return workings.steps();
    }
}
