package io.recital.extraction.rules.obligation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the two terms by which a text lets its parties act most often. */
final class ActingParties {
    private static final Pattern ACTS =
            Pattern.compile("\\b(?<who>\\p{Lu}[\\w-]+(?:\\s\\p{Lu}[\\w-]+)?|we|you)\\s+(?:shall|will|must|may)\\b");
    private static final Pattern ARTICLE = Pattern.compile("^(?:The|If|When|Where|Each|Such|Any|Only)\\s+(?=\\p{Lu})");

    /** Roles beside those of the two sides. */
    private static final Pattern OFFICE = Pattern.compile(
            "Officer|Agent|Committee|Manager|Affiliate|Trustee|Party|Recipient|Discloser|[Pp]rocessor|Controller|Member|Participant|Representative|Guarantor|Indemnit");

    private ActingParties() {}

    /** Two terms, the more frequent first; fewer when the text has fewer. */
    static List<String> of(String text, List<String> named) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher matcher = ACTS.matcher(text);
        while (matcher.find()) {
            String who = ARTICLE.matcher(matcher.group("who")).replaceFirst("");
            String term = who.equals("We") || who.equals("You") ? who.toLowerCase(Locale.ROOT) : who;
            if (isAParty(term, named)) {
                counts.merge(term, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(2)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isAParty(String term, List<String> named) {
        return term.equals("we")
                || term.equals("you")
                || named.contains(term)
                || (PartyWords.ROLES.contains(term) && !OFFICE.matcher(term).find());
    }
}
