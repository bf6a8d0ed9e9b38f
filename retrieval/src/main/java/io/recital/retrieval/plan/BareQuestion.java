package io.recital.retrieval.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a question asks once the names of its contract are taken out: a search among one contract's passages would else
 * find the names, in headings and signatures.
 */
final class BareQuestion {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NOBODY = Pattern.compile("\\s(?:between|by|with)(?:\\s(?:and|the))+(?=\\s|\\?|$)");
    private static final Pattern LOOSE_END =
            Pattern.compile("(?:\\s*(?:,|\\b(?:between|and|of|with|by|for|the|in|under|to)\\b))+\\s*(?=\\?|$)");

    private BareQuestion() {}

    /**
     * The question without the capitalised words that are names; as it is where nothing would be left to ask.
     *
     * @param names words in lower case
     */
    static String of(String question, Set<String> names) {
        List<String> kept = new ArrayList<>();
        for (String word : BLANKS.split(question.strip())) {
            Set<String> bare = NameWords.of(word);
            boolean named =
                    !kept.isEmpty() && NameWords.isCapitalised(word) && !bare.isEmpty() && names.containsAll(bare);
            if (!named) {
                kept.add(word);
            } else if (word.endsWith("?")) {
                kept.add("?");
            }
        }
        String rest = NOBODY.matcher(String.join(" ", kept)).replaceAll("");
        String asked = LOOSE_END.matcher(rest).replaceAll("").strip();
        return Words.of(asked).isEmpty() ? question : asked;
    }
}
