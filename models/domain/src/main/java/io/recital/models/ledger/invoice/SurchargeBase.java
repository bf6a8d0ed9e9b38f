package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.ledger.invoice.IndexedSurcharges.Indexed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The charges that a surcharge was computed on. Most invoices say so: the line counts them. Where it does not, they are
 * those lines for the same time of which one of the contract's percentages, or the one that the line states, makes just
 * what was charged; where none do, they are not known.
 *
 * @param lines they are the sum of; empty where the surcharge's own line counts them
 */
record SurchargeBase(BigDecimal amount, List<InvoiceLine> lines) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final Pattern STATED = Pattern.compile("(\\d+(?:[.,]\\d+)?) ?%");

    SurchargeBase {
        lines = List.copyOf(lines);
    }

    static Optional<SurchargeBase> find(InvoiceLine line, Indexed indexed, PriceBook book, List<InvoiceLine> all) {
        if (line.unit().equalsIgnoreCase(line.currency().getCode())
                && line.unitPrice().compareTo(BigDecimal.ONE) < 0) {
            return Optional.of(new SurchargeBase(line.quantity(), List.of()));
        }
        List<InvoiceLine> beside = all.stream()
                .filter(other -> !other.equals(line)
                        && other.currency().equals(line.currency())
                        && Objects.equals(other.service(), line.service()))
                .toList();
        ItemWords base = indexed.base();
        Predicate<InvoiceLine> named =
                other -> !base.isEmpty() && base.touch(book.item(other).words());
        Predicate<InvoiceLine> sameInvoice = other -> other.invoice().equals(line.invoice());
        Map<String, List<InvoiceLine>> byKind = beside.stream()
                .filter(other -> !other.product().isEmpty())
                .collect(Collectors.groupingBy(other -> other.product().split("[-_./ ]", 2)[0]));
        Stream<List<InvoiceLine>> candidates = Stream.concat(
                Stream.of(
                        beside.stream().filter(sameInvoice.and(named)).toList(),
                        beside.stream().filter(named).toList(),
                        beside.stream().filter(sameInvoice).toList()),
                byKind.values().stream());
        return candidates
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new SurchargeBase(sum(lines), lines))
                .filter(found -> found.makes(line, indexed))
                .findFirst();
    }

    private static BigDecimal sum(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean makes(InvoiceLine line, Indexed indexed) {
        Matcher stated = STATED.matcher(line.description());
        Stream<BigDecimal> percentages =
                stated.find() ? Stream.of(new BigDecimal(stated.group(1).replace(',', '.'))) : indexed.percentages();
        return percentages.anyMatch(
                percent -> share(percent, 2).subtract(line.net()).abs().compareTo(CENT) <= 0);
    }

    BigDecimal share(BigDecimal percent, int decimals) {
        return amount.multiply(percent).divide(HUNDRED, decimals, RoundingMode.HALF_UP);
    }
}
