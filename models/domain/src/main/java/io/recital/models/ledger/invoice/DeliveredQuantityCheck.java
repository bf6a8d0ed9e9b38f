package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Purchase;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goods invoiced against goods received: what was invoiced of an order line and never came. */
public final class DeliveredQuantityCheck implements Check {
    /** How far the quantity received may lie from the one invoiced before it counts. */
    private static final Pattern TOLERANCE = Pattern.compile(
            "(?i)\\b(?:weight|quantit|volume|tonnage)[^.]{0,160}\\b(?:more\\s+than|exceed\\w*|over|in\\s+excess\\s+of)\\s+(?<percent>\\d+(?:[.,]\\d+)?)\\s*(?:%|per\\s?cent)[^.]{0,120}");

    private static final ItemWords WEIGHED =
            ItemWords.of("t tonne ton mt kg kilogram kilo lb pound cwt litre liter hl gallon m3");
    private static final Pattern OF_INVOICES = Pattern.compile("(?i)invoic|charg|bill|govern|prevail|decisive|binding");

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller() || dossier.facts().purchases().isEmpty()) {
            return List.of();
        }
        PriceRules rules = PriceRules.of(dossier);
        OverpaymentClaims claims = OverpaymentClaims.of(dossier);
        Map<String, List<InvoiceLine>> invoiced = invoiced(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        purchases(dossier).forEach((orderLine, purchases) -> {
            List<InvoiceLine> lines = invoiced.getOrDefault(orderLine, List.of());
            if (!lines.isEmpty() && purchases.size() == 1 && isWithinWeighing(lines, purchases.get(0), rules.book())) {
                outcomes.add(new NotCheckable(
                        "rate",
                        "Whether weights that differ by little from those received were rightly invoiced cannot be told",
                        "a clause on differences of weight",
                        List.of()));
            } else if (!lines.isEmpty() && purchases.size() == 1) {
                shortfall(lines, purchases.get(0), rules)
                        .flatMap(overcharge ->
                                claims.overpayment("rate", Part.QUANTITY, title(purchases.get(0)), List.of(overcharge)))
                        .ifPresent(outcomes::add);
            }
        });
        return outcomes.stream().distinct().toList();
    }

    /** Whether what is weighed or metered differs so little that two scales may, and no clause says from when that counts. */
    private static boolean isWithinWeighing(List<InvoiceLine> lines, Purchase purchase, PriceBook book) {
        InvoiceLine last = lines.get(lines.size() - 1);
        BigDecimal received = purchase.quantityReceived();
        BigDecimal charged = quantity(lines);
        return received != null
                && charged.compareTo(received) > 0
                && WEIGHED.share(ItemWords.of(last.unit()))
                && charged.subtract(received).multiply(BigDecimal.valueOf(100)).compareTo(charged) <= 0
                && tolerance(book, last).isEmpty();
    }

    private static String title(Purchase purchase) {
        return "Of order " + purchase.order() + " more was invoiced than was received";
    }

    private static Map<String, List<InvoiceLine>> invoiced(Dossier dossier) {
        RepeatedLines repeated = RepeatedLines.of(dossier);
        Map<String, List<InvoiceLine>> lines = new LinkedHashMap<>();
        dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == Direction.RECEIVED)
                .filter(line -> !line.order().isEmpty() && !repeated.hold(line))
                .forEach(line -> lines.computeIfAbsent(line.order() + " " + line.product(), key -> new ArrayList<>())
                        .add(line));
        return lines;
    }

    private static Map<String, List<Purchase>> purchases(Dossier dossier) {
        Map<String, List<Purchase>> purchases = new LinkedHashMap<>();
        dossier.facts()
                .purchases()
                .forEach(purchase -> purchases
                        .computeIfAbsent(purchase.order() + " " + purchase.product(), key -> new ArrayList<>())
                        .add(purchase));
        return purchases;
    }

    private static BigDecimal quantity(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<Overcharge> shortfall(List<InvoiceLine> lines, Purchase purchase, PriceRules rules) {
        BigDecimal received = purchase.quantityReceived();
        InvoiceLine last = lines.get(lines.size() - 1);
        boolean counted = purchase.deliveredOn() != null
                && ItemWords.of(purchase.unit()).equals(ItemWords.of(last.unit()))
                && lines.stream().allMatch(line -> line.unit().equals(last.unit()));
        if (received == null || !counted) {
            return Optional.empty();
        }
        BigDecimal charged = quantity(lines);
        BigDecimal over = charged.subtract(received);
        boolean tolerated = tolerance(rules.book(), last)
                .filter(percent -> over.multiply(BigDecimal.valueOf(100)).compareTo(charged.multiply(percent)) <= 0)
                .isPresent();
        return over.signum() <= 0 || tolerated
                ? Optional.empty()
                : rules.find(last, last.invoiceDate()).map(price -> overcharge(lines, purchase, over, price));
    }

    /** The percentage that a clause on what is invoiced tolerates. */
    private static Optional<BigDecimal> tolerance(PriceBook book, InvoiceLine line) {
        return book.list(Obligation.class, line, line.priceDay(), line.invoiceDate()).stream()
                .flatMap(duty -> duty.finding().citations().stream())
                .map(Citation::quote)
                .filter(quote -> OF_INVOICES.matcher(quote).find())
                .map(TOLERANCE::matcher)
                .filter(Matcher::find)
                .map(found -> new BigDecimal(found.group("percent").replace(',', '.')))
                .findFirst();
    }

    private static Overcharge overcharge(
            List<InvoiceLine> lines, Purchase purchase, BigDecimal over, AllowedPrice price) {
        InvoiceLine last = lines.get(lines.size() - 1);
        BigDecimal unit = price.price().getAmount().min(last.unitPrice());
        BigDecimal excess = over.multiply(unit).setScale(last.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        List<String> rows =
                new ArrayList<>(lines.stream().map(OverpaymentClaims::row).toList());
        rows.add(purchase.kind().label() + ":" + purchase.id());
        return new Overcharge(
                last, excess, price.rests(), rows, workings(lines, purchase, over, price, excess), price.confidence());
    }

    private static List<Derivation> workings(
            List<InvoiceLine> lines, Purchase purchase, BigDecimal over, AllowedPrice price, BigDecimal excess) {
        InvoiceLine last = lines.get(lines.size() - 1);
        Workings workings = new Workings(last.currency());
        Input unit = last.unitPrice().compareTo(price.price().getAmount()) > 0
                ? workings.price(price)
                : Workings.cell("unit price", last, "unit_price", last.unitPrice());
        BigDecimal received = over.negate().add(quantity(lines));
        workings.step(
                Operation.DIFFERENCE,
                over.toPlainString(),
                workings.sum("invoiced", lines),
                Workings.cell("received", purchase, "quantity_received", received));
        workings.step(
                Operation.PRODUCT,
                workings.money(excess),
                Workings.earlier("not received", over.toPlainString()),
                unit);
        return workings.steps();
    }
}
