package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices in bands that each hold for their own part of a period's quantity, such as one price for the first hundred users of
 * a month and another for those beyond.
 */
public final class GraduatedPriceCheck implements Check {
    private record Whole(AgreedPrice price, String contract, Period service) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        return new Run(dossier).outcomes();
    }

    /** Writes down what the parts of a quantity come to, each at the price of its band. */
    static void parts(AgreedPrice price, BigDecimal quantity, BigDecimal due, Workings workings) {
        List<Input> parts = new ArrayList<>();
        for (Tier tier : price.byQuantity().bands()) {
            BigDecimal from = tier.from() == null ? BigDecimal.ZERO : tier.from();
            BigDecimal part = (tier.to() == null ? quantity : tier.to().min(quantity)).subtract(from);
            if (part.signum() > 0) {
                BigDecimal each = ((TypedValue.Amount) tier.value()).value().getAmount();
                String cost = workings.money(part.multiply(each));
                workings.step(
                        Operation.PRODUCT,
                        cost,
                        Workings.earlier("part within the band", part.toPlainString()),
                        workings.cited("price of the band", each, price.source().finding(), each.toPlainString()));
                parts.add(Workings.earlier("of a band", cost));
            }
        }
        workings.step(Operation.SUM, workings.money(due), parts.toArray(Input[]::new));
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;
        private final Map<AgreedPrice, List<Overcharge>> differences = new LinkedHashMap<>();
        private final List<Outcome> outcomes = new ArrayList<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = PriceBook.of(dossier);
        }

        List<Outcome> outcomes() {
            RepeatedLines repeated = RepeatedLines.of(dossier);
            Map<Whole, List<InvoiceLine>> wholes = new LinkedHashMap<>();
            dossier.facts().invoiceLines().stream()
                    .filter(line -> line.direction() == (dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED)
                            && line.quantity().signum() > 0
                            && !repeated.hold(line))
                    .forEach(line -> whole(line)
                            .ifPresent(whole -> wholes.computeIfAbsent(whole, key -> new ArrayList<>())
                                    .add(line)));
            wholes.forEach((whole, lines) -> judge(whole.price(), lines));
            differences.forEach((price, found) -> entry(price, found).ifPresent(outcomes::add));
            return outcomes.stream().distinct().toList();
        }

        private Optional<LedgerEntry> entry(AgreedPrice price, List<Overcharge> found) {
            OverpaymentClaims claims = OverpaymentClaims.of(dossier);
            String title = price.name() + " was not charged at the price of each band for its part";
            if (!dossier.isOfASeller()) {
                return claims.overpayment("tier-price", Part.PRICE, title, found);
            }
            Optional<LaterInvoicing> later =
                    LaterInvoicing.find(book, found.get(0).line(), dossier.asOf());
            return claims.entry(
                    "tier-price",
                    LeakageClass.UNDER_BILLING,
                    Part.PRICE,
                    title,
                    found,
                    later.map(LaterInvoicing::finding).stream().toList(),
                    later.flatMap(clause -> clause.lastDay(found)).orElse(null));
        }

        /** The quantity to which a line belongs: that of one item and period. */
        private Optional<Whole> whole(InvoiceLine line) {
            Optional<AgreedPrice> price = book.find(line, line.priceDay(), line.invoiceDate())
                    .map(Joined::price)
                    .filter(agreed -> agreed.byQuantity().isByPart());
            Period service = line.service();
            if (price.isEmpty()) {
                return Optional.empty();
            }
            if (service == null || !isOfThatLength(price.get(), service)) {
                outcomes.add(new NotCheckable(
                        "tier-price",
                        "The price charged for " + price.get().name() + " cannot be checked",
                        "the quantity of the period that the price depends on",
                        List.of(price.get().source().finding())));
                return Optional.empty();
            }
            return Optional.of(new Whole(price.get(), line.contract(), service));
        }

        private static boolean isOfThatLength(AgreedPrice price, Period service) {
            return price.byQuantity()
                    .months()
                    .filter(months ->
                            service.from().plusMonths(months).minusDays(1).equals(service.to()))
                    .isPresent();
        }

        private void judge(AgreedPrice price, List<InvoiceLine> lines) {
            InvoiceLine last = lines.get(lines.size() - 1);
            boolean inItsCurrency = price.all().stream()
                    .allMatch(money -> money.getCurrencyUnit().equals(last.currency()));
            BigDecimal quantity = lines.stream().map(InvoiceLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal net = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
            price.byQuantity()
                    .byPart(quantity)
                    .filter(due -> inItsCurrency)
                    .map(due -> due.setScale(last.currency().getDecimalPlaces(), RoundingMode.HALF_UP))
                    .filter(due ->
                            dossier.isOfASeller() ? isAllOfOneBand(price, lines, net, due) : net.compareTo(due) > 0)
                    .ifPresent(due -> differences
                            .computeIfAbsent(price, key -> new ArrayList<>())
                            .add(new Overcharge(
                                    last,
                                    net.subtract(due).abs(),
                                    List.of(price.source().finding()),
                                    lines.stream().map(OverpaymentClaims::row).toList(),
                                    workings(price, lines, quantity, net, due),
                                    0.9)));
        }

        /** Whether a seller charged all of the quantity, by mistake and no favour, at the price of one band, which is too little. */
        private static boolean isAllOfOneBand(
                AgreedPrice price, List<InvoiceLine> lines, BigDecimal net, BigDecimal due) {
            return net.compareTo(due) < 0
                    && price.all().stream()
                            .anyMatch(each -> lines.stream()
                                    .allMatch(line -> each.getAmount().compareTo(line.unitPrice()) == 0));
        }

        private static List<Derivation> workings(
                AgreedPrice price, List<InvoiceLine> lines, BigDecimal quantity, BigDecimal net, BigDecimal due) {
            InvoiceLine last = lines.get(lines.size() - 1);
            Workings workings = new Workings(last.currency());
            parts(price, quantity, due, workings);
            Input[] invoiced = lines.stream()
                    .map(line -> Workings.cell("invoiced", line, "net", line.net()))
                    .toArray(Input[]::new);
            workings.step(Operation.SUM, workings.money(net), invoiced);
            Input charged = Workings.earlier("invoiced", workings.money(net));
            Input owed = Workings.earlier("due", workings.money(due));
            boolean tooMuch = net.compareTo(due) > 0;
            workings.step(
                    Operation.DIFFERENCE,
                    workings.money(net.subtract(due).abs()),
                    tooMuch ? charged : owed,
                    tooMuch ? owed : charged);
            return workings.steps();
        }
    }
}
