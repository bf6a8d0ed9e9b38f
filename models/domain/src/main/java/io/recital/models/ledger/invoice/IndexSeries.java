package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The published values of the index that a clause means, and the months of it that the clause compares. */
record IndexSeries(List<IndexValue> values) {
    /** Two months whose values are compared. */
    record Months(YearMonth before, YearMonth after) {}

    private static final Set<String> NATIONS = Set.of("uk", "us", "u", "usa", "de", "eu", "euro", "german", "germany");
    private static final Pattern INITIALS = Pattern.compile("\\b\\p{Lu}\\p{L}*");
    private static final String MONTH = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining("|"));
    private static final Pattern SINCE =
            Pattern.compile("\\b(?:since|from|over|against)\\s+(" + MONTH + ")\\s+(\\d{4})");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:previous|preceding|last|the|for|of|to|in|von|im)\\s+(" + MONTH + ")\\b(?!\\s+\\d)");

    /** What a publisher adds to an index's name: {@code (all items)}, {@code , U.S. city average}. */
    private static final Pattern QUALIFIER = Pattern.compile("\\s*[(,;\\[]|\\s[-–—]\\s");

    IndexSeries {
        values = List.copyOf(values);
    }

    /** Those of the one series that a clause names as its index, or else anywhere in its words; empty when several fit. */
    static Optional<IndexSeries> find(String index, String words, List<IndexValue> published) {
        return find(index, published).or(() -> find(words, published));
    }

    private static Optional<IndexSeries> find(String index, List<IndexValue> published) {
        List<String> meant = published.stream()
                .map(IndexValue::series)
                .distinct()
                .filter(name -> means(index, name))
                .toList();
        List<String> series = meant.stream()
                .filter(name -> meant.stream().noneMatch(other -> isWider(telling(name), telling(other))))
                .toList();
        return series.size() == 1
                ? Optional.of(new IndexSeries(published.stream()
                        .filter(value -> value.series().equals(series.get(0)))
                        .toList()))
                : Optional.empty();
    }

    private static boolean means(String index, String series) {
        Set<String> named = new HashSet<>(Words.of(index).all());
        named.add(acronym(index.split("(?i)\\b(?:published|issued|by)\\b", 2)[0]));
        named.add(acronym(index.split("(?i)\\b(?:published|issued|by|for|of)\\b", 2)[0]));
        Set<String> telling = telling(series);
        return !telling.isEmpty() && named.containsAll(telling);
    }

    private static Set<String> telling(String series) {
        Set<String> telling =
                new HashSet<>(Words.of(QUALIFIER.split(series, 2)[0]).all());
        telling.removeAll(NATIONS);
        return telling;
    }

    /** Whether a name tells less than another: a consumer index than an Irish consumer index. */
    private static boolean isWider(Set<String> one, Set<String> other) {
        return one.size() < other.size() && other.containsAll(one);
    }

    /** The first letters of its capitalised words: cpi of Consumer Prices Index. */
    private static String acronym(String name) {
        Matcher words = INITIALS.matcher(name);
        StringBuilder letters = new StringBuilder();
        while (words.find()) {
            letters.append(words.group().charAt(0));
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** The value of a month, as published last. */
    Optional<IndexValue> find(YearMonth month) {
        return values.stream()
                .filter(value -> value.month().equals(month))
                .max(Comparator.comparing(IndexValue::publishedOn));
    }

    /**
     * The months that a clause compares for an adjustment: a month that it names, the last one before the day, against the
     * same a year before, or against the month since which it counts.
     *
     * @return empty when the clause names no month, or several
     */
    static Optional<Months> months(String words, LocalDate effective) {
        List<Month> named = NAMED.matcher(words)
                .results()
                .map(found -> Month.valueOf(found.group(1).toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
        Matcher since = SINCE.matcher(words);
        if (since.find()) {
            Month month = Month.valueOf(since.group(1).toUpperCase(Locale.ROOT));
            YearMonth base = YearMonth.of(Integer.parseInt(since.group(2)), month);
            YearMonth after = last(named.isEmpty() ? month : named.get(0), effective);
            return after.isAfter(base) ? Optional.of(new Months(base, after)) : Optional.empty();
        }
        if (named.size() != 1) {
            return Optional.empty();
        }
        YearMonth after = last(named.get(0), effective);
        return Optional.of(new Months(after.minusYears(1), after));
    }

    private static YearMonth last(Month month, LocalDate before) {
        YearMonth same = YearMonth.of(before.getYear(), month);
        return same.isBefore(YearMonth.from(before)) ? same : same.minusYears(1);
    }
}
