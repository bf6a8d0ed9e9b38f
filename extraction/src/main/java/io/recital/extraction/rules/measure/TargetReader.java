package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.Redaction;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads targets: {@code at least 99.9%}, {@code ≤ 4 hours}, {@code within fifteen (15) minutes}, {@code 0 errors}. */
final class TargetReader {
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?:≥|>=|=>|\\b(?:at\\s+least|minimum(?:\\s+of)?|(?:no|not)\\s+(?:to\\s+)?(?:be\\s+)?(?:less|lower|fewer)\\s+than|(?:not|never)\\s+(?:fall\\s+|drop\\s+|be\\s+)?(?:below|under)|meets?\\s+or\\s+exceeds?|equals?\\s+(?:to\\s+)?or\\s+(?:exceeds?|greater\\s+than)|at\\s+or\\s+above|greater\\s+than\\s+or\\s+equal\\s+to))\\s*(?:a\\s+|an\\s+|the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOVE = Pattern.compile(
            "(?:>|\\b(?:(?:more|greater|higher)\\s+than|above|exceed(?:s|ing)?|in\\s+excess\\s+of))\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_MOST = Pattern.compile(
            "(?:≤|<=|=<|\\b(?:at\\s+most|maximum(?:\\s+of)?|(?:no|not)\\s+(?:to\\s+)?(?:be\\s+)?(?:more|greater|higher|later|longer)\\s+than|(?:not|never)\\s+(?:to\\s+|\\w+ly\\s+)?exceed(?:ing)?|(?:not|never)\\s+(?:be\\s+|rise\\s+)?(?:above|over)|up\\s+to|within|(?:less|lower)\\s+than\\s+or\\s+equal\\s+to))\\s*(?:a\\s+|an\\s+|the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BELOW =
            Pattern.compile("(?:<|\\b(?:(?:less|lower|fewer)\\s+than|below|under))\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OR_MORE = Pattern.compile(
            "^\\s*(?:or|and)\\s+(?:more|higher|above|greater|better|over)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OR_LESS =
            Pattern.compile("^\\s*(?:or|and)\\s+(?:less|lower|below|fewer|under|sooner)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD = Pattern.compile(
            "\\b(?:error|warning|vulnerabilit|defect|failure|fault|reject|abandon|complaint|downtime|late|backlog|turnover|attrition|loss|breakage|scrap|return|incident|damage|waiting|latency|delay)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT_TIME = Pattern.compile(
            "(?<![\\w.,])(?<count>\\d+(?:\\.\\d+)?)\\s*(?:\\(\\w+\\)\\s*)?(?<unit>milliseconds?|ms|seconds?|secs?|mins?|hrs?|business\\s+hrs?|h)(?![\\w])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile(
            "(?<![\\w.,%$€£-])(?<count>\\d[\\d,]*(?:\\.\\d+)?)\\s*(?<unit>(?:(?:[a-z]+\\s+)?(?:errors?|warnings?|defects?|vulnerabilities)|ppm|parts\\s+per\\s+million|points?|errors?|defects?|failures?|incidents?|complaints?|days?|calls?|tickets?|faults?|breaches|violations?))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BARE = Pattern.compile(
            "\\s*(?:[≥≤<>=]+|[\\p{L} ]{2,25}?)?\\s*(?<count>\\d[\\d,]*(?:\\.\\d+)?)\\s*(?:(?:or|and)\\s+\\p{L}+)?\\s*");
    private static final Pattern SCORED = Pattern.compile(
            "\\b(?:scores?|marks?|ratings?|grades?|satisfaction|view|points?|index|out\\s+of\\s+(?:\\d+|one\\s+hundred|ten|five))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile(
            "\\b(?<unit>\\p{L}{3,}s)\\s+(?:missed|late|lost|rejected|failed|overdue|outstanding|open|cancelled|omitted|not\\s+\\p{L}+)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOOD = Pattern.compile(
            "\\b(?:resolved|answered|closed|completed|completion|success\\w*|met|on[- ]time|in[- ]time|satisf\\w+|compliant|without|passed|prevented|detected|corrected|restored|handled|processed)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOLERANCE = Pattern.compile(
            "\\b(?:within|tolerance\\s+of|plus\\s+or\\s+minus)\\s+(?:a\\s+)?$|[±]\\s*$|\\+/-\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PER_MANY = Pattern.compile(
            "(?<![\\w.,%$€£-])(?<count>\\d[\\d,]*(?:\\.\\d+)?)\\s*(?:\\w+\\s+){0,2}?(?<unit>per\\s+(?:million|thousand|hundred|billion|[\\d,]{3,12})\\s+\\w+)",
            Pattern.CASE_INSENSITIVE);

    private final PercentParser percents = new PercentParser();
    private final DurationParser durations = new DurationParser();
    private final Redaction redactions = new Redaction();

    /** The first percentage that is held up as a target. */
    Optional<Target> percent(String words, String about) {
        for (ValueMatch match : percents.findAll(words)) {
            if (TOLERANCE.matcher(words.substring(0, match.start())).find()) {
                continue;
            }
            Optional<Target> target = target(words, match, about);
            if (target.isPresent()) {
                return target;
            }
        }
        return Optional.empty();
    }

    /** The first length of time that is held up as a target. */
    Optional<Target> time(String words) {
        Optional<ValueMatch> match = durations.findFirst(words);
        Matcher brief = SHORT_TIME.matcher(words);
        if (brief.find() && (match.isEmpty() || brief.start() < match.get().start())) {
            return Optional.of(of(
                    words,
                    new BigDecimal(brief.group("count")),
                    unit(brief.group("unit")),
                    brief.start(),
                    brief.end(),
                    Comparison.AT_MOST));
        }
        return match.map(found -> {
            if (found.value() instanceof TypedValue.Length length) {
                return of(
                        words,
                        BigDecimal.valueOf(length.value().count()),
                        unit(length.value()),
                        found.start(),
                        found.end(),
                        Comparison.AT_MOST);
            }
            return new Target(Comparison.AT_MOST, null, "", found.value(), true, found.start(), found.end());
        });
    }

    /** The target that a table cell states, whatever its sort; {@code 99.9} under a header with {@code %} is in percent. */
    Optional<Target> cell(String cell, String header, String about) {
        String words = header.contains("%") && cell.strip().matches("[≥≤<>=\\s]*\\d+(?:\\.\\d+)?")
                ? cell.stripTrailing() + "%"
                : cell;
        Optional<Target> percent = percent(words, about);
        if (percent.isPresent()) {
            Target found = percent.get();
            int end = Math.min(found.end(), cell.length());
            return Optional.of(new Target(
                    found.comparison(),
                    found.value(),
                    found.unit(),
                    found.stated(),
                    found.explicit(),
                    found.start(),
                    end));
        }
        return time(words).or(() -> count(words)).or(() -> bare(words, about)).or(() -> redacted(words));
    }

    /** A number alone that is said to be the least or the most: {@code 85.0 or better}, {@code not below 92}. */
    private static Optional<Target> bare(String words, String about) {
        Matcher matcher = BARE.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Target target = of(
                words,
                new BigDecimal(matcher.group("count").replace(",", "")),
                unitOf(about),
                matcher.start("count"),
                matcher.end("count"),
                Comparison.EQUAL);
        return target.explicit() ? Optional.of(target) : Optional.empty();
    }

    /** What a number without a unit counts, as the measure's name tells. */
    private static String unitOf(String about) {
        if (SCORED.matcher(about).find()) {
            return "points";
        }
        Matcher counted = COUNTED.matcher(about);
        return counted.find() ? counted.group("unit").toLowerCase(Locale.ROOT) : "";
    }

    /** A count of so many, such as {@code 200 per million parts}; most often of what should not be. */
    Optional<Target> perMany(String words) {
        Matcher matcher = PER_MANY.matcher(words);
        return matcher.find()
                ? Optional.of(of(
                        words,
                        new BigDecimal(matcher.group("count").replace(",", "")),
                        matcher.group("unit").replaceAll("\\s+", " "),
                        matcher.start(),
                        matcher.end(),
                        Comparison.AT_MOST))
                : Optional.empty();
    }

    private Optional<Target> count(String words) {
        Matcher matcher = COUNT.matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(matcher.group("count").replace(",", ""));
        Comparison usual = BAD.matcher(matcher.group("unit")).find()
                        || matcher.group("unit").toLowerCase(Locale.ROOT).startsWith("p")
                ? Comparison.AT_MOST
                : Comparison.EQUAL;
        return Optional.of(of(words, value, matcher.group("unit"), matcher.start(), matcher.end(), usual));
    }

    private Optional<Target> redacted(String words) {
        return redactions
                .findFirst(words)
                .map(found ->
                        new Target(Comparison.AT_LEAST, null, "", found.value(), false, found.start(), found.end()));
    }

    private static Optional<Target> target(String words, ValueMatch match, String about) {
        boolean bad = BAD.matcher(about).find() && !GOOD.matcher(about).find();
        Comparison usual = bad ? Comparison.AT_MOST : Comparison.AT_LEAST;
        if (match.value() instanceof TypedValue.Percent percent) {
            return Optional.of(of(words, percent.value(), "%", match.start(), match.end(), usual));
        }
        @Nullable Comparison stated = comparison(words, match.start(), match.end());
        return Optional.of(new Target(
                stated == null ? usual : stated, null, "%", match.value(), stated != null, match.start(), match.end()));
    }

    private static Target of(String words, BigDecimal value, String unit, int start, int end, Comparison usual) {
        @Nullable Comparison stated = comparison(words, start, end);
        return new Target(stated == null ? usual : stated, value, unit, null, stated != null, start, end);
    }

    static @Nullable Comparison comparison(String words, int start, int end) {
        String before = words.substring(Math.max(0, start - 60), start);
        String after = words.substring(end);
        if (AT_LEAST.matcher(before).find() || OR_MORE.matcher(after).find()) {
            return Comparison.AT_LEAST;
        }
        if (AT_MOST.matcher(before).find() || OR_LESS.matcher(after).find()) {
            return Comparison.AT_MOST;
        }
        if (ABOVE.matcher(before).find()) {
            return Comparison.ABOVE;
        }
        return BELOW.matcher(before).find() ? Comparison.BELOW : null;
    }

    private static String unit(TimeSpan span) {
        return span.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String unit(String brief) {
        String lower = brief.toLowerCase(Locale.ROOT);
        if (lower.startsWith("ms") || lower.startsWith("milli")) {
            return "milliseconds";
        }
        if (lower.startsWith("s")) {
            return "seconds";
        }
        if (lower.startsWith("m")) {
            return "minutes";
        }
        return lower.startsWith("business") ? "business hours" : "hours";
    }
}
