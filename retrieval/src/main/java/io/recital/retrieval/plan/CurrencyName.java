package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A currency that a question names as a condition.
 *
 * @param code such as {@code EUR}
 * @param negated whether the contracts asked for are those in another one
 */
public record CurrencyName(String code, boolean negated) {
    private static final Map<String, Pattern> WORDS = Map.of(
            "GBP", words("pounds?|sterling|GBP|£"),
            "USD", words("(?:US )?dollars?|USD|\\$"),
            "EUR", words("euros?|EUR|€"),
            "CHF", words("(?:Swiss )?francs?|CHF"),
            "JPY", words("yen|JPY"),
            "SEK", words("SEK|Swedish krona"));
    private static final Pattern CHARGED = Pattern.compile(
            "(?i)\\bcurrenc(?:y|ies)\\b|\\b(?:charged|invoiced|priced|paid|billed|payable|denominated|pay|charge|invoice|bill)\\b");
    private static final Pattern NEGATION =
            Pattern.compile("(?i)\\b(?:not|other than|except|instead of|rather than|outside|foreign)\\b|n't\\b");

    public CurrencyName {
        requireNonNull(code, "code");
    }

    private static Pattern words(String words) {
        return Pattern.compile("(?i)(?<!\\p{L})(?:in |than )?(?:" + words + ")(?![\\p{L}\\d])");
    }

    /** The currency that a question asks for; empty when it names none, or names it within an amount. */
    public static Optional<CurrencyName> in(String question) {
        if (!CHARGED.matcher(question).find()) {
            return Optional.empty();
        }
        for (Map.Entry<String, Pattern> currency : WORDS.entrySet()) {
            Matcher matcher = currency.getValue().matcher(question);
            if (matcher.find() && !question.substring(0, matcher.start()).matches(".*\\d\\s*")) {
                boolean negated =
                        NEGATION.matcher(question.substring(0, matcher.end())).find();
                return Optional.of(new CurrencyName(currency.getKey(), negated));
            }
        }
        return Optional.empty();
    }

    /** Whether a word is the name of a currency. */
    public static boolean isOne(String word) {
        return WORDS.values().stream().anyMatch(words -> words.matcher(word).matches());
    }

    public boolean fits(String other) {
        return code.equals(other) != negated;
    }
}
