package io.recital.models.ledger.payment;

import static java.util.Objects.requireNonNull;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.lever.LeverTerm;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long an invoice has until it is due, and from when the clock runs. */
public record PaymentTerm(TimeSpan span, Clock clock, LeverTerm term) {
    /** What starts the clock. */
    public enum Clock {
        INVOICE,
        RECEIPT,
        /** The end of the month of the invoice. */
        MONTH_END,
        /** Delivery, acceptance or another event that invoices do not tell. */
        EVENT,
        /** The clause does not say: of invoice and receipt the later day is taken. */
        UNSTATED
    }

    private static final Pattern MONTH = Pattern.compile(
            "\\b(?:end|last\\s+day)\\b[^.;]{0,40}\\bmonth|\\bEOM\\b|\\bmonth[- ]end\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECEIPT = Pattern.compile(
            "\\b(?:receipt|receiv\\w+|getting|presentation|Zugang|Eingang|Erhalt)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENT = Pattern.compile(
            "\\b(?:accept\\w*|completion|goods|deliver\\w*(?!\\s+of\\s+(?:the|an|such|each)?\\s*\\w*\\s*invoice)|shipment|month|quarter|approv\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INVOICE = Pattern.compile(
            "\\b(?:invoic\\w*|bill|statement|issue|issuance|Rechnung\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLLS = Pattern.compile(
            "\\bnot\\s+(?:on\\s+)?a\\s+(?:business|working|banking)\\s+day\\b[^.]{0,120}\\bnext\\b|\\b(?:next|following)\\s+(?:business|working|banking)\\s+day\\b",
            Pattern.CASE_INSENSITIVE);

    public PaymentTerm {
        requireNonNull(span, "span");
        requireNonNull(clock, "clock");
        requireNonNull(term, "term");
    }

    /** The term that a payment lever states; empty where its length is not certain. */
    static Optional<PaymentTerm> of(LeverTerm lever) {
        return lever.findSpan(Name.PERIOD).map(span -> new PaymentTerm(span, clock(lever), lever));
    }

    /** From when the time of a lever runs: its own words, or else those of its clause. */
    static Clock clock(LeverTerm lever) {
        String from = lever.text(Name.FROM);
        return clock(from.isBlank() ? lever.words() : from);
    }

    private static Clock clock(String words) {
        if (MONTH.matcher(words).find()) {
            return Clock.MONTH_END;
        }
        if (RECEIPT.matcher(words).find()) {
            return Clock.RECEIPT;
        }
        if (EVENT.matcher(words).find()) {
            return Clock.EVENT;
        }
        return INVOICE.matcher(words).find() ? Clock.INVOICE : Clock.UNSTATED;
    }

    /** When the clock of an invoice starts; empty where the facts do not tell. */
    Optional<LocalDate> startOf(Invoice invoice) {
        return start(clock, invoice);
    }

    static Optional<LocalDate> start(Clock clock, Invoice invoice) {
        return switch (clock) {
            case INVOICE -> Optional.of(invoice.date());
            case RECEIPT -> invoice.findReceived();
            case MONTH_END -> Optional.of(YearMonth.from(invoice.date()).atEndOfMonth());
            case EVENT -> Optional.empty();
            case UNSTATED -> Optional.of(invoice.findReceived().orElse(invoice.date()));
        };
    }

    /** The day on which an invoice falls due; empty where the facts do not tell when its clock started. */
    public Optional<LocalDate> dueOn(Invoice invoice, BusinessCalendar calendar) {
        return startOf(invoice).map(start -> span.after(start, calendar));
    }

    /**
     * The last day on which it is paid in time. Where a term ends on no business day, payment on the next one is taken to
     * be in time unless the clause says otherwise: laws and banks differ, and nothing is claimed in doubt.
     */
    public Optional<LocalDate> lastDayFor(Invoice invoice, BusinessCalendar calendar) {
        return dueOn(invoice, calendar).map(calendar::onOrAfter);
    }

    /** What it rests on: the term, and what moves its last day. */
    public List<Finding> rests() {
        return Stream.concat(
                        term.rests().stream(),
                        term.inClause().stream()
                                .filter(each ->
                                        LeverTerm.said(each, ROLLS).findAny().isPresent()))
                .distinct()
                .toList();
    }

    /** Whether the clause itself moves a due date to the next business day. */
    boolean isRolled() {
        return term.inClause().stream()
                .anyMatch(each -> LeverTerm.said(each, ROLLS).findAny().isPresent());
    }

    /** What is missing where no due date can be told. */
    String missing(Invoice invoice) {
        String of = "invoice " + invoice.number();
        if (clock == Clock.EVENT) {
            return "the day of “" + term.text(Name.FROM) + "” for " + of;
        }
        return invoice.direction() == Direction.ISSUED
                ? "the day on which the customer received " + of
                : "the day on which " + of + " was received";
    }

    /** The due date, worked out. */
    Derivation dueDate(Invoice invoice, LocalDate start, LocalDate due) {
        Derivation.Input from =
                switch (clock) {
                    case INVOICE -> invoice.input("date of the invoice", start, "invoice_date");
                    case MONTH_END -> invoice.input("end of the month of the invoice", start, "invoice_date");
                    default ->
                        invoice.findReceived().isPresent()
                                ? invoice.input("receipt of the invoice", start, "received_on")
                                : invoice.input("date of the invoice", start, "invoice_date");
                };
        return new Derivation(
                Operation.DAY_AFTER, List.of(from, term.input("payment term", span.display())), due.toString());
    }
}
