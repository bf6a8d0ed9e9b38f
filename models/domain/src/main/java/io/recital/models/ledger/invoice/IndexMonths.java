package io.recital.models.ledger.invoice;

import io.recital.models.wording.SpelledNumber;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which months of an index count for a price from a day on: the second month before it, the last October before it, the
 * mean of three months that end a month before it.
 *
 * @param count of how many months the mean is taken; 1 for the value of one
 * @param back how many months before the day the last of them lies; 0 where a month is named
 * @param named months by their names, of which the last one before the day counts; empty where it is counted back
 */
record IndexMonths(int count, int back, List<Month> named) {
    private static final String NAMES =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final Pattern AVERAGE = Pattern.compile("(?i)\\b(?:average|mean)\\b");
    private static final Pattern MEAN = Pattern.compile(
            "(?i)\\b(?:mean|average)\\b.*?\\b(?:over|of|for|in)\\s+(?:the\\s+)?(?:last\\s+|preceding\\s+|previous\\s+)?(?<count>"
                    + SpelledNumber.REGEX
                    + ")\\s+(?:full\\s+)?(?:calendar\\s+)?months\\b(?:[^.;]*?\\bend(?:s|ed|ing)?\\s+(?<lag>"
                    + SpelledNumber.REGEX
                    + ")\\s+(?:full\\s+)?(?:calendar\\s+)?months?\\s+(?:before|prior\\s+to)"
                    + "|[^.;]*?\\b(?<until>before|preceding|prior\\s+to|previous|last))");
    private static final Pattern MEAN_OF_A_TIME = Pattern.compile(
            "(?i)\\b(?:mean|average)\\b[^.;]*?\\b(?:preceding|previous|last)\\s+(?:calendar\\s+)?(?<time>quarter|year|half-year)\\b");
    private static final Pattern BACK = Pattern.compile(
            "(?i)\\b(?:(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)\\s+(?:calendar\\s+|full\\s+)?month"
                    + "|(?<count>one|two|three|four|[1-4])\\s+months?|(?<last>(?:last\\s+)?(?:calendar\\s+)?month))"
                    + "\\s+(?:immediately\\s+)?(?:before|preceding|prior\\s+to|earlier)"
                    + "|\\b(?<previous>preceding|previous|prior)\\s+(?:calendar\\s+)?month\\b");
    /** A month by its name, the last one before the new price. */
    private static final Pattern NAMED = Pattern.compile("\\bthe\\s+(?:preceding\\s+|previous\\s+|last\\s+)?(?<month>"
            + NAMES + ")\\s+(?:before|preceding|last\\s+past|prior\\s+to)|\\b(?:preceding|previous|last)\\s+(?<month2>"
            + NAMES + ")\\b");

    /** Months of which each is for one of several days: {@code for January (for 1 March) or July (for 1 September)}. */
    private static final Pattern EACH_FOR_A_DAY = Pattern.compile("\\b(?:for|of)\\s+(?<month>" + NAMES
            + ")\\s*(?:\\(for\\b[^)]*\\)|for\\s+[^,;.]{3,40}?),?\\s+(?:and|or)\\s+(?:(?:for|of|that\\s+(?:for|of))\\s+)?(?<month2>"
            + NAMES
            + ")\\b|\\b(?:preceding|previous|last)\\s+(?<month3>" + NAMES + ")\\s+or\\s+(?<month4>" + NAMES + ")\\b");

    IndexMonths {
        named = List.copyOf(named);
    }

    /** What words say; empty where they say nothing that is understood. */
    static Optional<IndexMonths> of(String words) {
        if (AVERAGE.matcher(words).find()) {
            return mean(words);
        }
        Matcher several = EACH_FOR_A_DAY.matcher(words);
        if (several.find()) {
            boolean first = several.group("month") != null;
            return Optional.of(
                    named(several.group(first ? "month" : "month3"), several.group(first ? "month2" : "month4")));
        }
        Matcher named = NAMED.matcher(words);
        if (named.find()) {
            return Optional.of(named(named.group("month") == null ? named.group("month2") : named.group("month")));
        }
        Matcher back = BACK.matcher(words);
        return back.find() ? Optional.of(new IndexMonths(1, back(back), List.of())) : Optional.empty();
    }

    private static IndexMonths named(String... months) {
        return new IndexMonths(
                1,
                0,
                Stream.of(months)
                        .map(month -> Month.valueOf(month.toUpperCase(Locale.ROOT)))
                        .toList());
    }

    private static Optional<IndexMonths> mean(String words) {
        Matcher mean = MEAN.matcher(words);
        if (mean.find()) {
            Optional<Integer> lag = mean.group("lag") == null ? Optional.of(0) : SpelledNumber.parse(mean.group("lag"));
            return SpelledNumber.parse(mean.group("count"))
                    .filter(count -> count > 0 && count <= 12)
                    .flatMap(count -> lag.map(months -> new IndexMonths(count, months + 1, List.of())));
        }
        Matcher time = MEAN_OF_A_TIME.matcher(words);
        if (!time.find()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (time.group("time").toLowerCase(Locale.ROOT)) {
                    case "quarter" -> new IndexMonths(3, 1, List.of());
                    case "year" -> new IndexMonths(12, 1, List.of());
                    default -> new IndexMonths(6, 1, List.of());
                });
    }

    private static int back(Matcher found) {
        if (found.group("last") != null || found.group("previous") != null) {
            return 1;
        }
        String said = found.group("nth") == null ? found.group("count") : found.group("nth");
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "first", "1st", "one", "1" -> 1;
            case "second", "2nd", "two", "2" -> 2;
            case "third", "3rd", "three", "3" -> 3;
            default -> 4;
        };
    }

    /** The months that count for a price from a day on, in order. */
    List<YearMonth> before(LocalDate effective) {
        YearMonth end = named.stream()
                .map(month -> last(month, YearMonth.from(effective)))
                .max(Comparator.naturalOrder())
                .orElse(YearMonth.from(effective).minusMonths(back));
        return IntStream.range(0, count)
                .mapToObj(i -> end.minusMonths(count - 1L - i))
                .toList();
    }

    private static YearMonth last(Month month, YearMonth before) {
        YearMonth same = YearMonth.of(before.getYear(), month);
        return same.isBefore(before) ? same : same.minusYears(1);
    }
}
