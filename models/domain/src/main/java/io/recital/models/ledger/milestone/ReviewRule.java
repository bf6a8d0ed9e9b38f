package io.recital.models.ledger.milestone;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.lever.StatedTime;
import io.recital.models.wording.SpelledNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern BY_SILENCE = Pattern.compile(
            "\\b(?:does|do|has\\s+done|says?|said|hears?)\\s+(?:neither|nothing)\\b[^.;]{0,120}\\baccepted\\b|\\bif\\s+[^.;]{0,60}\\b(?:silent|silence|not\\s+(?:respond|object|reply|react|answer|comment|reject))\\w*[^.;]{0,120}\\baccepted\\b|\\b(?:is|are|counts?\\s+as|shall\\s+be)\\s+accepted\\s+(?:at\\s+the\\s+end|on\\s+(?:the\\s+)?expir|when\\s+that\\s+(?:time|period))",
            Pattern.CASE_INSENSITIVE);
    private static final String TIME = "(?<time>" + SpelledNumber.REGEX
            + "[\\s-]+(?:(?:business|working|banking|calendar)[\\s-]+)?(?:days?|weeks?|months?))";
    private static final List<Pattern> TIME_TO_REVIEW = Stream.of(
                    TIME
                            + "\\b[^.;]{0,80}\\b(?:to|in\\s+which\\s+to)\\s+(?:\\w+\\s+){0,2}?(?:accept|reject|review|test|inspect|examine|approve)",
                    "\\b(?:accept|reject|review|test|inspect|examine|approve|object)\\w*\\b[^.;]{0,120}?\\bwithin\\s+"
                            + TIME,
                    "\\bwithin\\s+" + TIME + "\\b[^.;]{0,120}\\b(?:accept|reject|review|object|approve)")
            .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
            .toList();
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
                        .or(() -> scope.clauses().stream()
                                .flatMap(words -> written(words).stream())
                                .findFirst())
                        .orElse(null);
        TimeSpan correction = scope.obligations()
                .flatMap(term -> within(term.content(), CORRECT, REJECTION).stream())
                .findFirst()
                .orElse(null);
        return new ReviewRule(review, correction, scope.calendar());
    }

    /** The time for review in a clause that takes silence for acceptance. */
    private static Optional<TimeSpan> written(String clause) {
        if (!DEEMED.matcher(clause).find() && !BY_SILENCE.matcher(clause).find()) {
            return Optional.empty();
        }
        return TIME_TO_REVIEW.stream()
                .map(pattern -> pattern.matcher(clause))
                .filter(Matcher::find)
                .flatMap(found -> StatedTime.anyIn(found.group("time")).stream())
                .findFirst();
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
