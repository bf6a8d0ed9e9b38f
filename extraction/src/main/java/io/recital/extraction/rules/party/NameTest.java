package io.recital.extraction.rules.party;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a party's name from the other capitalised words of an opening. */
final class NameTest {
    private static final Pattern DESCRIPTOR = Pattern.compile(
            "\\G\\s*,?\\s*(?:\\([^)]{0,60}\\)\\s*,?\\s*)?(?:(?-i:\\p{Lu}[a-z]+),\\s+)?"
                    + "(?:an?\\s+(?:[\\w.’'-]+\\s+){0,6}?(?:corporation|company|partnership|individual|trust"
                    + "|bank|association|organi[sz]ation|entity|subsidiary|university|agency|division|firm|person|resident|institution|city|town)"
                    + "|(?:having|with)\\s+(?:its|an?|offices?|his|her|their|principal|registered)|whose|located\\s+at|(?:duly\\s+)?(?:incorporated|organi[sz]ed|registered)"
                    + "|of\\s+\\d|residing|doing\\s+business|a\\s+\\w+\\s+\\w+|acting\\s+(?:by|through|as)|(?:on\\s+behalf\\s+of|for)\\s+itself"
                    + "|(?:and|together\\s+with)\\s+its\\s+(?:affiliates|subsidiaries)|(?:herein(?:after)?|hereafter)\\s)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_NAMES = Set.of(
            "the",
            "this",
            "agreement",
            "effective date",
            "parties",
            "party",
            "a",
            "an",
            "delaware",
            "new york",
            "california",
            "texas",
            "nevada",
            "florida",
            "whereas",
            "usa",
            "united states",
            "its",
            "exhibit",
            "section",
            "schedule",
            "each",
            "in",
            "it",
            "no",
            "whose",
            "pursuant",
            "subject",
            "if",
            "for");
    private static final Pattern NO_NAME = Pattern.compile(
            "^(?i:this|these|company|bank|trust|corporation|\\d{1,2}\\.|wales|section|article|state\\s+of|commonwealth\\s+of|laws)\\b(?!\\s+\\w+\\s+(?:inc|llc|ltd))"
                    + "|(?i)\\b(?:agreement|exhibit|article|amendment)s?\\b");
    private static final Pattern FIGURES = Pattern.compile("[\\d.,/-]+.{0,2}");
    private static final Pattern GOES_ON = Pattern.compile("\\G\\s*[,(]");
    private static final int NEAR = 3;
    private static final int FAR = 400;

    private NameTest() {}

    /**
     * Whether a range is a name.
     *
     * @param to where the list of parties ends
     * @param begins whether a party begins here for certain, after "and" or a number
     */
    static boolean passes(String text, int start, int end, int to, boolean begins) {
        String words = text.substring(start, end).strip();
        if (words.length() < 2
                || NO_NAMES.contains(words.toLowerCase(Locale.ROOT))
                || FIGURES.matcher(words).matches()
                || text.startsWith("Source: ", Math.max(0, start - 8))
                || NO_NAME.matcher(words).find()) {
            return false;
        }
        return PartyName.isCompany(words)
                || DESCRIPTOR.matcher(text).region(end, to).lookingAt()
                || isAliased(text, end, to, begins);
    }

    private static boolean isAliased(String text, int end, int to, boolean begins) {
        int until = Math.min(to, end + FAR);
        return Alias.find(text, end, until)
                .filter(alias -> alias.start() <= end + NEAR + 2
                        || text.substring(end, alias.start()).isBlank()
                        || (begins
                                && GOES_ON.matcher(text).region(end, to).lookingAt()
                                && isOneParty(text, end, alias.start())))
                .isPresent();
    }

    private static boolean isOneParty(String text, int end, int alias) {
        return !text.substring(end, alias)
                .matches("(?s).*(?:\\.\\s+\\p{Lu}|;|\\n\\s*\\n|\\band\\s+(?:the\\s+)?\\p{Lu}).*");
    }
}
