package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A law that a question names, such as "English law" or "the law of New York".
 *
 * @param name in lower case
 * @param negated whether the contracts asked for are those under another law
 */
public record LawName(String name, boolean negated) {
    private static final String NAME = "((?!Which|What|Whose)\\p{Lu}[\\p{L}.]*(?:(?: and| of)? \\p{Lu}[\\p{L}.]*)*)";
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile(
                    "(?i:\\b(?:under|by|has|have|with|to|choose|follow)) (?:the )?(?:[Ll]aws?|jurisdiction) of (?:the )?"
                            + "(?:[Ss]tate of )?" + NAME),
            Pattern.compile(NAME + "(?:[- ](?:law|governed))\\b"),
            Pattern.compile("[Gg]overned by (?:the )?" + NAME));
    private static final Pattern NEGATION = Pattern.compile("(?i)\\b(?:not|other than|except|outside|n't|non)\\b");
    private static final int STEM = 4;
    /** Of adjectives that do not begin like the country. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("french", "franc"),
            Map.entry("dutch", "netherland"),
            Map.entry("swiss", "switzerland"),
            Map.entry("irish", "ireland"),
            Map.entry("spanish", "spain"),
            Map.entry("danish", "denmark"),
            Map.entry("polish", "poland"),
            Map.entry("welsh", "wales"),
            Map.entry("scots", "scot"),
            Map.entry("greek", "greece"),
            Map.entry("british", "england"),
            Map.entry("uk", "england"),
            Map.entry("swedish", "swed"),
            Map.entry("turkish", "turk"));

    public LawName {
        requireNonNull(name, "name");
    }

    /** The law that a question names as a condition; empty when it names none. */
    public static Optional<LawName> in(String question) {
        for (Pattern pattern : NAMED) {
            Matcher matcher = pattern.matcher(question);
            if (matcher.find()) {
                boolean negated =
                        NEGATION.matcher(question.substring(0, matcher.start())).find();
                String name = matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
                return Optional.of(new LawName(name, negated));
            }
        }
        return Optional.empty();
    }

    /** Whether a law, as a contract states it, is this one; negated, whether it is another. */
    public boolean fits(String stated) {
        String known = COUNTRIES.getOrDefault(name, name);
        String stem = known.contains(" ") ? known : known.substring(0, Math.min(stem(known), known.length()));
        boolean same = Pattern.compile("\\b" + Pattern.quote(stem))
                .matcher(stated.toLowerCase(Locale.ROOT))
                .find();
        return same != negated;
    }

    private int stem(String known) {
        return COUNTRIES.containsKey(name) ? known.length() : Math.max(STEM, known.length() - 3);
    }
}
