package io.recital.models.ledger.invoice;

import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Purchase;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Lines that charge again what an earlier invoice has charged, each with the earlier one. */
final class RepeatedLines {
    /** What most lines share with no other, so that they need no closer look. */
    private record Sum(BigDecimal net, CurrencyUnit currency, Object when) {
        static Sum of(InvoiceLine line) {
            return new Sum(line.net().stripTrailingZeros(), line.currency(), RepeatedLines.when(line));
        }
    }

    /** What two lines must share to be about the same. */
    private record Delivery(
            String item,
            String contract,
            String order,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal net,
            CurrencyUnit currency,
            Object when) {
        static Optional<Delivery> of(InvoiceLine line) {
            String item = line.product().isEmpty() ? line.description() : line.product();
            Object when = RepeatedLines.when(line);
            boolean telling = line.service() != null || !line.order().isEmpty();
            return telling && line.net().signum() > 0
                    ? Optional.of(new Delivery(
                            ItemWords.normalised(item),
                            ItemWords.normalised(line.contract()),
                            ItemWords.normalised(line.order()),
                            line.quantity().stripTrailingZeros(),
                            line.unitPrice().stripTrailingZeros(),
                            line.net().stripTrailingZeros(),
                            line.currency(),
                            when))
                    : Optional.empty();
        }
    }

    private static final Pattern MONTH_AND_YEAR = Pattern.compile("\\b(?:\\d{1,2}[/.])?(?:19|20)\\d{2}\\b");

    /** What is done in so many days is one job, and no period that a contract is billed by. */
    private static final int LONGEST_JOB = 14;

    private final List<InvoiceLine> lines;
    private final Map<String, BigDecimal> bought;
    private final Map<List<Object>, BigDecimal> invoiced;
    private final IdentityHashMap<InvoiceLine, Delivery> delivered = new IdentityHashMap<>();
    private final Map<Delivery, List<InvoiceLine>> deliveries = new HashMap<>();
    private final IdentityHashMap<InvoiceLine, Integer> rank = new IdentityHashMap<>();
    private final Map<InvoiceLine, InvoiceLine> pairs = new LinkedHashMap<>();

    /** Those of a dossier, which several checks ask for. */
    static RepeatedLines of(Dossier dossier) {
        return dossier.reading(RepeatedLines.class, own -> new RepeatedLines(own.facts()));
    }

    private RepeatedLines(Facts facts) {
        this.lines = facts.invoiceLines();
        this.bought = facts.purchases().stream()
                .filter(purchase -> !purchase.order().isEmpty())
                .collect(Collectors.toMap(
                        purchase -> orderLine(purchase.order(), purchase.product()),
                        RepeatedLines::quantity,
                        BigDecimal::add));
        this.invoiced = facts.invoiceLines().stream()
                .filter(line -> !line.order().isEmpty())
                .collect(Collectors.toMap(
                        line -> List.of(orderLine(line.order(), line.product()), when(line)),
                        InvoiceLine::quantity,
                        BigDecimal::add));
        List<List<InvoiceLine>> invoices = invoices(facts.invoiceLines());
        Map<Sum, Long> sums =
                invoices.stream().flatMap(List::stream).collect(Collectors.groupingBy(Sum::of, Collectors.counting()));
        for (int i = 0; i < invoices.size(); i++) {
            int place = i;
            invoices.get(i).forEach(line -> {
                rank.put(line, place);
                if (sums.getOrDefault(Sum.of(line), 0L) > 1) {
                    Delivery.of(line).ifPresent(delivery -> {
                        delivered.put(line, delivery);
                        deliveries
                                .computeIfAbsent(delivery, key -> new ArrayList<>())
                                .add(line);
                    });
                }
            });
        }
        invoices.forEach(this::pair);
    }

    /** The repeated lines, and what each repeats, in the order of their invoices. */
    Map<InvoiceLine, InvoiceLine> pairs() {
        return pairs;
    }

    boolean hold(InvoiceLine line) {
        return pairs.containsKey(line);
    }

