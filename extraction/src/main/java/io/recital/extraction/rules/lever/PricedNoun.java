package io.recital.extraction.rules.lever;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which contracts speak of what is paid: {@code the Management Fee}, {@code our day rates}. */
final class PricedNoun {
    /** A price, whatever it is called. */
    static final String WORDS =
            "(?:prices?(?!\\s+ind)|(?:sur)?charges?|fees?|rates?(?!\\s+of\\s+(?:interest|exchange|inflation))|pricing|compensation|rents?|rentals?|subsid(?:y|ies)|tariffs?|remuneration|retainers?|hire|tolls?|MRCs?|NRCs?|subscriptions?|(?:monthly|annual|quarterly|weekly|service|standing|flat)\\s+(?:payments?|sums?|amounts?)|contract\\s+(?:price|sum))";

    static final Pattern ANY = Pattern.compile("\\b" + WORDS + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOUN = Pattern.compile(
            "\\b(?:(?:the|our|its|their|your|all|each|every|an?|any|these|those)\\s+)(?<noun>(?:(?!(?:by|to|of|in|and|or|may|shall|will|is|are|be|with|for|the|each|every|any|all|our)\\b)[\\p{L}’'-]+\\s+){0,4}?"
                    + WORDS + "(?:\\s+and\\s+(?:(?:the|all|our)\\s+)?(?:[\\p{L}’'-]+\\s+){0,3}?" + WORDS
                    + ")?(?:\\s+(?:for|of)\\s+(?:the\\s+)?[\\p{L} -]{3,40}?(?=\\s+(?:by|shall|will|may|is|are|be)\\b))?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_A_PRICE = Pattern.compile(
            "\\b(?:interest|exchange|base|credit|failure|response|success|fill|tax|conversion|exercise|lending|bank)\\s+(?:rate|price|charge)s?\\b",
            Pattern.CASE_INSENSITIVE);

    private PricedNoun() {}

    /** The first such words of a text. */
    static Optional<String> find(String text) {
        if (NOT_A_PRICE.matcher(text).find() || !ANY.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher noun = NOUN.matcher(text);
        Matcher any = ANY.matcher(text);
        return noun.find()
                ? Optional.of(noun.group("noun").strip())
                : any.find() ? Optional.of(any.group()) : Optional.empty();
    }

    /** Whether a sentence before has priced a thing of that name. */
    static boolean in(String before, String thing) {
        String name = thing.toLowerCase(Locale.ROOT).replaceFirst("^(?:the|our|each)\\s+", "");
        return name.length() > 3
                && before.toLowerCase(Locale.ROOT).contains(name)
                && !Values.MONEY.findAll(before).isEmpty();
    }
}
