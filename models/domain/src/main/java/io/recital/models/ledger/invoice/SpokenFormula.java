package io.recital.models.ledger.invoice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula that says in words what others write in signs: {@code new price = base price × (0.6 + 0.4 × new index / base
 * index)}. It is written over in signs, and then read as any other.
 */
final class SpokenFormula {
    private static final String TIMES = "[×x*·∙⋅]";
    private static final String NOW = "(?:new|current|actual|latest|applicable|relevant|present)";
    private static final String THEN = "(?:base|old|original|initial|starting|reference|first|previous)";
    private static final String VALUE = "(?:index|value|CPI|RPI|PPI)";
    /** What the bracket is multiplied by. */
    private static final Pattern BASE_PRICE = Pattern.compile(
            "=\\s*(?:the\\s+)?(?:[\\p{L}\\d]+\\s+){0,5}(?:price|rate|fee|charge)s?(?:\\s+(?:of|in|stated\\s+in|under|according\\s+to)\\s+(?:[\\p{L}\\d.]+\\s*){1,4})?\\s*"
                    + TIMES + "\\s*(?=[(\\[]|\\d|" + NOW + "|" + VALUE + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INDEX_NOW = Pattern.compile(
            "\\b(?:" + NOW + "\\s+" + VALUE + "(?:\\s+value)?|" + VALUE + "[\\s_]+" + NOW + ")\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX_THEN = Pattern.compile(
            "\\b(?:" + THEN + "\\s+" + VALUE + "(?:\\s+value)?|" + VALUE + "[\\s_]+" + THEN + ")\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX_IS = Pattern.compile(
            "(?:(?<=[.;,(]\\s)|^|\\b(?:where|the)\\s+)(?:the\\s+)?[Ii]ndex\\s+(?:is|means|shall\\s+be)\\s+(?=the\\b)");
    private static final Pattern BASE_IS = Pattern.compile(
            "\\b(?:the\\s+)?base\\s+(?:is|means|shall\\s+be)\\s+(?=the\\s+(?:value|index|figure|level)\\b)",
            Pattern.CASE_INSENSITIVE);

    private SpokenFormula() {}

    /** The clause with its formula in signs; empty where it has none in words. */
    static Optional<String> inSigns(String words) {
        Matcher base = BASE_PRICE.matcher(words);
        if (!base.find()) {
            return Optional.empty();
        }
        String signs = base.replaceFirst("= P0 x ");
        signs = INDEX_THEN.matcher(signs).replaceAll("I0");
        signs = INDEX_NOW.matcher(signs).replaceAll("I1");
        signs = INDEX_IS.matcher(signs).replaceAll("I is ");
        signs = BASE_IS.matcher(signs).replaceAll("I0 is ");
        return signs.contains("I0") && signs.contains("I1") ? Optional.of(signs) : Optional.empty();
    }
}
