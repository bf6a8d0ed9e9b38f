package io.recital.extraction.rules.wording;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence of an amendment leaves in force: the wording that it takes away is blanked, so that no rule reads a value that
 * no longer holds. The text keeps its length, so that places in it stay citable.
 */
public final class AmendedWording {
    private static final String CHANGED =
            "(?:chang|amend|increas|rais|reduc|decreas|lower|extend|shorten|revis|adjust|modif|updat|mov)(?:e?d|ied|es?|ies|ing)?";
    private static final String QUOTED = "[“\"‘'](?<old>[^”\"]{1,400}?)[”\"’']";
    private static final Pattern FROM_TO = Pattern.compile(
            "\\b" + CHANGED + "\\b[^.;]{0,60}?(?<old>\\bfrom\\s(?:[^.;]|\\.(?=\\d)){1,120}?)\\s(?=to\\s)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTE_REPLACED = Pattern.compile(
            QUOTED
                    + "\\s*,?\\s*(?:is|are|shall\\s+be|will\\s+be|being|and)?\\s*(?:hereby\\s+)?(?:(?:deleted|struck\\s+out|removed)\\s+and\\s+)?(?:replac|substitut|chang|amend)ed\\s+(?:in\\s+its\\s+entirety\\s+)?(?:by|with|to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTE_DELETED = Pattern.compile(
            "\\b(?:delet|strik|remov|replac|substitut)ing\\b[^“\"‘.;]{0,80}?" + QUOTED
                    + "(?=[^“\"]{0,80}?\\b(?:substitut|insert|replac|with|by|in\\s+(?:its|their)\\s+place)\\w*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE_DELETED = Pattern.compile(
            "\\b(?:delet|strik|remov|replac)ing\\s+(?<old>(?:the\\s+(?:figure|number|percentage|amount|words?|period|date)\\s+(?:of\\s+)?)?(?:[^“\".;]|\\.(?=\\d)){0,60}?\\d(?:[^“\".;]|\\.(?=\\d)){0,40}?)\\s+(?=(?:and\\s+)?(?:substitut|insert|replac)ing\\b|with\\s|by\\s)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE_REPLACED = Pattern.compile(
            "\\bthe\\s+(?:figure|number|percentage|amount|rate|sum|period|date)\\s+(?:of\\s+)?(?<old>(?:[^“\".;]|\\.(?=\\d)){1,60}?)\\s+(?:is|are|shall\\s+be)\\s+(?:hereby\\s+)?(?:deleted\\s+and\\s+)?(?:replac|substitut)ed\\s+(?:by|with)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> TAKES_AWAY =
            List.of(FROM_TO, QUOTE_REPLACED, QUOTE_DELETED, VALUE_DELETED, VALUE_REPLACED);

    private AmendedWording() {}

    /** The text at equal length without the wording that it takes away; the text itself where it takes away nothing. */
    public static String of(String text) {
        if (!text.contains(" to ") && !text.contains("ing ") && !text.contains("ed ")) {
            return text;
        }
        String left = text;
        String folded = Cue.fold(text);
        for (Pattern pattern : TAKES_AWAY) {
            if (Cue.of(pattern).mayStandIn(folded)) {
                left = blanked(left, pattern);
            }
        }
        return left;
    }

    /** Whether the text changes a value into another. */
    public static boolean changes(String text) {
        return !of(text).equals(text);
    }

    private static String blanked(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder left = new StringBuilder(text);
        while (matcher.find()) {
            String old = matcher.group("old");
            if (old.codePoints().anyMatch(Character::isDigit)) {
                for (int i = matcher.start("old"); i < matcher.end("old"); i++) {
                    left.setCharAt(i, ' ');
                }
            }
        }
        return left.toString();
    }
}
