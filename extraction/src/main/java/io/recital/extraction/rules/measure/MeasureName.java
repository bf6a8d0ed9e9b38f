package io.recital.extraction.rules.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names by which an amendment and a credit clause speak of a measure: a code such as {@code SL4}, or its title. */
final class MeasureName {
    private static final Pattern TITLED = Pattern.compile("\\((?<title>[^()\\d][^()]{3,80})\\)");
    private static final Pattern PLACE = Pattern.compile(
            "\\s+(?:(?:as\\s+)?(?:set\\s+out|stated|specified|given|defined)\\s+)?(?:in|of|under)\\s+(?:(?:the\\s+)?table\\s+(?:in|at|of)\\s+)?(?:paragraph|section|clause|schedule|article|exhibit|annex|appendix|part)\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CODE =
            Pattern.compile("\\b(?:SLA?|KPI|SL|PI|AQL|M)[-.\\s]?\\d{1,3}(?:\\.\\d{1,2})?\\b");

    private MeasureName() {}

    /** The measure that an amendment changes, without where it stands in the amended document. */
    static String amended(String words) {
        Matcher titled = TITLED.matcher(words);
        return titled.find()
                ? MeasureProse.tidy(titled.group("title"))
                : MeasureProse.tidy(PLACE.matcher(words).replaceFirst(""));
    }

    /** Whether a text speaks of a code such as {@code SL4}, and not merely of {@code SL41}. */
    static boolean names(String text, String code) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(code) + "(?![\\w])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    /** Whether a cell holds a code alone. */
    static boolean isCode(String text) {
        return CODE.matcher(text.strip()).matches();
    }

    /** Whether a text names measures by codes at all. */
    static boolean hasCodes(String text) {
        return CODE.matcher(text).find();
    }
}
