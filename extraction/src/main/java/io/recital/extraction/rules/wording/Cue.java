package io.recital.extraction.rules.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Words of which a pattern needs one to be found at all. Looking for plain words is many times faster than looking for the
 * pattern, and most sentences hold none of them.
 */
public final class Cue {
    private static final Map<Pattern, Cue> KNOWN = new ConcurrentHashMap<>();

    private final List<String> words;

    private Cue(Set<String> words) {
        this.words = List.copyOf(words);
    }

    /** The cue of a pattern, worked out once: ask for patterns that are constants. */
    public static Cue of(Pattern pattern) {
        return KNOWN.computeIfAbsent(pattern, unknown -> new Cue(CueReader.read(unknown)));
    }

    /** Whether the pattern, a constant, is found in the text. */
    public static boolean find(Pattern pattern, String text) {
        return mayFind(pattern, text) && pattern.matcher(text).find();
    }

    /** False only when the pattern, a constant, cannot be found in the text. */
    public static boolean mayFind(Pattern pattern, String text) {
        return of(pattern).mayStandIn(fold(text));
    }

    /** What texts must be folded to before they are asked about. */
    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** False only when the pattern cannot be found in the folded text. */
    public boolean mayStandIn(String folded) {
        for (String word : words) {
            if (folded.contains(word)) {
                return true;
            }
        }
        return words.isEmpty();
    }

    /** The words; none when the pattern has no cue. */
    List<String> words() {
        return words;
    }
}
