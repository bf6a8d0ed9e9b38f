package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same goods or days paid twice, whatever number or vendor record the second invoice bears. Nothing is said of what
 * only looks alike: other orders, other days, other contents.
 */
public final class DuplicateInvoiceCheck implements Check {
    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = PriceBook.of(dossier);
        }

        List<Outcome> outcomes() {
            Map<String, List<Overcharge>> invoices = new LinkedHashMap<>();
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
