package io.recital.extraction.rules.lever;

import io.recital.models.finding.TypedValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From which day a price holds; a day on which it will rise, or be looked at anew, is none. */
final class PriceStart {
    private static final Pattern MOVES = Pattern.compile(
            "(?:[,;]|\\s(?:which|and|but|provided|subject\\s+to|to\\s+be)\\b)(?:[^.;]|\\.(?=\\d)){0,90}?\\b(?:increas\\w*|rais\\w+|ris(?:es?|ing)|escalat\\w*|index\\w*|adjust\\w*|review\\w*|uplift\\w*|go(?:es)?\\s+up)\\b(?!\\s+to\\s+(?:[£$€]|[A-Z]{3}\\s?\\d))",
            Pattern.CASE_INSENSITIVE);

    private PriceStart() {}

    /** @param sum where the words of the price end */
    static Optional<TypedValue> of(String text, int sum) {
        Matcher moves = MOVES.matcher(text).region(sum, text.length());
        return Values.start(moves.find() ? text.substring(0, moves.start()) : text);
    }
}
