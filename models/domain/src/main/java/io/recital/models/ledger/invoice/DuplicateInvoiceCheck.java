package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same goods or days paid twice, whatever number or vendor record the second invoice bears. Nothing is said of what
 * only looks alike: other orders, other days, other contents.
 */
public final class DuplicateInvoiceCheck implements Check {
    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    /** Invoices that bear one number and charge different things. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        Map<String, List<InvoiceLine>> byNumber = new LinkedHashMap<>();
        dossier.facts().invoiceLines().stream()
                .filter(line -> !line.invoice().isEmpty())
                .forEach(line -> byNumber.computeIfAbsent(line.invoice(), key -> new ArrayList<>())
                        .add(line));
        Set<InvoiceLine> again = RepeatedLines.of(dossier).pairs().keySet();
        PriceBook book = PriceBook.of(dossier);
        return byNumber.values().stream()
                .filter(lines ->
                        lines.stream().map(InvoiceLine::invoiceDate).distinct().count() > 1)
                .filter(lines -> lines.stream().noneMatch(again::contains))
                .flatMap(lines -> apart(lines, book, dossier).stream())
                .toList();
    }

    private static Optional<InOrder> apart(List<InvoiceLine> lines, PriceBook book, Dossier dossier) {
        List<Finding> rests = lines.stream()
                .flatMap(line -> book.find(line, line.priceDay(), dossier.asOf()).stream())
                .map(joined -> joined.price().source().finding())
                .distinct()
                .toList();
        if (rests.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> dates =
                lines.stream().map(InvoiceLine::invoiceDate).distinct().sorted().toList();
        LocalDate first = dates.get(0);
        LocalDate last = dates.get(dates.size() - 1);
        InvoiceLine one = lines.get(0);
        return Optional.of(new InOrder(
                "duplicate-invoice",
                "The number " + one.invoice() + " stands on invoices of " + first + " and " + last
                        + ", which charge different things",
                new Period(first, last),
                "the lines are for other goods, orders or days",
                rests,
                lines.stream()
                        .map(line -> line.kind().label() + ":" + line.id())
                        .toList(),
                List.of(new Derivation(
                        Operation.DAYS_BETWEEN,
                        List.of(new Input("one", first.toString(), null), new Input("other", last.toString(), null)),
                        last.toEpochDay() - first.toEpochDay() + " days"))));
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = PriceBook.of(dossier);
        }

        List<Outcome> outcomes() {
            Map<OverpaymentClaims.InvoiceKey, List<Overcharge>> invoices = new LinkedHashMap<>();
            RepeatedLines.of(dossier).pairs().forEach((line, first) -> {
                if (first.paidOn() != null) {
                    invoices.computeIfAbsent(OverpaymentClaims.invoice(line), key -> new ArrayList<>())
                            .add(overcharge(line, first));
                }
            });
            OverpaymentClaims claims = OverpaymentClaims.of(dossier);
            return invoices.values().stream()
                    .map(again -> outcome(again, claims))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<Outcome> outcome(List<Overcharge> again, OverpaymentClaims claims) {
            String number = again.get(0).line().invoice();
            String title = "Invoice " + number + " charges again what had been invoiced before";
            boolean grounded =
                    again.stream().noneMatch(overcharge -> overcharge.rests().isEmpty());
            return grounded
                    ? claims.overpayment("duplicate-invoice", Part.WHOLE, title, again)
                            .map(Outcome.class::cast)
                    : Optional.of(
                            new NotCheckable("duplicate-invoice", title, "a clause on what is paid for", List.of()));
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

        /** What the line rests on: its price, the clause on what was charged too much, or that by which each invoice is paid. */
        private List<Finding> ground(InvoiceLine line) {
            return book
                    .find(line, line.priceDay(), dossier.asOf())
                    .map(Joined::price)
                    .map(agreed -> agreed.source().finding())
                    .or(() -> RefundClause.find(book, line, dossier.asOf()).map(RefundClause::finding))
                    .or(() -> book.list(CommercialLever.class, line, line.priceDay(), dossier.asOf()).stream()
                            .filter(lever -> lever.content().lever() == LeverType.PAYMENT_TERM)
                            .map(lever -> lever.finding())
                            .findFirst())
                    .stream()
                    .toList();
        }
    }
}
