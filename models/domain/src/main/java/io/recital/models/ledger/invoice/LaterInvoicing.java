package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The clause that says until when a seller can still invoice what it left out or charged too low. */
record LaterInvoicing(Finding finding) {
    private static final Pattern LATER = Pattern.compile(
            "(?i)invoic[^.]*(?:omitted|understated|not (?:yet |been )*invoiced|under-?charged|subsequently)");
    private static final Pattern QUARTER = Pattern.compile("(?i)end of (?:the|each|such) (?:calendar )?quarter");
    private static final Pattern YEAR = Pattern.compile("(?i)end of (?:the|each|such) calendar year");
    private static final Pattern MONTH = Pattern.compile("(?i)end of (?:the|each|such) (?:calendar )?month");

    /** The clause that says until when omitted sums can be invoiced. */
    static Optional<LaterInvoicing> find(PriceBook book, InvoiceLine line, LocalDate known) {
        return book.list(Obligation.class, line, line.priceDay(), known).stream()
                .filter(duty -> LATER.matcher(duty.content().action()).find()
                        && duty.content().deadline() instanceof Deadline.After)
                .map(duty -> new LaterInvoicing(duty.finding()))
                .findFirst();
    }

    /** The last day for the first of some lines. */
    Optional<LocalDate> lastDay(List<Overcharge> lines) {
        Deadline deadline = ((Obligation) finding.content()).deadline();
        return deadline instanceof Deadline.After after
                ? lines.stream()
                        .flatMap(line -> anchor(after.event(), line.line().priceDay()).stream())
                        .map(after::dueWhen)
                        .min(LocalDate::compareTo)
                : Optional.empty();
    }

    private static Optional<LocalDate> anchor(String event, LocalDate service) {
        if (QUARTER.matcher(event).find()) {
            Month last = service.getMonth().firstMonthOfQuarter().plus(2);
            return Optional.of(service.withDayOfMonth(1)
                    .withMonth(last.getValue())
                    .plusMonths(1)
                    .minusDays(1));
        }
        if (YEAR.matcher(event).find()) {
            return Optional.of(LocalDate.of(service.getYear(), Month.DECEMBER, 31));
        }
        return MONTH.matcher(event).find()
                ? Optional.of(service.withDayOfMonth(service.lengthOfMonth()))
                : Optional.empty();
    }
}
