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
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When an invoice is due: so long after its clock starts, or on a day of a later month.
 *
 * @param span how long it has
 * @param fixed the day of a month on which it is due instead; null where only the time counts
 */
public record PaymentTerm(
        TimeSpan span, PaymentClock clock, @Nullable FixedDay fixed, LeverTerm term) {
    private static final TimeSpan NO_TIME = new TimeSpan(0, TimeSpan.Unit.DAYS);
    /** The month of an event, where a day of a later one is meant: the event alone tells it. */
    private static final Pattern A_MONTH = Pattern.compile("\\b(?:calendar\\s+)?month\\b", Pattern.CASE_INSENSITIVE);

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
        Optional<FixedDay> fixed = fixed(lever);
        return fixed.isPresent()
                ? fixed.map(day -> new PaymentTerm(NO_TIME, clock(lever), day, lever))
                : lever.findSpan(Name.PERIOD).map(span -> new PaymentTerm(span, clock(lever), null, lever));
    }

    /** Whether a lever says when something is due at all. */
    static boolean isTimed(LeverTerm lever) {
        return lever.lever().find(Name.PERIOD).isPresent() || fixed(lever).isPresent();
    }

    /** A day of a month stands for the term only where no time is given beside it. */
    private static Optional<FixedDay> fixed(LeverTerm lever) {
        return lever.findSpan(Name.PERIOD).isPresent()
                ? Optional.empty()
                : Stream.of(lever.text(Name.PERIOD), lever.text(Name.FROM), lever.words())
                        .flatMap(words -> FixedDay.in(words).stream())
                        .findFirst();
    }

    /** From when the time of a lever runs: its own words, or else those of its clause. */
    static PaymentClock clock(LeverTerm lever) {
        String from = lever.text(Name.FROM);
        String words = from.isBlank() ? lever.words() : from;
        return PaymentClock.of(
                fixed(lever).isPresent()
                        ? A_MONTH.matcher(FixedDay.NEXT_MONTH.matcher(words).replaceAll(" "))
                                .replaceAll(" ")
                        : words);
    }

    /** Whether another says the same of when something is due. */
    boolean isAs(PaymentTerm other) {
        FixedDay day = fixed;
        return span.equals(other.span)
                && clock.equals(other.clock)
                && (day == null ? other.fixed == null : day.equals(other.fixed));
    }

    /** When the clock of an invoice starts; empty where the facts do not tell. */
    Optional<LocalDate> startOf(Invoice invoice) {
        return start(clock, invoice);
    }

    static Optional<LocalDate> start(PaymentClock clock, Invoice invoice) {
        List<Optional<LocalDate>> days = clock.starts().stream()
                .map(start -> happened(start.event(), invoice).map(start::from))
                .toList();
        if (days.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Comparator<LocalDate> order = clock.earliest() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return days.stream().map(Optional::get).max(order);
    }

    private static Optional<LocalDate> happened(ClockStart.Event event, Invoice invoice) {
        return switch (event) {
            case INVOICE -> Optional.of(invoice.date());
            case RECEIPT -> invoice.findReceived();
            case GOODS -> invoice.findDelivered();
            case SERVICE_END -> invoice.findService().map(service -> service.to());
            case SERVICE_START -> invoice.findService().map(service -> service.from());
            case OTHER -> Optional.empty();
            case UNSTATED -> Optional.of(invoice.findReceived().orElse(invoice.date()));
        };
    }

    /** The day on which an invoice falls due; empty where the facts do not tell when its clock started. */
    public Optional<LocalDate> dueOn(Invoice invoice, BusinessCalendar calendar) {
        FixedDay day = fixed;
        return startOf(invoice).map(start -> day == null ? after(start, calendar) : day.after(start));
    }

    /** Whole months from the end of a month end with a month. */
    private LocalDate after(LocalDate start, BusinessCalendar calendar) {
        LocalDate end = span.after(start, calendar);
        return isToAMonthsEnd(start) ? YearMonth.from(end).atEndOfMonth() : end;
    }

    private boolean isToAMonthsEnd(LocalDate start) {
        return span.unit() == TimeSpan.Unit.MONTHS
                && clock.starts().stream().anyMatch(ClockStart::monthEnd)
                && start.equals(YearMonth.from(start).atEndOfMonth());
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
        return term.findInItsClauses(ROLLS).isPresent();
    }

    /** What is missing where no due date can be told. */
    String missing(Invoice invoice) {
        String of = "invoice " + invoice.number();
        if (!clock.isOfInvoices()) {
            return "the day of “" + term.text(Name.FROM) + "” for " + of;
        }
        if (invoice.findReceived().isPresent()) {
            return "the day on which what is charged by " + of + " was delivered or done";
        }
        return invoice.direction() == Direction.ISSUED
                ? "the day on which the customer received " + of
                : "the day on which " + of + " was received";
    }

    /** The due date, worked out. */
    Derivation dueDate(Invoice invoice, LocalDate start, LocalDate due) {
        FixedDay day = fixed;
        if (day == null && !isToAMonthsEnd(start)) {
            return new Derivation(
                    Operation.DAY_AFTER,
                    List.of(from(invoice, start), term.input("payment term", span.display())),
                    due.toString());
        }
        String said = day == null ? span.display() + " to the end of a month" : day.display();
        TimeSpan days = new TimeSpan((int) ChronoUnit.DAYS.between(start, due), TimeSpan.Unit.DAYS);
        return new Derivation(
                Operation.DAY_AFTER,
                List.of(from(invoice, start), term.input("payment term, " + said, days.display())),
                due.toString());
    }

    private Derivation.Input from(Invoice invoice, LocalDate start) {
        if (start.equals(invoice.date())) {
            return invoice.input("date of the invoice", start, "invoice_date");
        }
        if (invoice.findReceived().filter(start::equals).isPresent()) {
            return invoice.input("receipt of the invoice", start, "received_on");
        }
        return clock.starts().stream().anyMatch(each -> each.monthEnd())
                ? invoice.input("end of the month from which the time runs", start, "invoice_date")
                : invoice.input("end of what is invoiced", start, "service_to");
    }
}
