package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound that a question sets for a value, such as "longer than 45 days".
 *
 * @param above whether values above it are meant, or those below
 * @param included whether the bound itself is meant too
 */
record Threshold(Measured bound, boolean above, boolean included) {
    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(?:(more|longer|higher|greater|larger|bigger|later|over|above|exceed\\w*|beyond)(?: than)?"
                    + "|(less|shorter|lower|smaller|fewer|under|below|sooner)(?: than)?"
                    + "|(at least|no less than|minimum of)|(at most|no more than|not more than|up to|maximum of)) (?=(?:the )?[\\d£€$]|\\w+ (?:business |working )?(?:day|week|month|year))");

    private static final Pattern MONTHLY = Pattern.compile("(?i)\\b(?:a|per|each|every) month|\\bmonthly");
    private static final Pattern PERIOD =
            Pattern.compile("(?i)\\b(?:a|per|each|every) (?:month|year|annum)|\\bmonthly|\\byearly|\\bannual");

    Threshold {
        requireNonNull(bound, "bound");
    }

    /** The bound that a question sets; empty when it sets none. */
    static Optional<Threshold> in(String question) {
        Matcher matcher = WORDS.matcher(question);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String rest = question.substring(matcher.end());
        boolean included = matcher.group(3) != null || matcher.group(4) != null;
        boolean above = matcher.group(1) != null || matcher.group(3) != null;
        return ValueReader.first(rest)
                .flatMap(Measured::of)
                .map(bound -> new Threshold(byPeriod(bound, rest), above, included));
    }

    /** A percentage by the month or by the year is one of interest. */
    private static Measured byPeriod(Measured bound, String rest) {
        if (!bound.unit().equals("%") || !PERIOD.matcher(rest).find()) {
            return bound;
        }
        return MONTHLY.matcher(rest).find() ? bound.monthlyByTheYear() : bound.byTheYear();
    }

    /** Whether a value lies on the side that is meant; empty when both cannot be compared. */
    Optional<Boolean> admits(StatedTerm statement) {
        return statement
                .measured()
                .filter(value -> value.unit().equals(bound.unit()))
                .map(value -> value.compareTo(bound) == 0 ? included : value.compareTo(bound) > 0 == above);
    }
}
