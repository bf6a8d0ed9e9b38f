package io.recital.models.ledger.invoice;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.AllowedPrice.Step;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;

/**
 * Unit prices of received invoices against the agreed ones: the price of the day of service, of the quantity ordered,
 * adjusted as far as the contract lets it.
 */
public final class RateCheck implements Check {
    /** Why more was charged than agreed: the matters that become one entry each. */
    private enum Cause {
        RATE("rate"),
        QUANTITY_BREAK("tier-price"),
        ADJUSTMENT("indexation");

        private final String check;

        Cause(String check) {
            this.check = check;
        }
    }

    private static final int MOST_NAMED = 5;
    private static final Pattern NO_ITEM = Pattern.compile(
            "(?i)milestone|\\btax\\b|\\bvat\\b|surcharge|zuschlag|discount|expens|retention|interest|earned back");

    private record Matter(Cause cause, String of, BigMoney charged, BigMoney allowed, String title) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : PricesInOrder.of(dossier);
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceRules rules;
        private final Corroboration corroboration;
        private final Map<Matter, List<Overcharge>> matters = new LinkedHashMap<>();
        private final Map<String, NotCheckable> open = new LinkedHashMap<>();
        private final Set<String> unknown = new LinkedHashSet<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.rules = PriceRules.of(dossier);
            this.corroboration = new Corroboration(rules, dossier.facts().invoiceLines());
        }

        List<Outcome> outcomes() {
            dossier.facts().invoiceLines().stream()
                    .filter(line -> line.direction() == Direction.RECEIVED)
                    .filter(line ->
                            line.quantity().signum() > 0 && line.unitPrice().signum() > 0)
                    .forEach(this::look);
            OverpaymentClaims claims = OverpaymentClaims.of(dossier);
            List<Outcome> outcomes = new ArrayList<>();
            matters.forEach((matter, overcharges) -> {
                Optional<LedgerEntry> entry =
                        claims.overpayment(matter.cause().check, Part.PRICE, matter.title(), overcharges);
                entry.ifPresent(outcomes::add);
            });
            outcomes.addAll(open.values());
            unknownItems().ifPresent(outcomes::add);
            return outcomes;
        }

        private void look(InvoiceLine line) {
            Optional<AllowedPrice> found = rules.find(line, line.invoiceDate());
            if (found.isEmpty()) {
                unpriced(line);
                return;
            }
            AllowedPrice allowed = found.get();
            if (allowed.agreed().byQuantity().isByPart()) {
                return;
            }
            BigMoney charged = BigMoney.of(line.currency(), line.unitPrice());
            if (!charged.isGreaterThan(allowed.price())) {
                return;
            }
            Optional<String> doubt = doubt(line, allowed, charged);
            if (doubt.isPresent()) {
                leaveOpen(allowed.agreed(), doubt.get());
            } else if (allowed.isExceededBy(charged)) {
                claim(line, allowed.inDoubt(), charged);
            }
        }

        private Optional<String> doubt(InvoiceLine line, AllowedPrice allowed, BigMoney charged) {
            if (Units.conflict(line.unit(), allowed.agreed().unit())) {
                return Optional.of("the quantity in the unit of the price, “"
                        + allowed.agreed().unit() + "”");
            }
            if (allowed.agreed().byQuantity().isByPeriod()) {
                return Optional.of("the quantity of the period that the price depends on");
            }
            if (allowed.isOpenFor(charged)) {
                return Optional.ofNullable(allowed.missing());
            }
            return corroboration.isSure(line, allowed)
                    ? UnreadPrices.explaining(line, allowed, rules.book())
                    : Optional.of("the item of the price list that invoices call “" + line.product() + "”");
        }

        /** Says why a line has no price that it could be held against. */
        private void unpriced(InvoiceLine line) {
            Optional<AgreedPrice> price =
                    rules.book().find(line, line.priceDay(), line.invoiceDate()).map(Joined::price);
            if (price.filter(AgreedPrice::limit).isPresent()) {
                return;
            }
            if (price.isEmpty()) {
                if (!NO_ITEM.matcher(line.description() + " " + line.product()).find()) {
                    unknown.add(line.product().isEmpty() ? line.description() : line.product());
                }
            } else if (price.get().isWithheld()) {
                leaveOpen(price.get(), "the price, which the contract withholds");
            } else if (price.get().all().stream()
                    .noneMatch(money -> money.getCurrencyUnit().equals(line.currency()))) {
                inAnotherCurrency(line, price.get());
            } else {
                leaveOpen(price.get(), "the price for the quantity ordered");
            }
        }

        /** By a stored rate, where there is one and nothing else is in doubt. */
        private void inAnotherCurrency(InvoiceLine line, AgreedPrice price) {
            Optional<ConvertedPrice> converted = price.all().stream()
                    .map(BigMoney::getCurrencyUnit)
                    .distinct()
                    .flatMap(own -> ConvertedPrice.of(dossier, rules, line, own).stream())
                    .findFirst();
            boolean isSure = converted
                    .map(ConvertedPrice::allowed)
                    .filter(allowed ->
                            !Units.conflict(line.unit(), allowed.agreed().unit())
                                    && !allowed.agreed().byQuantity().isByPeriod()
                                    && !allowed.agreed().byQuantity().isByPart()
                                    && allowed.missing() == null
                                    && corroboration.isSure(line, allowed))
                    .isPresent();
            if (converted.isEmpty() || !isSure) {
                leaveOpen(price, "the price in " + line.currency() + ", the currency of the invoice");
            } else if (converted.get().isExceeded()) {
                BigMoney charged = BigMoney.of(line.currency(), line.unitPrice());
                String title = price.name() + " was charged at " + charged + ", agreed is "
                        + converted.get().display();
                matters.computeIfAbsent(
                                new Matter(
                                        Cause.RATE,
                                        price.name(),
                                        charged,
                                        converted.get().allowed().price(),
                                        title),
                                key -> new ArrayList<>())
                        .add(converted.get().claim());
            }
        }

        /** One message for all items that stand in no price list. */
        private Optional<Outcome> unknownItems() {
            String named = unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            String more = unknown.size() > MOST_NAMED ? " and " + (unknown.size() - MOST_NAMED) + " more" : "";
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new NotCheckable(
                            "rate",
                            "Some items of invoices stand in no price list that was found",
                            "agreed prices of " + named + more,
                            List.of()));
        }

        private void leaveOpen(AgreedPrice price, String missing) {
            String title = "The price charged for " + price.name() + " cannot be checked";
            open.putIfAbsent(
                    title + missing,
                    new NotCheckable(
                            "rate", title, missing, List.of(price.source().finding())));
        }

        private void claim(InvoiceLine line, AllowedPrice allowed, BigMoney charged) {
            PriceDifference difference = new PriceDifference(line, allowed);
            if (difference.excess().signum() > 0) {
                matters.computeIfAbsent(matter(line, allowed, charged), key -> new ArrayList<>())
                        .add(difference.claim());
            }
        }

        private Matter matter(InvoiceLine line, AllowedPrice allowed, BigMoney charged) {
            Optional<Step> early = early(line, charged);
            if (early.isPresent()) {
                LocalDate from = early.get().effective();
                String title = "Prices that apply from " + from + " were charged before";
                BigMoney none = BigMoney.zero(line.currency());
                Cause cause = early.get().adjustment().isComputed() ? Cause.ADJUSTMENT : Cause.RATE;
                return new Matter(cause, from.toString(), none, none, title);
            }
            boolean broken = isOfAnotherBreak(allowed, charged);
            Cause cause = broken ? Cause.QUANTITY_BREAK : isOverAdjusted(allowed) ? Cause.ADJUSTMENT : Cause.RATE;
            String of = allowed.agreed().name() + (broken ? " " + line.order() : "");
            String title = allowed.agreed().name() + " was charged at " + charged + ", agreed is " + allowed.price();
            return new Matter(cause, of, charged, allowed.price(), title);
        }

        /** The step within a year by which the charged price will be right. */
        private Optional<Step> early(InvoiceLine line, BigMoney charged) {
            return rules.find(line, line.priceDay().plusYears(1), dossier.asOf()).stream()
                    .flatMap(later -> later.steps().stream())
                    .filter(step -> step.effective().isAfter(line.priceDay()))
                    .filter(step -> step.price().isEqual(charged))
                    .findFirst();
        }

        private static boolean isOfAnotherBreak(AllowedPrice allowed, BigMoney charged) {
            if (allowed.agreed().breaks().isEmpty()) {
                return false;
            }
            BigDecimal ratio = allowed.price().getAmount().divide(allowed.base().getAmount(), 10, RoundingMode.HALF_UP);
            return allowed.agreed().all().stream()
                    .map(price -> price.getAmount().multiply(ratio).setScale(2, RoundingMode.HALF_UP))
                    .anyMatch(price -> price.compareTo(charged.getAmount()) == 0);
        }

        private static boolean isOverAdjusted(AllowedPrice allowed) {
            return !allowed.steps().isEmpty();
        }
    }
}
