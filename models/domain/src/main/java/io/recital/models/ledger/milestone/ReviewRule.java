package io.recital.models.ledger.milestone;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says of reviewing a deliverable.
 *
 * @param review time after delivery at whose end silence is acceptance; null where silence is none, or nothing says so
 * @param correction time after a rejection; null where none is stated
 */
record ReviewRule(@Nullable TimeSpan review, @Nullable TimeSpan correction, BusinessCalendar calendar) {
    private static final Pattern DEEMED = Pattern.compile(
            "\\b(?:deemed|taken|treated|considered|regarded)\\s+(?:as\\s+|to\\s+be\\s+|to\\s+have\\s+(?:been\\s+)?)?accept"
                    + "|\\b(?:fail(?:s|ed)?|does not|do not|has not) (?:to )?reject|\\bgilt\\s+als\\s+abgenommen",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SILENCE =
            Pattern.compile("silence\\s+(?:is|shall\\s+be|does)\\s+not", Pattern.CASE_INSENSITIVE);
    private static final Pattern REVIEW =
            Pattern.compile("\\b(?:accept|reject|approve|review|inspect)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DELIVERY =
            Pattern.compile("deliver|submi|receipt|receiv|ready|handover|lieferung", Pattern.CASE_INSENSITIVE);
    private static final Pattern CORRECT = Pattern.compile(
            "\\bcorrect|\\bdeliver\\b.*\\bagain|\\bresubmit|\\bre-?deliver|\\bremedy|\\bput\\b.*\\bright",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REJECTION = Pattern.compile("reject", Pattern.CASE_INSENSITIVE);

    static ReviewRule of(Scope scope) {
        boolean silent = scope.saying(SILENCE).findAny().isPresent();
        TimeSpan review = silent
                ? null
                : scope.saying(DEEMED)
                        .flatMap(term -> within(term.content(), REVIEW, DELIVERY).stream())
                        .findFirst()
                        .orElse(null);
        TimeSpan correction = scope.obligations()
                .flatMap(term -> within(term.content(), CORRECT, REJECTION).stream())
                .findFirst()
                .orElse(null);
        return new ReviewRule(review, correction, scope.calendar());
    }

    private static Optional<TimeSpan> within(Object content, Pattern action, Pattern event) {
        return content instanceof Obligation obligation
                        && obligation.deadline() instanceof Deadline.After after
                        && action.matcher(obligation.action()).find()
                        && event.matcher(after.event()).find()
                ? Optional.of(after.within())
                : Optional.empty();
    }

    /** The day at whose end a deliverable is taken to be accepted when nobody says anything. */
    Optional<LocalDate> deemedAcceptedOn(LocalDate delivered) {
        return review == null ? Optional.empty() : Optional.of(review.after(delivered, calendar));
    }

    /** The last day on which what was rejected can be delivered again in time. */
    Optional<LocalDate> correctedBy(LocalDate rejected) {
        return correction == null ? Optional.empty() : Optional.of(correction.after(rejected, calendar));
    }
}