    /** Invoices in the order of their dates; the same invoice entered twice is two. */
    private static List<List<InvoiceLine>> invoices(List<InvoiceLine> lines) {
        Map<OverpaymentClaims.InvoiceKey, List<InvoiceLine>> byNumber = lines.stream()
                .filter(line -> line.direction() == Direction.RECEIVED)
                .collect(Collectors.groupingBy(OverpaymentClaims::invoice, LinkedHashMap::new, Collectors.toList()));
        List<List<InvoiceLine>> invoices = new ArrayList<>();
        for (List<InvoiceLine> same : byNumber.values()) {
            Map<List<Object>, Integer> copies = new HashMap<>();
            Map<Integer, List<InvoiceLine>> entered = new LinkedHashMap<>();
            for (InvoiceLine line : same) {
                int copy = copies.merge(
                        List.of(line.line(), line.product(), line.description(), line.net()), 1, Integer::sum);
                entered.computeIfAbsent(copy, key -> new ArrayList<>()).add(line);
            }
            invoices.addAll(entered.values());
        }
        invoices.sort(Comparator.comparing(
                        (List<InvoiceLine> invoice) -> invoice.get(0).invoiceDate())
                .thenComparing(invoice -> invoice.get(0).knownFrom()));
        return invoices;
    }

    /** None of an invoice's lines unless all of them, or their very words, stand in earlier ones. */
    private void pair(List<InvoiceLine> invoice) {
        Map<InvoiceLine, InvoiceLine> found = new LinkedHashMap<>();
        for (InvoiceLine line : invoice) {
            earlier(line, found).ifPresent(first -> found.put(line, first));
        }
        boolean whole = found.size()
                == invoice.stream().filter(line -> line.net().signum() != 0).count();
        found.entrySet()
                .removeIf(pair -> !whole
                        && !saysTheSame(pair.getKey(), pair.getValue())
                        && !isToldApart(pair.getKey(), pair.getValue()));
        pairs.putAll(found);
    }

    private Optional<InvoiceLine> earlier(InvoiceLine line, Map<InvoiceLine, InvoiceLine> found) {
        return Optional.ofNullable(delivered.get(line)).stream()
                .flatMap(delivery -> deliveries.getOrDefault(delivery, List.of()).stream())
                .filter(other -> isBefore(other, line))
                .filter(other -> !pairs.containsKey(other) && !found.containsValue(other))
                .filter(other -> mayBeTheSame(other, line))
                .filter(other -> isBorneOut(line))
                .min(Comparator.comparing(other -> other.paidOn() == null));
    }

    private boolean isBefore(InvoiceLine one, InvoiceLine two) {
        return rank.getOrDefault(one, 0) < rank.getOrDefault(two, 0);
    }

    /** Whether one says all that the other says: neither names another place, person or day. */
    private static boolean mayBeTheSame(InvoiceLine one, InvoiceLine two) {
        ItemWords first = said(one);
        ItemWords second = said(two);
        return first.equals(second) || first.holdInOtherForms(second) || second.holdInOtherForms(first);
    }

    /** Whether both are for the same few days of a month, which only these two lines of the item name by the same word. */
    private boolean isToldApart(InvoiceLine one, InvoiceLine two) {
        if (one.service() == null
                || one.service().days() > LONGEST_JOB
                || one.product().isEmpty()) {
            return false;
        }
        ItemWords others = lines.stream()
                .filter(line ->
                        !line.equals(one) && !line.equals(two) && line.product().equals(one.product()))
                .map(RepeatedLines::said)
                .reduce(ItemWords.NONE, ItemWords::and);
        return said(one).without(others).share(said(two).without(others));
    }

    private static ItemWords said(InvoiceLine line) {
        String text = line.service() == null
                ? line.description()
                : MONTH_AND_YEAR.matcher(line.description()).replaceAll(" ");
        return ItemWords.of(text.replace(line.invoice(), " ")).withoutMonths();
    }

    private static boolean saysTheSame(InvoiceLine one, InvoiceLine two) {
        return ItemWords.normalised(one.description()).equals(ItemWords.normalised(two.description()));
    }

    /**
     * Whether nothing speaks for two deliveries: less was bought than was invoiced. A line that does not say for when it is
     * needs that proof; one for the same days needs only that orders do not show the contrary.
     */
    private boolean isBorneOut(InvoiceLine line) {
        BigDecimal quantity = bought.get(orderLine(line.order(), line.product()));
        BigDecimal charged =
                invoiced.getOrDefault(List.of(orderLine(line.order(), line.product()), when(line)), line.quantity());
        return quantity == null ? line.service() != null : quantity.compareTo(charged) < 0;
    }

    private static String orderLine(String order, String product) {
        return order.isEmpty() ? "" : order + " " + product;
    }

    private static Object when(InvoiceLine line) {
        return line.service() == null ? "" : line.service();
    }

    private static BigDecimal quantity(Purchase purchase) {
        BigDecimal received = purchase.quantityReceived();
        BigDecimal ordered = purchase.quantityOrdered();
        return received != null ? received : ordered != null ? ordered : BigDecimal.ZERO;
    }
}
