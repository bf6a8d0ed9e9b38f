package io.recital.extraction.rules.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell calls a measure, apart from how it is taken: {@code Cleanliness: mean of the audits made in the month}.
 *
 * @param metric null where the cell says no more than the name
 */
record MeasureTitle(String name, @Nullable String metric) {
    private static final Pattern AND_HOW =
            Pattern.compile("^(?<name>[^:.;]{3,60}?)\\s*(?::|\\s[–—-])\\s+(?<metric>.{8,})$", Pattern.DOTALL);
    private static final Pattern OUT_OF = Pattern.compile(
            "^(?<name>.{5,}?),\\s+(?:(?<scale>out\\s+of\\s+(?:\\d+|one\\s+hundred|ten|five)\\b.*)|(?:out\\s+of|divided\\s+by|as\\s+a\\s+(?:share|percentage)\\s+of)\\s+.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static MeasureTitle of(String cell) {
        Matcher how = AND_HOW.matcher(cell);
        if (how.matches()) {
            return new MeasureTitle(
                    how.group("name").strip(), how.group("metric").strip());
        }
        Matcher outOf = OUT_OF.matcher(cell);
        if (outOf.matches()) {
            return new MeasureTitle(outOf.group("name").strip(), outOf.group("scale") == null ? cell : null);
        }
        return new MeasureTitle(cell, null);
    }
}
