package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A clause about money that was charged or paid too much: whether it must be given back, and how long one may ask for it.
 *
 * @param within how long one may ask; null when the clause does not say
 * @param event from when that runs, in the contract's words
 */
record RefundClause(Finding finding, @Nullable TimeSpan within, String event) {
    private static final Pattern TOO_MUCH =
            Pattern.compile("(?i)overcharg|overpa(?:id|y)|too much|more than (?:was |is )?"
                    + "(?:due|owed|this agreement allows)|paid more|invoiced more|(?:contest|object to|challenge) (?:an|any|the) invoice"
                    + "|zu viel|überzahl|refund (?:the|any) excess");
    private static final Pattern BEFORE_PAYING =
            Pattern.compile("(?i)withhold|pay the (?:rest|part|undisputed)|undisputed");
    private static final Pattern SPAN = Pattern.compile(
            "(?i)within (?:\\w+ \\()?(\\d+|" + String.join("|", numbers().keySet())
                    + ")\\)? (days|weeks|months|years|business days) (?:of|after|from|following) ((?:the |its |such |our |your |their )*"
                    + "[\\w' ]{3,40})");
    private static final Pattern PAID = Pattern.compile("(?i)\\bpa(?:id|y|ying|yment)");
    private static final Pattern RECEIVED = Pattern.compile("(?i)recei(?:pt|v)");
    private static final Pattern INVOICED = Pattern.compile("(?i)date of (?:the|such|an) invoice|invoice date");

    private static Map<String, Integer> numbers() {
        return Map.of("one", 1, "two", 2, "three", 3, "four", 4, "six", 6, "nine", 9, "twelve", 12, "eighteen", 18);
    }

    /** The clause that governs a line: one that sets a time first, the latest document first. */
    static Optional<RefundClause> find(PriceBook book, InvoiceLine line, LocalDate known) {
        List<Governed<Obligation>> duties = book.list(Obligation.class, line, line.priceDay(), known);
        List<RefundClause> clauses = duties.stream()
                .map(duty -> of(duty, duties))
                .flatMap(Optional::stream)
                .toList();
        return clauses.stream()
                .filter(clause -> clause.lastDay(line).isPresent())
                .findFirst()
                .or(() -> clauses.stream().findFirst());
    }

    private static Optional<RefundClause> of(Governed<Obligation> duty, List<Governed<Obligation>> all) {
        String words = Adjustment.words(duty) + " " + duty.content().action();
        if (BEFORE_PAYING.matcher(words).find()) {
            return Optional.empty();
        }
        Optional<RefundClause> timed = span(duty, words);
        boolean itself = TOO_MUCH.matcher(words).find();
        if (itself) {
            return timed.or(() -> Optional.of(new RefundClause(duty.finding(), null, "")));
        }
        boolean beside = words.matches("(?is).*\\bsuch (?:request|demand|claim|notice)\\b.*")
                && all.stream()
                        .anyMatch(other -> isSamePlace(duty.finding(), other.finding())
                                && TOO_MUCH.matcher(Adjustment.words(other)).find());
        return beside ? timed : Optional.empty();
    }

    private static boolean isSamePlace(Finding one, Finding two) {
        Citation place = one.citations().get(0);
        return one.contract().equals(two.contract())
                && two.citations().stream().anyMatch(citation -> citation.path().equals(place.path()));
    }

    private static Optional<RefundClause> span(Governed<Obligation> duty, String words) {
        Deadline deadline = duty.content().deadline();
        if (deadline instanceof Deadline.After after && isPayment(after.event())) {
            return Optional.of(new RefundClause(duty.finding(), after.within(), after.event()));
        }
        Matcher found = SPAN.matcher(words);
        while (found.find()) {
            if (isPayment(found.group(3))) {
                return Optional.of(new RefundClause(duty.finding(), span(found), found.group(3)));
            }
        }
        return Optional.empty();
    }

    private static boolean isPayment(String event) {
        return PAID.matcher(event).find()
                || RECEIVED.matcher(event).find()
                || INVOICED.matcher(event).find();
    }

    private static TimeSpan span(Matcher found) {
        String number = found.group(1).toLowerCase(Locale.ROOT);
        Integer word = numbers().get(number);
        String unit = found.group(2).toUpperCase(Locale.ROOT).replace(' ', '_');
        return new TimeSpan(word == null ? Integer.parseInt(number) : word, TimeSpan.Unit.valueOf(unit));
    }

    /** The last day on which what a line was overcharged can be asked back. */
    Optional<LocalDate> lastDay(InvoiceLine line) {
        TimeSpan span = within;
        return span == null ? Optional.empty() : anchor(line).map(span::after);
    }

    private Optional<LocalDate> anchor(InvoiceLine line) {
        if (RECEIVED.matcher(event).find()) {
            return Optional.ofNullable(line.receivedOn());
        }
        if (INVOICED.matcher(event).find()) {
            return Optional.of(line.invoiceDate());
        }
        return Optional.ofNullable(line.paidOn());
    }

    /** The earliest last day of several lines; empty when one of them has none. */
    static @Nullable LocalDate earliest(List<Optional<LocalDate>> days) {
        return days.stream().anyMatch(Optional::isEmpty)
                ? null
                : days.stream()
                        .map(Optional::get)
                        .collect(Collectors.minBy(LocalDate::compareTo))
                        .orElse(null);
    }
}
