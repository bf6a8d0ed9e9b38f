package io.recital.models.family;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a sentence names a clause by its heading, such as {@code the clause headed Termination} or {@code the Payment clause}. */
final class HeadingMention {
    private static final String CLAUSE =
            "(?:(?:sub-?)?clauses?|sections?|articles?|paragraphs?|provisions?|conditions?|terms|chapter|part)";
    private static final String OF =
            "(?:of|in|under)\\s+(?:the|this|our)\\s+(?:\\p{L}+\\s+){0,4}?(?:Agreement|Contract|Order|Terms|Conditions)\\s+";
    private static final String CALLED =
            "(?:(?:that|which)\\s+(?:is|are)\\s+)?(?:headed|entitled|titled|called|captioned|named|marked|headlined|(?:under|with|bearing|that\\s+bears)\\s+the\\s+(?:heading|title|caption)(?:\\s+of)?)\\s+";
    private static final String OPEN = "[“\"'‘«„]";
    private static final String CLOSE = "[,.]?[”\"'’»“]";

    private HeadingMention() {}

    /**
     * All ways to name it.
     *
     * @param inTheDocumentItself whether the same heading of a schedule is another one
     */
    static Pattern of(String heading, boolean inTheDocumentItself) {
        String words =
                Arrays.stream(heading.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        String quoted = OPEN + "\\s*" + words + "\\s*" + CLOSE;
        String either = "(?:" + quoted + "|" + words + "(?![\\p{L}\\p{N}]|\\s+(?-i:\\p{Lu})))";
        String elsewhere = inTheDocumentItself ? "(?!\\s+(?:of|in|to)\\s+(?:the\\s+)?" + ClauseMention.PARTS + ")" : "";
        return Pattern.compile(
                "(?:\\b" + CLAUSE + "\\s+(?:" + OF + ")?" + CALLED + either
                        + "|\\b" + CLAUSE + "\\s+" + quoted
                        + "|\\bthe\\s+(?:" + quoted + "|" + words + ")\\s+" + CLAUSE + "\\b"
                        + "|\\b(?:under|in|at)\\s+(?:the\\s+heading\\s+)?" + quoted
                        + "|\\bunder\\s+the\\s+heading\\s+(?:of\\s+)?" + either
                        + ")" + elsewhere,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
