package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published values of the index that a clause means. */
record IndexSeries(List<IndexValue> values) {
    private static final Set<String> NATIONS = Set.of("uk", "us", "u", "usa", "de", "eu", "euro", "german", "germany");
    private static final Pattern INITIALS = Pattern.compile("\\b\\p{Lu}\\p{L}*");
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
        Set<String> named = new HashSet<>(ItemWords.of(index).all());
        named.add(acronym(index.split("(?i)\\b(?:published|issued|by)\\b", 2)[0]));
        named.add(acronym(index.split("(?i)\\b(?:published|issued|by|for|of)\\b", 2)[0]));
        Set<String> telling = telling(series);
        return !telling.isEmpty() && named.containsAll(telling);
    }

    private static Set<String> telling(String series) {
        Set<String> telling =
                new HashSet<>(ItemWords.of(QUALIFIER.split(series, 2)[0]).all());
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
}
