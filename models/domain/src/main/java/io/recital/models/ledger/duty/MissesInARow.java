package io.recital.models.ledger.duty;

import io.recital.models.wording.SpelledNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often running a level must be missed for what a clause sets to follow. */
final class MissesInARow {
    private static final String UNIT =
            "(?:calendar\\s+|measurement\\s+|reporting\\s+|service\\s+)?(?:months?|quarters?|periods?|weeks?|years?|reports?|times?|occasions?)";
    private static final String RUNNING =
            "(?:running|in\\s+a\\s+row|in\\s+succession|consecutively|one\\s+after\\s+(?:the\\s+other|another))";
    private static final String FOLLOWING = "(?:consecutive|successive|straight)";
    private static final Pattern IN_A_ROW = Pattern.compile(
            "\\b(?:(?<times>" + SpelledNumber.REGEX + ")\\s+(?:or\\s+more\\s+)?|(?<nth>" + SpelledNumber.ORDINAL
                    + ")\\s+)(?:" + FOLLOWING + "\\s+" + UNIT + "|" + UNIT + "\\s+" + RUNNING + ")\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TWICE = Pattern.compile("\\btwice\\s+" + RUNNING, Pattern.CASE_INSENSITIVE);
    /** More than one miss, and not, or not surely, one after another. */
    private static final Pattern SEVERAL = Pattern.compile(
            "\\b(?:twice|thrice|repeatedly|persistent(?:ly)?|(?:two|three|four|five|six|[2-6])\\s+(?:\\(\\d\\)\\s+)?(?:or\\s+more\\s+)?(?:"
                    + UNIT + "|of\\s+(?:any|the|a)|out\\s+of)|(?:second|third|fourth)\\s+" + UNIT + ")\\b",
            Pattern.CASE_INSENSITIVE);

    private MissesInARow() {}

    /** The number, one where the words speak of a single miss; empty where they count in another way. */
    static Optional<Integer> in(String condition) {
        Matcher row = IN_A_ROW.matcher(condition);
        if (row.find()) {
            Optional<Integer> times = row.group("times") == null
                    ? SpelledNumber.parseOrdinal(row.group("nth"))
                    : SpelledNumber.parse(row.group("times"));
            return times.filter(count -> count > 0);
        }
        if (TWICE.matcher(condition).find()) {
            return Optional.of(2);
        }
        return SEVERAL.matcher(condition).find() ? Optional.empty() : Optional.of(1);
    }
}
