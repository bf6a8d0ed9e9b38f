package io.recital.retrieval.plan;

import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** Behind these, a question that began with naming what it is about asks at last. */
    private static final Pattern BEGINS_ANEW = Pattern.compile("[;:]\\s+(?=[^;:]*$)");

    private static final Pattern DOCUMENT = Pattern.compile(
            "(?i)(?:annex|schedule|exhibit|appendix|attachment|amendment|addendum|order|no\\.?|number)");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d{1,3}|[A-Z])(?:['’]s)?[?.,:;]*");
    /** Words with a capital in what only names a contract. */
    private static final double LEAST_NAMES = 0.4;

    private BareQuestion() {}

    /**
     * The question without the capitalised words that are names; as it is where nothing would be left to ask.
     *
     * @param names words in lower case
     */
    static String of(String question, Set<String> names) {
        List<String> kept = new ArrayList<>();
        boolean afterDocument = false;
        for (String word : BLANKS.split(withoutNaming(question.strip()))) {
            Set<String> bare = NameWords.of(word);
            boolean numbers = afterDocument && NUMBER.matcher(word).matches();
            boolean named = numbers
                    || (!kept.isEmpty() && NameWords.isCapitalised(word) && !bare.isEmpty() && names.containsAll(bare));
            afterDocument = named && DOCUMENT.matcher(word).matches();
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

    /** What follows after the contract's title and parties, as in "Consider the Lease between A and B; who pays?". */
    private static String withoutNaming(String question) {
        Matcher anew = BEGINS_ANEW.matcher(question);
        if (!anew.find() || Words.of(question.substring(anew.end())).isEmpty()) {
            return question;
        }
        List<String> words = Arrays.stream(BLANKS.split(question.substring(0, anew.start())))
                .filter(word -> !Words.of(word).isEmpty())
                .toList();
        long names = words.stream().filter(NameWords::isCapitalised).count();
        return names >= LEAST_NAMES * words.size() && names > 0 ? question.substring(anew.end()) : question;
    }
}
