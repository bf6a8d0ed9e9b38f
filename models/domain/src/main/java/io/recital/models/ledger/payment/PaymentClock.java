package io.recital.models.ledger.payment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * From when a time for payment runs, by the words of a clause: one event, or several of which the later or the earlier
 * counts.
 *
 * @param starts at least one
 * @param earliest whether the first of them starts it; otherwise the last does
 */
record PaymentClock(List<ClockStart> starts, boolean earliest) {
    private static final Pattern EARLIER = Pattern.compile(
            "\\bwhichever\\b[^.;]{0,20}\\b(?:earlier|first|sooner)\\b|\\bthe\\s+earlier\\s+of\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LATER = Pattern.compile(
            "\\bwhichever\\b[^.;]{0,20}\\b(?:later|last|latest)\\b|\\bthe\\s+(?:later|latest|last)\\s+of\\b|\\bnot\\s+before\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHOICE =
            Pattern.compile(",?\\s*\\b(?:or|and|but\\s+not\\s+before)\\b\\s*|\\s*,\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOTH = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);

    PaymentClock {
        starts = List.copyOf(starts);
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("A clock starts somewhere");
        }
    }

    /** The clock that words tell. */
    static PaymentClock of(String words) {
        boolean earliest = EARLIER.matcher(words).find();
        boolean chosen = earliest || LATER.matcher(words).find();
        List<ClockStart> starts = new ArrayList<>();
        if (chosen || BOTH.matcher(words).find()) {
            Arrays.stream(CHOICE.split(words))
                    .map(ClockStart::of)
                    .filter(start -> start.event() != ClockStart.Event.UNSTATED)
                    .distinct()
                    .forEach(starts::add);
        }
        return starts.size() > 1
                ? new PaymentClock(starts, earliest)
                : new PaymentClock(List.of(ClockStart.of(words)), false);
    }

    /** Whether facts of an invoice alone tell when it starts. */
    boolean isOfInvoices() {
        return starts.stream().noneMatch(start -> start.event() == ClockStart.Event.OTHER);
    }
}
