package io.recital.extraction.rules.statement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks of Markdown and HTML inside a sentence, which say how it looks and not what it says. */
public final class Markup {
    private static final Pattern MARKS = Pattern.compile(
            "</?[a-zA-Z][a-zA-Z0-9]{0,12}(?:\\s+[\\w:-]{1,30}\\s*=\\s*(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'))*\\s*/?>|(?<![*_])(?:\\*\\*|__)(?![*_])");

    private Markup() {}

    /** The text at equal length with its marks turned into blanks; the text itself where it has none. */
    public static String blanked(String text) {
        if (text.indexOf('<') < 0 && !text.contains("**") && !text.contains("__")) {
            return text;
        }
        Matcher mark = MARKS.matcher(text);
        StringBuilder plain = new StringBuilder(text);
        while (mark.find()) {
            plain.replace(mark.start(), mark.end(), " ".repeat(mark.end() - mark.start()));
        }
        return plain.toString();
    }
}
