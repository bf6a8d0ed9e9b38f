package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Purchase;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * The same goods or days paid twice, whatever number or vendor record the second invoice bears. Nothing is said of what
 * only looks alike: other orders, other days, other contents.
 */
public final class DuplicateInvoiceCheck implements Check {
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
            Object when = line.service() == null ? "" : line.service();
            boolean telling = line.service() != null || !line.order().isEmpty();
            return telling && line.net().signum() > 0
                    ? Optional.of(new Delivery(
                            Words.normalised(item),
                            Words.normalised(line.contract()),
                            Words.normalised(line.order()),
                            line.quantity().stripTrailingZeros(),
                            line.unitPrice().stripTrailingZeros(),
                            line.net().stripTrailingZeros(),
                            line.currency(),
                            when))
                    : Optional.empty();
        }
    }

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;
        private final List<List<InvoiceLine>> invoices;
        private final Map<Delivery, List<InvoiceLine>> deliveries = new HashMap<>();
        private final Map<InvoiceLine, Integer> rank = new HashMap<>();
        private final Set<InvoiceLine> used = new HashSet<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = new PriceBook(dossier.family());
            this.invoices = invoices(dossier.facts().invoiceLines());
            for (int i = 0; i < invoices.size(); i++) {
                int place = i;
                invoices.get(i).forEach(line -> {
                    rank.put(line, place);
                    Delivery.of(line)
                            .ifPresent(delivery -> deliveries
                                    .computeIfAbsent(delivery, key -> new ArrayList<>())
                                    .add(line));
                });
            }
        }

        /** Invoices in the order of their dates; the same invoice entered twice is two. */
        private static List<List<InvoiceLine>> invoices(List<InvoiceLine> lines) {
            Map<String, List<InvoiceLine>> byNumber = lines.stream()
                    .filter(line -> line.direction() == Direction.RECEIVED)
                    .collect(
                            Collectors.groupingBy(OverpaymentClaims::invoice, LinkedHashMap::new, Collectors.toList()));
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

        List<Outcome> outcomes() {
            OverpaymentClaims claims = new OverpaymentClaims(dossier, book);
            List<Outcome> outcomes = new ArrayList<>();
            for (List<InvoiceLine> invoice : invoices) {
                List<Overcharge> again = again(invoice);
                if (again.isEmpty()) {
                    continue;
                }
                String title = "Invoice " + invoice.get(0).invoice() + " charges again what had been invoiced before";
                boolean grounded = again.stream()
                        .noneMatch(overcharge -> overcharge.rests().isEmpty());
                if (grounded) {
                    Optional<LedgerEntry> entry = claims.overpayment("duplicate-invoice", title, again);
                    entry.ifPresent(outcomes::add);
                } else {
                    outcomes.add(
                            new NotCheckable("duplicate-invoice", title, "a clause on what is paid for", List.of()));
                }
            }
            return outcomes;
        }

        /** The lines of an invoice that an earlier one has already; none unless all of its lines, or their words, are there. */
        private List<Overcharge> again(List<InvoiceLine> invoice) {
            Map<InvoiceLine, InvoiceLine> pairs = new LinkedHashMap<>();
            for (InvoiceLine line : invoice) {
                earlier(line, pairs).ifPresent(first -> pairs.put(line, first));
            }
            boolean whole = pairs.size()
                    == invoice.stream().filter(line -> line.net().signum() != 0).count();
            pairs.entrySet().removeIf(pair -> !whole && !saysTheSame(pair.getKey(), pair.getValue()));
            pairs.values().removeIf(first -> first.paidOn() == null);
            used.addAll(pairs.keySet());
            return pairs.entrySet().stream()
                    .map(pair -> overcharge(pair.getKey(), pair.getValue()))
                    .toList();
        }

        private Optional<InvoiceLine> earlier(InvoiceLine line, Map<InvoiceLine, InvoiceLine> pairs) {
            return Delivery.of(line).stream()
                    .flatMap(delivery -> deliveries.getOrDefault(delivery, List.of()).stream())
                    .filter(other -> isBefore(other, line))
                    .filter(other -> !used.contains(other) && !pairs.containsValue(other))
                    .filter(other -> !wasOrdered(line))
                    .findFirst();
        }

        private boolean isBefore(InvoiceLine one, InvoiceLine two) {
            return rank.getOrDefault(one, 0) < rank.getOrDefault(two, 0);
        }

        private static boolean saysTheSame(InvoiceLine one, InvoiceLine two) {
            return Words.normalised(one.description()).equals(Words.normalised(two.description()));
        }

        /** Whether orders show that so much was bought as was invoiced in all. */
        private boolean wasOrdered(InvoiceLine line) {
            List<Purchase> bought = dossier.facts().purchases().stream()
                    .filter(purchase -> !line.order().isEmpty()
                            && purchase.order().equals(line.order())
                            && purchase.product().equals(line.product()))
                    .toList();
            BigDecimal quantity = bought.stream()
                    .map(purchase -> purchase.quantityReceived() == null
                            ? purchase.quantityOrdered()
                            : purchase.quantityReceived())
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal invoiced = dossier.facts().invoiceLines().stream()
                    .filter(other -> other.order().equals(line.order())
                            && other.product().equals(line.product())
                            && Objects.equals(other.service(), line.service()))
                    .map(InvoiceLine::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return !bought.isEmpty() && quantity.compareTo(invoiced) >= 0;
        }

        private Overcharge overcharge(InvoiceLine line, InvoiceLine first) {
            Workings workings = new Workings(line.currency());
            Input again = Workings.cell("invoiced again", line, "net", line.net());
            Input before = Workings.cell("invoiced before", first, "net", first.net());
            List<Derivation> steps = workings.step(Operation.LEAST, workings.money(line.net()), again, before)
                    .steps();
            return new Overcharge(
                    line, line.net(), ground(line), List.of(first.kind().label() + ":" + first.id()), steps, 0.95);
        }

        /** What the line rests on: its price, or the clause on what was charged too much. */
        private List<Finding> ground(InvoiceLine line) {
            List<Finding> price = book.find(line, line.priceDay(), dossier.asOf())
                    .map(Joined::price)
                    .map(agreed -> agreed.source().finding())
                    .map(List::of)
                    .orElse(List.of());
            return price.isEmpty()
                    ? RefundClause.find(book, line, dossier.asOf()).stream()
                            .map(RefundClause::finding)
                            .toList()
                    : price;
        }
    }
}
