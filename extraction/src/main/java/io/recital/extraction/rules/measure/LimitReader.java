package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how much is credited at most, and by when a credit must be claimed. */
final class LimitReader {
    private static final Pattern CAP = Pattern.compile(
            "(?:,\\s*at\\s+most|,\\s*(?:but\\s+)?up\\s+to|\\bhöchstens|\\bnot\\s+to\\s+exceed|\\bnever\\s+by\\s+more\\s+than)\\s+|\\b(?:(?:not|in\\s+no\\s+(?:event|case|month)|never)\\s+(?:in\\s+(?:the\\s+)?(?:aggregate|total)\\s+)?exceed(?:ing|s)?"
                    + "|capped\\s+at|up\\s+to\\s+a\\s+maximum\\s+of|maximum\\s+of|limited\\s+to|restricted\\s+to|in\\s+an\\s+amount\\s+more\\s+than|no\\s+more\\s+than"
                    + "|but\\s+(?:in\\s+any\\s+(?:event|case)\\s+)?not\\s+more\\s+than|(?:maximum|cap)\\b[^.]{0,80}?\\b(?:is|be|of))\\s+",
            Pattern.CASE_INSENSITIVE);
    /** What makes “but not more than 8 hours” the end of a band, and no limit of a credit. */
    private static final Pattern BAND_BEFORE = Pattern.compile(
            "\\b(?:(?:more|less|greater|higher|longer|fewer|later)\\s+than|over|above|below|under|beyond|exceed(?:s|ing)?)\\s+(?:the\\s+)?[\\d.,]+\\s*(?:%|per\\s?cent|\\p{L}+)?\\s*,?\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLAIM = Pattern.compile(
            "\\b(?:claim(?:ed|s)?|request(?:ed|s)?|notify|notif(?:ies|ied)|appl(?:y|ies)\\s+for|submit(?:s|ted)?|raised?|declared?|ask(?:s|ed)?\\s+for|demand(?:s|ed)?|makes?\\s+(?:the|such|its|a)\\s+(?:written\\s+)?request|assert(?:s|ed)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SETTLED = Pattern.compile(
            "\\b(?:pa(?:y|ys|id)|issued?|deduct(?:ed|s)?|set\\s+off|applied|appl(?:y|ies)\\s+(?!for)|credit(?:s|ed)?\\s+(?:note|memo|it|the)|included?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:within|(?:no|not)\\s+later\\s+than|in\\s+the|until)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);
    private static final int FARTHEST_VALUE = 45;

    private final DurationParser durations = new DurationParser();

    /** The most that is credited. */
    Optional<ValueMatch> findCap(String words) {
        Matcher matcher = CAP.matcher(words);
        while (matcher.find()) {
            int from = matcher.end();
            if (BAND_BEFORE.matcher(words.substring(0, matcher.start())).find()) {
                continue;
            }
            Optional<ValueMatch> value = CreditValues.in(words).stream()
                    .filter(match -> match.start() >= from - 1 && match.start() <= from + FARTHEST_VALUE)
                    .findFirst();
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** The time within which a credit must be claimed. */
    Optional<TimeSpan> findClaim(String words) {
        Matcher claim = CLAIM.matcher(words);
        if (!claim.find()) {
            return Optional.empty();
        }
        int from = claim.end();
        return durations.findAll(words).stream()
                .filter(match -> match.start() > from
                        && WITHIN.matcher(words.substring(0, match.start())).find()
                        && !SETTLED.matcher(words.substring(from, match.start()))
                                .find())
                .filter(match -> match.value() instanceof TypedValue.Length)
                .map(match -> ((TypedValue.Length) match.value()).value())
                .findFirst();
    }
}
