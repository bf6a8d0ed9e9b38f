package io.recital.retrieval.performance;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.payment.Invoice;
import io.recital.models.ledger.payment.PaymentTerm;
import io.recital.models.ledger.payment.PaymentTerms;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What there is to say of an invoice that a question names by its number. */
final class NamedInvoices implements Teller {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/._-]*[\\p{L}\\p{N}]");
    private static final Pattern OF_PAYMENT =
            Pattern.compile("(?i)\\b(?:late|on time|in time|interest|overdue|when was \\S+ paid|days)\\b");
    private static final Pattern OF_REPETITION = Pattern.compile("(?i)\\b(?:duplicate|twice|double|again|same)\\b");

    @Override
    public List<Telling> tell(Asking asking, List<Standing> standings) {
        Set<String> words = WORD.matcher(asking.text())
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .collect(Collectors.toSet());
        List<Telling> told = new ArrayList<>();
        for (Standing standing : words.isEmpty() ? List.<Standing>of() : standings) {
            List<Invoice> named = Invoice.of(standing.dossier()).stream()
                    .filter(invoice -> words.contains(invoice.number().toLowerCase(Locale.ROOT)))
                    .toList();
            told.addAll(tell(asking, standing, named));
        }
        return told;
    }

    private static List<Telling> tell(Asking asking, Standing standing, List<Invoice> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        List<OutcomeMatter> matters = OutcomeMatter.of(standing).stream()
                .filter(matter -> isAbout(matter, named))
                .toList();
        List<OutcomeMatter> wrong = matters.stream()
                .filter(matter -> !matter.isInOrder() && fitsForm(matter, asking))
                .sorted(Comparator.comparing(matter -> !(matter.outcome() instanceof LedgerEntry)))
                .toList();
        if (!wrong.isEmpty()) {
            return wrong.stream()
                    .flatMap(matter -> matter.tell(asking.atAnyTime()).stream())
                    .toList();
        }
        List<Telling> told = new ArrayList<>();
        matters.stream()
                .filter(matter -> matter.isInOrder() && fitsForm(matter, asking))
                .flatMap(matter -> matter.tell(asking.atAnyTime()).stream())
                .forEach(told::add);
        PaymentTerms terms = PaymentTerms.of(standing.dossier());
        boolean repetition = asking.says(OF_REPETITION) && told.isEmpty();
        for (Invoice invoice : named) {
            told.addAll(plain(invoice, terms, standing, repetition).stream().toList());
        }
        return told;
    }

    /** A question about payment is not about prices, nor the other way. */
    private static boolean fitsForm(OutcomeMatter matter, Asking asking) {
        boolean ofPayment = matter.outcome().check().contains("payment");
        if (asking.says(OF_REPETITION)) {
            return matter.outcome().check().equals("duplicate-invoice");
        }
        return !asking.says(OF_PAYMENT) || ofPayment;
    }

    /** Whether a row of it is a line of the invoice; a matter of very many rows is about something larger. */
    private static boolean isAbout(OutcomeMatter matter, List<Invoice> named) {
        Set<String> rows =
                named.stream().flatMap(invoice -> invoice.rows().stream()).collect(Collectors.toSet());
        Set<String> invoiceRows = new HashSet<>(matter.rows());
        invoiceRows.removeIf(row -> !row.startsWith("invoice-line:"));
        boolean titled =
                named.stream().anyMatch(invoice -> matter.outcome().title().contains(invoice.number()));
        return titled || (invoiceRows.size() <= 40 && invoiceRows.stream().anyMatch(rows::contains));
    }

    /** Nothing is wrong with it: what it comes to, when it was or is due, when it was paid. */
    private static Optional<Telling> plain(Invoice invoice, PaymentTerms terms, Standing standing, boolean repetition) {
        Optional<PaymentTerm> term = terms.find(invoice);
        List<Finding> rests = term.map(PaymentTerm::term)
                .map(lever -> List.copyOf(lever.rests()))
                .orElseGet(() -> Grounds.ofPrices(standing.dossier()));
        if (rests.isEmpty()) {
            return Optional.empty();
        }
        List<Derivation> workings = new ArrayList<>();
        Derivation sum = invoice.sum(false, invoice.date());
        workings.add(sum);
        String money = invoice.currency().getCode() + " " + sum.result();
        String side = invoice.direction() == Direction.RECEIVED ? " from " : " to ";
        StringBuilder said = new StringBuilder("Invoice " + invoice.number() + side + standing.name() + " of "
                + invoice.date() + " over " + money + " net: "
                + (repetition ? "no other invoice charges the same" : "no check finds anything wrong with it"));
        workings.add(Wording.days(
                invoice.input("date of the invoice", invoice.date(), "invoice_date"),
                invoice.input("date of the invoice", invoice.date(), "invoice_date"),
                invoice.date(),
                invoice.date()));
        term.flatMap(found -> found.lastDayFor(invoice, terms.calendar()))
                .ifPresent(last -> said.append(payment(invoice, last, workings)));
        return Optional.of(Telling.of(said + ".", rests, workings));
    }

    private static String payment(Invoice invoice, LocalDate last, List<Derivation> workings) {
        Input due = new Input("last day to pay", last.toString(), null);
        Optional<LocalDate> paid = invoice.findPaid();
        if (paid.isEmpty()) {
            workings.add(new Derivation(Operation.GREATEST, List.of(due), last.toString()));
            return "; it is to be paid by " + last;
        }
        workings.add(Wording.days(due, invoice.input("paid", paid.get(), "paid_on"), last, paid.get()));
        return "; it was to be paid by " + last + " and was paid on " + paid.get()
                + (paid.get().isAfter(last) ? ", late" : ", in time");
    }
}
