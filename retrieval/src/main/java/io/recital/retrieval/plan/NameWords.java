package io.recital.retrieval.plan;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of names and titles, as questions write them: with a capital. */
public final class NameWords {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern JOINTS = Pattern.compile("[\\s_/-]+");
    private static final Pattern OUTSIDE = Pattern.compile("^[^\\p{L}\\p{N}]+|(?:['’]s)?[^\\p{L}\\p{N}]*$");
    private static final Set<String> OF_EVERY_CONTRACT = Set.of("agreement", "contract", "amendment");

    private NameWords() {}

    /** The words of a name in lower case, without those that every contract's title holds. */
    public static Set<String> of(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : JOINTS.split(name)) {
            String bare = bare(word).toLowerCase(Locale.ROOT);
            if (!bare.isEmpty() && !OF_EVERY_CONTRACT.contains(bare)) {
                words.add(bare);
            }
        }
        return words;
    }

    /** The words of a question that are written with a capital, in lower case, without its first. */
    public static Set<String> capitalised(String question) {
        String[] words = BLANKS.split(question.strip());
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < words.length; i++) {
            if (isCapitalised(words[i])) {
                names.addAll(of(words[i]));
            }
        }
        return names;
    }

    /** Whether a word, quotation marks aside, begins with a capital. */
    public static boolean isCapitalised(String word) {
        String bare = bare(word);
        return !bare.isEmpty() && Character.isUpperCase(bare.codePointAt(0));
    }

    private static String bare(String word) {
        return OUTSIDE.matcher(word).replaceAll("");
    }
}
