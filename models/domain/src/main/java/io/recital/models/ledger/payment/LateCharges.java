package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.Overcharge;
import io.recital.models.ledger.invoice.OverpaymentClaims;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Interest and sums for late payment that were charged to the tenant for an invoice which it paid in time, or more than a late one costs. */
final class LateCharges {
    private static final Pattern CHARGED = Pattern.compile(
            "\\blate\\s+(?:payment\\s+)?(?:fee|charge|interest|payment)|\\binterest\\b|\\breminder\\b|\\bdunning\\b|\\bfinance\\s+charge|\\bMahn",
            Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_NUMBER = 3;

    private final Dossier dossier;
    private final PaymentTerms terms;

    private LateCharges(Dossier dossier) {
        this.dossier = dossier;
        this.terms = PaymentTerms.of(dossier);
    }

    static List<Outcome> of(Dossier dossier) {
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == Direction.RECEIVED
                        && line.net().signum() > 0
                        && CHARGED.matcher(line.description()).find())
                .toList();
        return lines.isEmpty() ? List.of() : new LateCharges(dossier).outcomes(lines);
    }

    private List<Outcome> outcomes(List<InvoiceLine> lines) {
        List<Invoice> invoices = Invoice.of(dossier);
        return lines.stream()
                .flatMap(line -> named(line, invoices).flatMap(paid -> judge(line, paid)).stream())
                .<Outcome>map(entry -> entry)
                .toList();
    }

    /** The one invoice whose late payment a line charges for. */
    private static Optional<Invoice> named(InvoiceLine line, List<Invoice> invoices) {
        List<Invoice> named = invoices.stream()
                .filter(invoice -> invoice.direction() == line.direction()
                        && invoice.number().length() >= SHORTEST_NUMBER
                        && !invoice.number().equals(line.invoice())
                        && Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(invoice.number()) + "(?![\\p{L}\\d])")
                                .matcher(line.description())
                                .find())
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private Optional<LedgerEntry> judge(InvoiceLine line, Invoice paid) {
        Optional<PaymentTerm> term = terms.find(paid);
        List<LeverTerm> costs = Stream.concat(terms.findInterest(paid).stream(), terms.findFee(paid).stream())
                .distinct()
                .toList();
        if (term.isEmpty() || paid.findPaid().isEmpty() || costs.isEmpty()) {
            return Optional.empty();
        }
        List<LateInvoice> late = costs.stream()
                .map(cost -> new LateInvoice(paid, term.get(), cost, terms))
                .toList();
        return term.get()
                .lastDayFor(paid, terms.calendar())
                .flatMap(last -> late.stream().allMatch(each -> !each.paidOn().isAfter(each.graceEnd(last)))
                        ? entry(line, late.get(0), "was paid in time", inTime(line, late.get(0), last), line.net())
                        : tooMuch(line, late));
    }

    private Optional<LedgerEntry> entry(
            InvoiceLine line, LateInvoice late, String why, List<Derivation> workings, BigDecimal excess) {
        List<Finding> rests = late.rests().stream().distinct().toList();
        return OverpaymentClaims.of(dossier)
                .overpayment(
                        LatePaymentCheck.NAME,
                        Part.WHOLE,
                        "Late payment of invoice " + late.invoice().number() + " was charged by invoice "
                                + line.invoice() + ": it " + why,
                        List.of(new Overcharge(
                                line, excess, rests, late.invoice().rows(), workings, 0.9)))
                .map(entry -> entry.about(new Period(
                        earlier(late.invoice().date(), entry.period().from()),
                        entry.period().to())));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<Derivation> inTime(InvoiceLine line, LateInvoice late, LocalDate last) {
        List<Derivation> steps = new ArrayList<>();
        LocalDate due =
                late.term().dueOn(late.invoice(), late.terms().calendar()).orElseThrow();
        steps.add(late.term()
                .dueDate(late.invoice(), late.term().startOf(late.invoice()).orElseThrow(), due));
        LocalDate end = late.graceEnd(last);
        steps.add(new Derivation(
                Operation.DAYS_BETWEEN,
                List.of(
                        late.invoice().input("day of payment", late.paidOn(), "paid_on"),
                        new Input("last day to pay", end.toString(), null)),
                ChronoUnit.DAYS.between(late.paidOn(), end) + " days"));
        steps.add(new Derivation(
                Operation.SUM,
                List.of(charged(line)),
                line.currency() + " " + line.net().toPlainString()));
        return steps;
    }

    private static Input charged(InvoiceLine line) {
        return Input.of(
                "charged for late payment",
                line.net().toPlainString(),
                new FactCell(line.kind().label(), line.id(), "net"));
    }

    /** More than what the clauses give; nothing where one of them is not understood. */
    private Optional<LedgerEntry> tooMuch(InvoiceLine line, List<LateInvoice> late) {
        List<LedgerEntry> due = new ArrayList<>();
        for (LateInvoice each : late) {
            Optional<LateFee> fee = LateFee.of(each.interest());
            Optional<? extends Outcome> cost = fee.isPresent()
                    ? new LateFeeDue(each, dossier).entry(fee.get())
                    : LatePaymentCheck.interest(each, dossier);
            if (cost.isEmpty() || !(cost.get() instanceof LedgerEntry entry)) {
                return Optional.empty();
            }
            due.add(entry);
        }
        Money owed = due.stream().map(LedgerEntry::amount).reduce(Money::plus).orElseThrow();
        BigDecimal excess = line.net().subtract(owed.getAmount());
        boolean same = owed.getCurrencyUnit().equals(line.currency());
        if (!same || excess.compareTo(BigDecimal.ONE) < 0) {
            return Optional.empty();
        }
        List<Derivation> steps = new ArrayList<>();
        due.forEach(entry -> steps.addAll(entry.workings()));
        List<Input> inputs = new ArrayList<>(List.of(charged(line)));
        due.forEach(entry -> inputs.add(
                new Input("owed for late payment", entry.amount().getAmount().toPlainString(), null)));
        steps.add(new Derivation(Operation.DIFFERENCE, inputs, line.currency() + " " + excess.toPlainString()));
        return entry(line, late.get(0), "costs less than was charged", steps, excess);
    }
}
