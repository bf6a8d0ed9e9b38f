package io.recital.retrieval.plan;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content words of a text, cut to their stems so that "terminates" and "termination" meet. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.'’][\\p{L}\\p{N}]+)*");
    private static final int STEM = 6;
    private static final Set<String> EMPTY = Set.of("""
            a about according after agreement all an and any are as at be been before between by can clause
            contract contracts did do does for from had has have how i if in into is it its long many may
            me much must my of on or our say says shall should tell that the their there they this to under
            us was we were what when where which who whom whose why will with would you your""".split("\\s+"));

    private Words() {}

    /** The stems of a text, in lower case, in the order in which they stand. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group().replaceAll("['’]s$", "");
            if (!EMPTY.contains(word)) {
                words.add(word.length() > STEM ? word.substring(0, STEM) : word);
            }
        }
        return words;
    }

    /** The share of wanted words that are there; 1 when none is wanted. */
    public static double coverage(Set<String> wanted, Set<String> there) {
        if (wanted.isEmpty()) {
            return 1;
        }
        return (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }
}
