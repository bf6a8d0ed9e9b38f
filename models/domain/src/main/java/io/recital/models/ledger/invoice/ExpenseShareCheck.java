package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Finding;
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
import java.util.Objects;
import java.util.Optional;

/** Expenses beyond the share of the fees of a month, an order or an invoice up to which they may be charged. */
public final class ExpenseShareCheck implements Check {
    private record Scope(ExpenseShare share, String of) {}

    private record Stated(ExpenseShare share, ChargeSentence sentence) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller()
                || !PriceBook.of(dossier).isSaid(words -> ExpenseShare.of(words).isPresent())) {
            return List.of();
        }
        RepeatedLines repeated = RepeatedLines.of(dossier);
        Map<Scope, List<InvoiceLine>> scopes = new LinkedHashMap<>();
        Map<Scope, ChargeSentence> sentences = new LinkedHashMap<>();
        for (InvoiceLine line : dossier.facts().invoiceLines()) {
            if (line.direction() == Direction.RECEIVED && !repeated.hold(line)) {
                stated(dossier, line)
                        .ifPresent(stated -> stated.share().scope(line).ifPresent(of -> {
                            Scope scope = new Scope(stated.share(), of);
                            scopes.computeIfAbsent(scope, key -> new ArrayList<>())
                                    .add(line);
                            sentences.putIfAbsent(scope, stated.sentence());
                        }));
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        scopes.forEach(
                (scope, lines) -> claim(dossier, scope.share(), Objects.requireNonNull(sentences.get(scope)), lines)
                        .ifPresent(outcomes::add));
        return outcomes;
    }

    private static Optional<Stated> stated(Dossier dossier, InvoiceLine line) {
        return PriceBook.of(dossier).sentences(line, line.priceDay(), line.invoiceDate()).stream()
                .flatMap(sentence ->
                        ExpenseShare.of(sentence.words()).map(share -> new Stated(share, sentence)).stream())
                .findFirst();
    }

    private static Optional<LedgerEntry> claim(
            Dossier dossier, ExpenseShare share, ChargeSentence sentence, List<InvoiceLine> lines) {
        List<InvoiceLine> expenses =
                lines.stream().filter(ExpenseShare::isExpense).toList();
        List<InvoiceLine> fees = lines.stream().filter(share::isFee).toList();
        Optional<Finding> rest = sentence.rest();
        boolean oneCurrency =
                lines.stream().map(InvoiceLine::currency).distinct().count() == 1;
        if (expenses.isEmpty() || fees.isEmpty() || rest.isEmpty() || !oneCurrency) {
            return Optional.empty();
        }
        InvoiceLine last = expenses.get(expenses.size() - 1);
        BigDecimal charged = sum(expenses);
        BigDecimal most = sum(fees)
                .multiply(share.percent())
                .movePointLeft(2)
                .setScale(last.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        BigDecimal excess = charged.subtract(most);
        if (excess.signum() <= 0) {
            return Optional.empty();
        }
        Workings workings = new Workings(last.currency());
        workings.step(Operation.SUM, workings.money(sum(fees)), nets("fee", fees));
        workings.step(
                Operation.PERCENT_OF,
                workings.money(most),
                new Input("share of the fees", share.percent().toPlainString() + " %", sentence.citation()),
                Workings.earlier("fees", workings.money(sum(fees))));
        workings.step(Operation.SUM, workings.money(charged), nets("expense", expenses));
        workings.step(
                Operation.DIFFERENCE,
                workings.money(excess),
                Workings.earlier("expenses", workings.money(charged)),
                Workings.earlier("at most", workings.money(most)));
        List<String> rows = lines.stream().map(OverpaymentClaims::row).toList();
        return OverpaymentClaims.of(dossier)
                .overpayment(
                        "surcharge",
                        Part.CEILING,
                        "Expenses exceed " + share.percent().toPlainString() + "% of the fees",
                        List.of(new Overcharge(last, excess, List.of(rest.get()), rows, workings.steps(), 0.85)));
    }

    private static BigDecimal sum(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Input[] nets(String what, List<InvoiceLine> lines) {
        return lines.stream()
                .map(line -> Workings.cell(
                        what + ", invoice " + line.invoice() + ", line " + line.line(), line, "net", line.net()))
                .toArray(Input[]::new);
    }
}
