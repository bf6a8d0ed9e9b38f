package io.recital.extraction.rules.lever;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a price is paid for, as the words around it say: {@code per thousand units}, {@code Day rate}, {@code for each pallet}. */
final class Units {
    private static final Pattern UNIT = Pattern.compile(
            "\\b(?:per|for\\s+(?:each|every|one))\\s+(?:one\\s+)?(?<each>(?:thousand\\s+|hundred\\s+)?[\\p{L}-]+)\\b|\\b(?<rate>day|hour|month|week|year|daily|hourly|monthly|unit)(?:ly)?\\s+(?:rate|price|fee)s?\\b",
            Pattern.CASE_INSENSITIVE);

    private Units() {}

    static Optional<String> of(String words) {
        Matcher unit = UNIT.matcher(words);
        if (!unit.find()) {
            return Optional.empty();
        }
        return Optional.of(
                unit.group("each") == null
                        ? unit.group("rate").toLowerCase(java.util.Locale.ROOT)
                        : unit.group("each"));
    }
}
