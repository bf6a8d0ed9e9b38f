package io.recital.extraction.rules.obligation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a passive says: what something is done to, and by whom where the words name a party.
 *
 * @param begin where the words for what it is done to begin
 * @param undergoer these words
 * @param agent who does it; null when nobody is named
 */
record PassiveSentence(
        int begin, String undergoer, @Nullable PartyMention agent) {
    private static final Pattern BY_AGENT = Pattern.compile(
            "\\bby\\s+(?:or\\s+on\\s+behalf\\s+of\\s+)?(?:either\\s+|both\\s+)?$", Pattern.CASE_INSENSITIVE);
    /** Another participle before {@code by}: what a party signed is not for that reason done by it. */
    private static final Pattern OTHER_PARTICIPLE = Pattern.compile(
            "\\s(?:\\w+ed|given|made|set|held|borne|sent|chosen|written|known)\\s+(?:in\\s+writing\\s+|\\w+ly\\s+)?by\\s+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OWN_PARTICIPLE = Pattern.compile(
            "(?:\\bbe|\\b(?:and|or)|,|\\bbe\\s+\\w+ly|\\b(?:not|also|then))$", Pattern.CASE_INSENSITIVE);
    /** Words after which a party named by {@code by} does something else. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "[;:]|^(?!\\s*be\\s+(?:terminated|cancel+ed|extended|renewed)\\b).*\\b(?:upon|if|when|after|until|unless|notice|before|except|only)\\b(?!\\s+by\\s+$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Words before a passive that do not simply name what it is done to. */
    private static final Pattern NO_UNDERGOER = Pattern.compile(
            "^$|^\\W*\\d|^\\W*(?:if|when|unless|where|while|as)\\b|\\b(?:is|are|was|were|has|have|shall|will|may|if|when|unless|which)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RELATIVE = Pattern.compile(
            "(?<=\\w)\\s*,?\\s+(?:(?:of|to|for|by|under|in)\\s+)?(?:that|which|who|whom|if\\s+any)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Where the words for what something is done to begin. */
    private static final Pattern CUT = Pattern.compile(
            "(?:;|:|\\b(?:provided|agree[sd]?|acknowledges?|understood) that\\b|,\\s+(?=(?:the|all|any|each|such|this|no)\\b)|,\\s+(?:and|but)\\s|^\\W*(?:note\\s+that|further|accordingly|however|therefore|consequently|at\\s+all\\s+times|in\\s+lieu\\s+of[^,]{3,60}),?\\s+)",
            Pattern.CASE_INSENSITIVE);

    private static final int FARTHEST_AGENT = 140;
    private static final int LONGEST_UNDERGOER = 220;

    /**
     * Reads what stands around a passive modal phrase.
     *
     * @param from where the phrase before it ends
     * @return empty when the words before it do not simply name what it is done to
     */
    static Optional<PassiveSentence> read(String text, List<PartyMention> mentions, ModalPhrase phrase, int from) {
        int begin = from + lastCut(text.substring(from, phrase.start()));
        String undergoer = text.substring(begin, phrase.start()).strip();
        Matcher relative = RELATIVE.matcher(undergoer);
        String head = relative.find() && relative.start() > 0 ? undergoer.substring(0, relative.start()) : undergoer;
        if (undergoer.length() > LONGEST_UNDERGOER || NO_UNDERGOER.matcher(head).find()) {
            return Optional.empty();
        }
        @Nullable
        PartyMention agent = mentions.stream()
                .filter(mention -> isAgent(text, phrase.end(), mention))
                .findFirst()
                .orElse(null);
        return Optional.of(new PassiveSentence(begin, undergoer, agent));
    }

    private static int lastCut(String before) {
        Matcher cut = CUT.matcher(before);
        int last = 0;
        while (cut.find()) {
            last = cut.end();
        }
        return last;
    }

    private static boolean isAgent(String text, int from, PartyMention mention) {
        if (mention.start() < from || mention.start() - from > FARTHEST_AGENT) {
            return false;
        }
        String between = text.substring(from, mention.start());
        if (!BY_AGENT.matcher(between).find() || ELSEWHERE.matcher(between).find()) {
            return false;
        }
        Matcher other = OTHER_PARTICIPLE.matcher(between);
        return !other.find()
                || OWN_PARTICIPLE
                        .matcher(between.substring(0, other.start()).strip())
                        .find();
    }
}
