package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Users, seats, machines and other counted things that are charged as additional, held against how many were counted above the
 * agreed number: what was charged too much, what a seller did not bill, and what was not taken off below a baseline.
 */
public final class TrueUpCheck implements Check {
    static final String NAME = "true-up";

    @Override
    public List<Outcome> run(Dossier dossier) {
        PriceBook book = PriceBook.of(dossier);
        boolean above = book.isSaid(words -> CountedBound.above(words).isPresent());
        Map<Object, List<InvoiceLine>> charged = above ? extras(dossier) : Map.of();
        List<Outcome> outcomes = new ArrayList<>();
        charged.values().forEach(lines -> tooMany(dossier, lines).ifPresent(outcomes::add));
        if (dossier.isOfASeller()) {
            outcomes.addAll(new UnbilledCounts(dossier, charged.values()).outcomes());
        } else if (book.isSaid(words -> CountedBound.below(words).isPresent())) {
            outcomes.addAll(new UncreditedCounts(dossier).outcomes());
        }
        return outcomes;
    }

    /** The lines that charge for more of a thing, those for one time together. */
    private static Map<Object, List<InvoiceLine>> extras(Dossier dossier) {
        Direction own = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        RepeatedLines repeated = RepeatedLines.of(dossier);
        return dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == own
                        && line.service() != null
                        && line.quantity().signum() > 0
                        && CountedExcess.isExtra(line)
                        && !repeated.hold(line))
                .collect(Collectors.groupingBy(
                        line -> List.of(
                                line.vendor().id(),
                                line.product(),
                                line.unit(),
                                line.contract(),
                                String.valueOf(line.service())),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static Optional<LedgerEntry> tooMany(Dossier dossier, List<InvoiceLine> lines) {
        InvoiceLine last = lines.get(lines.size() - 1);
        Period service = last.service();
        if (dossier.isOfASeller() || service == null) {
            return Optional.empty();
        }
        Optional<CountedExcess> excess = CountedExcess.of(dossier, last, CountedBound.Side.ABOVE);
        Optional<CountedExcess.Allowed> allowed =
                excess.flatMap(found -> found.rows().of(service).flatMap(found::allowed));
        return allowed.flatMap(found -> overcharge(dossier, lines, found))
                .flatMap(overcharge -> OverpaymentClaims.of(dossier)
                        .overpayment(
                                NAME,
                                isByBands(dossier, last) ? Part.WHOLE : Part.QUANTITY,
                                last.description() + ": more were charged than were counted above "
                                        + allowed.orElseThrow()
                                                .bound()
                                                .stripTrailingZeros()
                                                .toPlainString(),
                                List.of(overcharge)));
    }

    private static boolean isByBands(Dossier dossier, InvoiceLine line) {
        return price(dossier, line)
                .filter(agreed -> agreed.byQuantity().isByPart())
                .isPresent();
    }

    static Optional<AgreedPrice> price(Dossier dossier, InvoiceLine line) {
        return PriceBook.of(dossier)
                .find(line, line.priceDay(), line.invoiceDate())
                .map(ItemJoin.Joined::price);
    }

    private static Optional<Overcharge> overcharge(
            Dossier dossier, List<InvoiceLine> lines, CountedExcess.Allowed allowed) {
        InvoiceLine last = lines.get(lines.size() - 1);
        BigDecimal charged = lines.stream().map(InvoiceLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal over = charged.subtract(allowed.number());
        if (over.signum() <= 0) {
            return Optional.empty();
        }
        Workings workings = new Workings(last.currency());
        allowed.steps(workings);
        Optional<BigDecimal> due = price(dossier, last)
                .filter(agreed -> agreed.byQuantity().isByPart())
                .flatMap(price -> price.byQuantity().byPart(allowed.number()))
                .map(sum -> sum.setScale(last.currency().getDecimalPlaces(), RoundingMode.HALF_UP));
        BigDecimal excess = due.isPresent()
                ? byBands(dossier, lines, allowed.number(), due.get(), workings)
                : byUnit(lines, over, allowed.number(), workings);
        List<String> rows =
                new ArrayList<>(lines.stream().map(OverpaymentClaims::row).toList());
        rows.addAll(allowed.rows());
        return excess.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Overcharge(last, excess, allowed.rests(), rows, workings.steps(), 0.85));
    }

    private static BigDecimal byBands(
            Dossier dossier, List<InvoiceLine> lines, BigDecimal number, BigDecimal due, Workings workings) {
        InvoiceLine last = lines.get(lines.size() - 1);
        AgreedPrice price = price(dossier, last).orElseThrow();
        BigDecimal net = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (number.signum() > 0) {
            GraduatedPriceCheck.parts(price, number, due, workings);
        }
        BigDecimal excess = net.subtract(due);
        workings.step(
                Operation.DIFFERENCE,
                workings.money(excess),
                Workings.cell("charged", last, "net", net),
                Workings.earlier("due", workings.money(due)));
        return excess;
    }

    private static BigDecimal byUnit(List<InvoiceLine> lines, BigDecimal over, BigDecimal number, Workings workings) {
        InvoiceLine last = lines.get(lines.size() - 1);
        BigDecimal excess =
                over.multiply(last.unitPrice()).setScale(last.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        workings.step(
                Operation.DIFFERENCE,
                over.toPlainString(),
                workings.sum("charged", lines),
                Workings.earlier("may be charged", number.toPlainString()));
        workings.step(
                Operation.PRODUCT,
                workings.money(excess),
                Workings.earlier("charged too many", over.toPlainString()),
                Workings.cell("unit price", last, "unit_price", last.unitPrice()));
        return excess;
    }
}
