package io.recital.extraction.rules.wording;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads from a regular expression words of which every match holds at least one. What it does not know it takes for
 * something that may match anything, so that it never names too few.
 */
final class CueReader {
    private static final int SHORTEST = 3;
    private static final int MOST = 40;
    /** Letters that mean something of their own after a backslash, and nothing with what follows. */
    private static final String SIMPLE = "dDwWsSbBhHvVRXAzZGtnrfae";

    private static final int UNREADABLE = Pattern.LITERAL | Pattern.COMMENTS | Pattern.UNICODE_CASE;

    /** Longer words are rarer; of equally long ones fewer are. */
    private static final Comparator<Set<String>> RARER = Comparator.<Set<String>>comparingInt(
                    words -> words.stream().mapToInt(String::length).min().orElse(0))
            .thenComparing(Comparator.<Set<String>>comparingInt(Set::size).reversed());

    private final String regex;
    private int at;
    /** Met something that it cannot pass over. */
    private boolean lost;

    private CueReader(String regex) {
        this.regex = regex;
    }

    /** The words, in lower case; empty when no useful ones are sure. */
    static Set<String> read(Pattern pattern) {
        if ((pattern.flags() & UNREADABLE) != 0 || pattern.pattern().matches("(?s).*\\(\\?[a-zA-Z]*[uUx].*")) {
            return Set.of();
        }
        CueReader reader = new CueReader(pattern.pattern());
        Set<String> words = reader.alternatives();
        return reader.lost || reader.at < reader.regex.length() || words.size() > MOST ? Set.of() : words;
    }

    /** One of several: each must have words. Ends at the end or before a closing parenthesis. */
    private Set<String> alternatives() {
        Set<String> all = new HashSet<>();
        boolean sure = true;
        while (true) {
            Set<String> one = sequence();
            sure &= !one.isEmpty();
            all.addAll(one);
            if (at >= regex.length() || regex.charAt(at) == ')') {
                return sure ? all : Set.of();
            }
            at++;
        }
    }

    /** One after the other: the rarest words of any part will do. */
    private Set<String> sequence() {
        Set<String> best = Set.of();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char c = regex.charAt(at);
            if (c == '(') {
                best = rarer(rarer(best, word(run)), group());
            } else if (isPlain(c) && !isQuantifier(at + 1)) {
                run.append(c);
                at++;
            } else if (isPlain(c)) {
                at++;
                if (!optional()) {
                    run.append(c);
                }
                best = rarer(best, word(run));
            } else {
                best = rarer(best, word(run));
                skipAtom();
                optional();
            }
        }
        return rarer(best, word(run));
    }

    private static Set<String> rarer(Set<String> a, Set<String> b) {
        return RARER.compare(a, b) >= 0 ? a : b;
    }

    /** The run as a word when it is long enough, and a new run begins. */
    private static Set<String> word(StringBuilder run) {
        String word = run.toString().toLowerCase(Locale.ROOT);
        run.setLength(0);
        return word.length() >= SHORTEST ? Set.of(word) : Set.of();
    }

    private Set<String> group() {
        at++;
        boolean aside = false;
        if (regex.startsWith("?", at)) {
            boolean behind = regex.startsWith("?<=", at) || regex.startsWith("?<!", at);
            aside = behind || regex.startsWith("?=", at) || regex.startsWith("?!", at);
            at += behind ? 3 : 2;
            while (!aside && ":>)".indexOf(regex.charAt(at - 1)) < 0) {
                at++;
            }
            if (regex.charAt(at - 1) == ')') {
                return Set.of();
            }
        }
        Set<String> inside = alternatives();
        at++;
        return optional() || aside ? Set.of() : inside;
    }

    private static boolean isPlain(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || " ,;:/%&@#_'\"<>=~!-".indexOf(c) >= 0);
    }

    private boolean isQuantifier(int index) {
        return index < regex.length() && "?*+{".indexOf(regex.charAt(index)) >= 0;
    }

    /** Passes over a quantifier when there is one; whether it allows for nothing. */
    private boolean optional() {
        if (!isQuantifier(at)) {
            return false;
        }
        boolean nothing = regex.charAt(at) == '?' || regex.charAt(at) == '*' || regex.startsWith("{0", at);
        at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return nothing;
    }

    /** Passes over a class, an escape, a quotation or a sign. */
    private void skipAtom() {
        if (regex.charAt(at) == '[') {
            skipClass();
        } else if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at);
            at = end < 0 ? regex.length() : end + 2;
        } else if (regex.charAt(at) == '\\') {
            skipEscape();
        } else {
            at++;
        }
    }

    private void skipEscape() {
        char escaped = regex.charAt(at + 1);
        at += 2;
        if (escaped == 'k' || ((escaped == 'p' || escaped == 'P') && regex.startsWith("{", at))) {
            at = regex.indexOf(escaped == 'k' ? '>' : '}', at) + 1;
        } else if (escaped == 'p' || escaped == 'P') {
            at++;
        } else if (Character.isLetterOrDigit(escaped) && SIMPLE.indexOf(escaped) < 0) {
            lost = true;
        }
    }

    private void skipClass() {
        int depth = 0;
        do {
            char c = regex.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                depth++;
                at += regex.startsWith("^", at + 1) ? 1 : 0;
                at += regex.startsWith("]", at + 1) ? 1 : 0;
            } else if (c == ']') {
                depth--;
            }
            at++;
        } while (depth > 0);
    }
}
