package io.recital.models.clause;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a place where a sentence may end is one: abbreviations, initials and section numbers are not. */
final class SentenceEnd {
    /** Never the last word of a sentence. */
    private static final Set<String> ABBREVIATIONS = words("""
            no nos arts sec secs sect para paras cl ex e.g eg i.e ie mr mrs ms dr prof st vs v approx dept
            fig jan feb mar apr jun jul aug sep sept oct nov dec viz cf pp vol attn tel fax blvd bldg
            messrs hon gen rev incl excl ref reg ca ave rd ste
            """);

    /** Sometimes the last word of a sentence: what follows decides. */
    private static final Set<String> NAMES = words("""
            inc corp ltd co llc l.l.c l.p lp plc u.s u.s.a u.k e.u d.c etc jr sr a.m p.m s.a n.v b.v n.a
            gmbh a.g s.p.a s.r.l cos bros assoc ph.d esq art al dist int'l del cal mass min max est
            """);

    private static final Set<String> STARTERS = words("""
            the this these those that if in any each every neither either all no such for upon subject
            notwithstanding except where when it its a an at on by to as from unless until during without
            within nothing both should with after before however further provided section article company's
            we you they there under pursuant payment payments following none failure other once while
            accordingly additionally thereafter
            """);

    /** A sentence so far that is only a number or a heading's label. */
    private static final Pattern LABEL = Pattern.compile(
            "\\s*(?:(?:section|article|clause|schedule|exhibit|annex|appendix|attachment|part|paragraph|item|no)\\b\\.?\\h*)?"
                    + "(?:\\(?[a-z0-9]{1,4}\\)?[.\\-]?)?(?:\\d+\\.)*(?:\\d+|[ivxlc]+|[a-z])?\\)?",
            Pattern.CASE_INSENSITIVE);

    /** A number in words at the end of a line: what follows in brackets says it again in figures. */
    private static final Pattern SAID_IN_WORDS = Pattern.compile(
            "\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
                    + "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ]\\p{Ll}+)?|hundred|thousand)\\z",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FIGURE = Pattern.compile("\\(\\d{1,3}\\)");

    private SentenceEnd() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    static boolean isEnd(String text, int sentenceStart, Matcher found, int end) {
        if (found.end() >= end) {
            return true;
        }
        if (found.group("paragraph") != null) {
            return endsParagraph(text, sentenceStart, found.start(), found.end());
        }
        if (found.group("item") != null
                && SAID_IN_WORDS
                        .matcher(text)
                        .region(sentenceStart, found.start())
                        .find()) {
            return !FIGURE.matcher(text).region(found.end(), end).lookingAt();
        }
        return found.group("stop") == null || endsAtStop(text, sentenceStart, found.start(), found.end());
    }

    private static boolean endsParagraph(String text, int sentenceStart, int before, int next) {
        char last = before > sentenceStart ? text.charAt(before - 1) : '.';
        boolean goesOn = Character.isLowerCase(text.codePointAt(next)) && ".;:!?".indexOf(last) < 0;
        return !goesOn;
    }

    private static boolean endsAtStop(String text, int sentenceStart, int stop, int next) {
        if (!mayBegin(text, next)) {
            return false;
        }
        if (text.charAt(stop) != '.') {
            return true;
        }
        if (LABEL.matcher(text).region(sentenceStart, stop).matches()) {
            return false;
        }
        String word = wordBefore(text, sentenceStart, stop);
        if (ABBREVIATIONS.contains(word)) {
            return false;
        }
        if (NAMES.contains(word) || isInitial(text, stop, word)) {
            return startsNew(text, next);
        }
        return true;
    }

    private static boolean mayBegin(String text, int next) {
        int c = text.codePointAt(next);
        return Character.isUpperCase(c)
                || Character.isTitleCase(c)
                || Character.isDigit(c)
                || (Character.isLetter(c) && !Character.isLowerCase(c))
                || "\"“‘'([§•●▪◦·*–-_".indexOf(c) >= 0;
    }

    private static boolean isInitial(String text, int stop, String word) {
        return word.length() == 1 && Character.isUpperCase(text.charAt(stop - 1));
    }

    private static boolean startsNew(String text, int next) {
        int end = next;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '\'')) {
            end++;
        }
        return STARTERS.contains(text.substring(next, end).toLowerCase(Locale.ROOT));
    }

    /** The word that a stop follows, in lower case, inner stops kept. */
    private static String wordBefore(String text, int sentenceStart, int stop) {
        int start = stop;
        while (start > sentenceStart && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, stop).toLowerCase(Locale.ROOT);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c) || c == '.' || c == '\'';
    }
}
