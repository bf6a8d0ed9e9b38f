package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            Pattern.compile(NAME + "(?:(?: [Ss]tate)?[- ](?:law|governed))\\b"),
            Pattern.compile("[Gg]overned by (?:the )?" + NAME));
    private static final Pattern NEGATION = Pattern.compile("(?i)\\b(?:not|other than|except|outside|n't|non)\\b");
    private static final Set<String> AMERICAN = Set.of("us", "u.s", "usa", "american", "united states");
    /** Laws of the United States are those of one of its states. */
    private static final Pattern STATES = Pattern.compile(
            "(?i)\\b(?:united states|alabama|alaska|arizona|arkansas|california"
                    + "|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana"
                    + "|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire"
                    + "|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island"
                    + "|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming)\\b");

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
        if (AMERICAN.contains(name)) {
            return STATES.matcher(stated).find() != negated;
        }
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
