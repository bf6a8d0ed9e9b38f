package io.recital.ingestion.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of text looks like when nothing but its characters is known. */
final class LineShape {
    private static final int LONGEST_HEADING = 90;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-–—\\s\\[(]*(?i:page\\s*)?[-–—\\s]*(?:[A-Z]{1,2}-)?(?:\\p{Nd}{1,4}|[ivxl]{1,6})(?:\\s*(?i:of|/)\\s*\\p{Nd}{1,4})?[-–—\\s\\])]*");
    private static final Pattern BULLET =
            Pattern.compile("(?:[•●○▪■◦·∙‣*o§\\uF0B7\\uF0A7-]|[–—])[ \\t\\u00A0]+\\S.*", Pattern.DOTALL);
    private static final Pattern ENUMERATION = Pattern.compile(
            "(?:\\((?:[a-zA-Z]{1,2}|[ivxlIVXL]{1,6}|\\p{Nd}{1,3})\\)|(?:[a-zA-Z]|[ivxIVX]{1,5}|\\p{Nd}{1,2})\\))[ \\t\\u00A0]*\\S.*",
            Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3})+\\.?|\\p{Nd}{1,3}\\.|[A-Z]\\.|[IVX]{1,5}\\.)[ \\t\\u00A0]+\\S.*",
            Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile(
            "(?i:article|section|clause|part|schedule|exhibit|annex|appendix|attachment|addendum)[ \\u00A0]+(?:\\p{Nd}+(?:\\.\\p{Nd}+)*|[IVXLC]+|[A-Z](?:-\\p{Nd}+)?)\\b.*",
            Pattern.DOTALL);
    private static final Pattern LEADING_NUMBER =
            Pattern.compile("(?:\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3})*|[A-Z]|[IVX]{1,5})\\.?[ \\t\\u00A0]+");

    private LineShape() {}

    static boolean isPageNumber(String line) {
        String stripped = line.strip();
        return !stripped.isEmpty()
                && stripped.length() <= 20
                && PAGE_NUMBER.matcher(stripped).matches();
    }

    /** Starts with a bullet or a bracketed letter or number. */
    static boolean isListItem(String line) {
        String stripped = line.strip();
        return BULLET.matcher(stripped).matches()
                || ENUMERATION.matcher(stripped).matches();
    }

    /** Starts a numbered unit: {@code 7.}, {@code 7.2}, {@code A.}, {@code Section 4}. */
    static boolean isNumbered(String line) {
        String stripped = line.strip();
        return NUMBERED.matcher(stripped).matches() || PART.matcher(stripped).matches();
    }

    /** Short, alone on its line, without the end of a sentence, and either numbered, capitalised or a part's name. */
    static boolean isHeading(String line) {
        String stripped = line.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_HEADING || stripped.indexOf('\n') >= 0) {
            return false;
        }
        if (endsLikeASentence(stripped) || stripped.contains("____") || isListItem(stripped)) {
            return false;
        }
        if (PART.matcher(stripped).matches()) {
            return stripped.length() <= 70;
        }
        Matcher number = LEADING_NUMBER.matcher(stripped);
        boolean numbered = number.lookingAt();
        String words = numbered ? stripped.substring(number.end()) : stripped;
        return isAllCapitals(words) || (numbered && isTitleCase(words));
    }

    private static boolean endsLikeASentence(String line) {
        char last = line.charAt(line.length() - 1);
        boolean numberOnly = line.length() < 60 && last == '.' && isNumbered(line);
        return last == ';' || last == ',' || (last == '.' && !numberOnly);
    }

    static boolean isAllCapitals(String words) {
        long letters = words.codePoints().filter(Character::isLetter).count();
        return letters >= 3 && words.codePoints().noneMatch(Character::isLowerCase);
    }

    private static boolean isTitleCase(String words) {
        String[] parts = words.split("[\\s/-]+");
        if (parts.length > 12 || parts.length == 0) {
            return false;
        }
        for (String part : parts) {
            boolean shortWord = part.length() <= 4;
            if (!part.isEmpty() && Character.isLowerCase(part.codePointAt(0)) && !shortWord) {
                return false;
            }
        }
        return Character.isUpperCase(words.codePointAt(0));
    }
}
