package io.recital.extraction.rules.value;

import io.recital.models.finding.TypedValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a number of whatever the contract counts, in its own words: {@code five (5) personal appearances}, {@code 20 spots}. */
public final class CountParser {
    private static final Pattern COUNT = Pattern.compile(
            "\\G\\s*(?:(?:a\\s+total\\s+of|approximately|the|an?\\s+aggregate\\s+of)\\s+)*+" + Numeral.regex()
                    + "\\s*(?:(?<scale>million|thousand)\\s+)?(?<unit>(?:[\\p{L}’'/-]+\\s+){0,3}?[\\p{L}’'-]{2,}(?<![sSiIuU])s)(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "(?:.*\\s)?(?:days|weeks|months|years|quarters|minutes|seconds|terms|periods|parties|dollars|cents|euros|times|percents?|basis|has|was|is|this|as|its|shares|votes|directors|members|hours['’]|points)|(?:.*\\s)?(?:of|in|on|per|for|to|and|or|the|from|by|business|calendar|percent|that|which|if|a|an|each|any|all)\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The number that stands at an index, with what it counts; empty for lengths of time, money and shares. */
    public Optional<ValueMatch> at(String text, int from) {
        Matcher count = COUNT.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!count.find() || OTHER.matcher(count.group("unit")).matches()) {
            return Optional.empty();
        }
        String unit = count.group("unit").replaceAll("\\s+", " ").strip();
        int places = places(count.group("scale"));
        return Numeral.of(count)
                .as(number -> Optional.of(new TypedValue.Quantity(number.movePointRight(places), unit)))
                .map(value -> new ValueMatch(count.start(), count.end(), value));
    }

    private static int places(@Nullable String scale) {
        if (scale == null) {
            return 0;
        }
        return scale.toLowerCase(Locale.ROOT).equals("million") ? 6 : 3;
    }
}
