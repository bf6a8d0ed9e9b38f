package io.recital.extraction.rules.measure;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names by which an amendment and a credit clause speak of a measure: a code such as {@code SL4}, or its title. */
final class MeasureName {
    private static final Pattern TITLED = Pattern.compile("\\((?<title>[^()\\d][^()]{3,80})\\)");
    private static final Pattern PLACE = Pattern.compile(
            "\\s+(?:(?:as\\s+)?(?:set\\s+out|stated|specified|given|defined)\\s+)?(?:in|of|under)\\s+(?:(?:the\\s+)?table\\s+(?:in|at|of)\\s+)?(?:paragraph|section|clause|schedule|article|exhibit|annex|appendix|part)\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CODE =
            Pattern.compile("\\b(?:(?:SLA?|KPI|PI|AQL|M)[-.\\s]?|[A-Z]{1,3}-?)\\d{1,3}(?:\\.\\d{1,2})?\\b");

    /** What a cell may hold that has nothing but a code: there any letters are one. */
    private static final Pattern CODE_ALONE = Pattern.compile("[A-Z]{1,4}[-.\\s]?\\d{1,3}(?:\\.\\d{1,2})?");

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final Set<String> COMMON =
            Set.of(("service services level levels target credit credits percentage month monthly rate measure "
                            + "that this with each fees charges time supplier provider system schedule cloud tier "
                            + "performance indicator indicators liquidated damages")
                    .split(" "));
    private static final Set<String> UP = Set.of("uptime", "available", "accessible", "operational");

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
        int at = text.indexOf(code);
        while (at >= 0) {
            int end = at + code.length();
            boolean begins = at == 0 || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.');
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
            at = text.indexOf(code, end);
        }
        return false;
    }

    /** Whether a cell holds a code alone. */
    static boolean isCode(String text) {
        return CODE_ALONE.matcher(text.strip()).matches()
                || CODE.matcher(text.strip()).matches();
    }

    /** Whether a text names measures by codes at all. */
    static boolean hasCodes(String text) {
        return CODE.matcher(text).find();
    }

    /** The telling words, with what contracts use for the same thing made equal. */
    static Set<String> tellingWords(String words) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(words.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            if (!COMMON.contains(word)) {
                found.add(UP.contains(word) ? "availability" : singular(word));
            }
        }
        return found;
    }

    private static String singular(String word) {
        return word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
