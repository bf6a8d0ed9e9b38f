package io.recital.extraction.rules.value;

import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises where a contract withholds a value: {@code [***]}, {@code [REDACTED]}, {@code XXXX}, {@code [●]}. */
public final class Redaction implements ValueParser {
    /** A regular expression (case-insensitive use) for a redaction marker. */
    static final String REGEX =
            "(?:[\\[(]\\s*(?:(?:\\*\\s*)+|●|•|redacted|omitted|x{2,}|\\.{3,}|…|confidential treatment"
                    + " requested|\\*+\\s*(?:redacted|confidential|omitted)[^\\])]{0,30}\\*+)\\s*[\\])]|\\*{3,}"
                    + "|(?<![a-z0-9])x{4,}(?![a-z0-9])|<redacted>)";

    private static final Pattern MARKER = Pattern.compile(REGEX, Pattern.CASE_INSENSITIVE);

    @Override
    public List<ValueMatch> findAll(String text) {
        List<ValueMatch> matches = new ArrayList<>();
        Matcher matcher = MARKER.matcher(text);
        while (matcher.find()) {
            matches.add(new ValueMatch(matcher.start(), matcher.end(), new TypedValue.Redacted(matcher.group())));
        }
        return matches;
    }
}
