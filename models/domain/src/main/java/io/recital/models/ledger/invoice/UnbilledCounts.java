package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Claimed;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Counted things above the agreed number that a seller bills by the month, in the months for which it did not. */
record UnbilledCounts(Dossier dossier, Collection<List<InvoiceLine>> charged) {
    /** A seller may bill some months together: what is not billed after this time was left out. */
    private static final int MONTHS_TO_BILL = 4;

    List<Outcome> outcomes() {
        Map<String, List<InvoiceLine>> items = new LinkedHashMap<>();
        charged.stream()
                .flatMap(List::stream)
                .forEach(line -> items.computeIfAbsent(
                                line.product() + " " + line.unit() + " " + line.contract(), key -> new ArrayList<>())
                        .add(line));
        return items.values().stream().flatMap(this::ofItem).toList();
    }

    private Stream<Outcome> ofItem(List<InvoiceLine> lines) {
        InvoiceLine pattern = lines.get(0);
        boolean monthly = lines.stream().allMatch(line -> isMonth(line.service()));
        Optional<CountedExcess> excess = CountedExcess.of(dossier, pattern, CountedBound.Side.ABOVE);
        if (!monthly || excess.isEmpty()) {
            return Stream.empty();
        }
        Set<YearMonth> billed =
                lines.stream().map(line -> YearMonth.from(line.priceDay())).collect(Collectors.toSet());
        YearMonth last = billed.stream().max(YearMonth::compareTo).orElseThrow();
        return excess.get().rows().until(dossier.asOf()).stream()
                .filter(count -> {
                    YearMonth month = YearMonth.from(count.whole().period().to());
                    return !billed.contains(month)
                            && (month.isBefore(last)
                                    || month.plusMonths(MONTHS_TO_BILL).isBefore(YearMonth.from(dossier.asOf())));
                })
                .flatMap(count -> excess.get().allowed(count).stream())
                .filter(allowed -> allowed.number().signum() > 0)
                .flatMap(allowed -> entry(pattern, allowed).stream());
    }

    private static boolean isMonth(@Nullable Period service) {
        return service != null
                && service.from().getDayOfMonth() == 1
                && service.to().equals(YearMonth.from(service.from()).atEndOfMonth());
    }

    private Optional<Outcome> entry(InvoiceLine pattern, CountedExcess.Allowed allowed) {
        LocalDate day = allowed.count().whole().period().to();
        Optional<AgreedPrice> price =
                PriceBook.of(dossier).find(pattern, day, pattern.invoiceDate()).map(ItemJoin.Joined::price);
        BigMoney each = price.map(AgreedPrice::price).orElse(null);
        if (each == null || !each.getCurrencyUnit().equals(pattern.currency())) {
            return Optional.empty();
        }
        Workings workings = new Workings(pattern.currency());
        allowed.steps(workings);
        BigDecimal due = each.getAmount()
                .multiply(allowed.number())
                .setScale(pattern.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        workings.step(
                Operation.PRODUCT,
                workings.money(due),
                Workings.earlier("not billed", allowed.number().toPlainString()),
                workings.cited(
                        "agreed price",
                        each.getAmount(),
                        price.orElseThrow().source().finding(),
                        each.getAmount().toPlainString()));
        YearMonth month = YearMonth.from(day);
        return Optional.of(new LedgerEntry(
                        TrueUpCheck.NAME,
                        LeakageClass.UNDER_BILLING,
                        price.orElseThrow().name() + ": " + allowed.number().toPlainString() + " counted in " + month
                                + " above " + allowed.bound().toPlainString() + " were not billed",
                        new Period(month.atDay(1), month.atEndOfMonth()),
                        Money.of(pattern.currency(), due),
                        Stream.concat(Stream.of(price.orElseThrow().source().finding()), allowed.rests().stream())
                                .distinct()
                                .toList(),
                        allowed.rows(),
                        workings.steps(),
                        null,
                        0.8)
                .claiming(new Claimed(
                        Part.CONSEQUENCE,
                        Set.of(TrueUpCheck.NAME + " " + allowed.rows().get(0)))));
    }
}
