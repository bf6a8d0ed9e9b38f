package io.recital.extraction.rules.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that states a target and, after it, what a miss of it brings: {@code … at least 80%, and should it answer fewer the
 * charge abates by 1%}. Each part keeps its place; before the second stand blanks.
 */
record PromiseAndMiss(String promise, String miss) {
    private static final Pattern TURN = Pattern.compile(
            "[,;]\\s*(?:and\\s+|but\\s+|or\\s+)?(?:should|where|if|when(?:ever)?|in\\s+(?:any|a|each)\\s+\\p{L}+\\s+in\\s+which|failing\\s+which|in\\s+which\\s+case|otherwise|in\\s+default\\s+of\\s+which|as\\s+often\\s+as)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STATES = Pattern.compile(
            "(?:%|\\bper\\s*cent\\b|\\d)[^;]*$|\\b(?:least|than|below|exceed|within)\\b", Pattern.CASE_INSENSITIVE);

    /** The parts of a sentence, the same words twice where it does not turn from one to the other. */
    static PromiseAndMiss of(String words) {
        Matcher turn = TURN.matcher(words);
        while (turn.find()) {
            String before = words.substring(0, turn.start());
            boolean turns = STATES.matcher(before).find()
                    && !CreditProse.speaksOfCredits(before)
                    && CreditProse.speaksOfCredits(words.substring(turn.start()));
            if (turns) {
                return new PromiseAndMiss(before, " ".repeat(turn.start()) + words.substring(turn.start()));
            }
        }
        return new PromiseAndMiss(words, words);
    }
}
