package io.recital.models.clause;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the sentences of contract wording, so that segmentation and extraction cut at the same places.
 *
 * <p>Sentences cover everything but the white space between them, in text order, and never overlap. A list item counts
 * as a sentence, and so does a heading that stands in a paragraph of its own. A paragraph break inside a sentence (a
 * page break, say) does not end it when the next paragraph goes on in lower case.
 */
public final class SentenceSplitter {
    private static final String MARKER = "\\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\\d{1,2})\\)";
    private static final String BULLET = "[•●▪◦·*–-]";
    private static final String NUMBER = "\\d{1,3}(?:\\.\\d{1,3})*[.)]|\\d{1,3}(?:\\.\\d{1,3})+"
            + "|(?i:section|article|clause|schedule|exhibit)\\h+(?:\\d+(?:\\.\\d+)*|[IVX]+|[A-Z])[.:]?";
    private static final String AND = "(?:\\s*\\b(?:and/or|and|or)\\b)?,?";

    /**
     * Where a sentence may end: a paragraph break, a line that begins an item, a stop, or a list's semicolon. What is
     * none of them is passed over at once.
     */
    private static final Pattern BREAK = Pattern.compile("(?=[.?!;]|\\h*+\\R)(?:(?<paragraph>\\h*(?:\\R\\h*){2,})"
            + "|(?<item>\\h*\\R\\h*(?=(?:" + MARKER + "|" + BULLET + ")\\h|(?:" + NUMBER + ")\\h+[\\p{Lu}\"“(]))"
            + "|(?<stop>[.?!][\"”’')\\]]{0,3}\\s+)"
            + "|(?<list>;" + AND + "(?:\\s*(?=" + MARKER + "\\s|[•●▪◦·]\\s)|\\h*\\R\\s*)))");

    private SentenceSplitter() {}

    /** The sentences of the whole text. */
    public static List<Span> split(StoredText text) {
        return split(text, text.span());
    }

    /** The sentences that stand within a part of the text; spans count in the whole text. */
    public static List<Span> split(StoredText text, Span within) {
        String value = text.value();
        int end = text.utf16(within.end());
        List<Span> sentences = new ArrayList<>();
        int start = text.utf16(within.start());
        Matcher breaks = BREAK.matcher(value).region(start, end).useTransparentBounds(true);
        while (breaks.find()) {
            if (SentenceEnd.isEnd(value, start, breaks, end)) {
                add(text, start, breaks.end(), sentences);
                start = breaks.end();
            }
        }
        add(text, start, end, sentences);
        return sentences;
    }

    private static void add(StoredText text, int start, int end, List<Span> sentences) {
        String value = text.value();
        int from = start;
        int to = end;
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(value.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            sentences.add(text.spanOfUtf16(from, to));
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
