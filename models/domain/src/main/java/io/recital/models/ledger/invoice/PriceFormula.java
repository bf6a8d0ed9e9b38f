package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A price that is the base price times a sum of shares, such as {@code P = P0 × (0.2 + 0.5 × S/S0 + 0.3 × E/E0)}: a fixed
 * share, and others that follow an index each.
 *
 * @param fixed the share that follows nothing
 * @param shares those that follow an index; all together come to 1
 * @param lag which month before the new price counts; null where the clause does not say so
 * @param named the month that counts, the last of its name before the new price; null where the clause names none
 */
record PriceFormula(
        BigDecimal fixed,
        List<Share> shares,
        @Nullable Integer lag,
        @Nullable Month named) implements PriceSetting {
    /**
     * @param symbol by which the formula calls the index, without the sign for when
     * @param named what the clause says that the symbol is
     * @param base the value to which the base price belongs; null where the clause names its month
     * @param baseMonth the month of that value; null where the clause states the value
     */
    record Share(
            BigDecimal weight,
            String symbol,
            String named,
            @Nullable BigDecimal base,
            @Nullable YearMonth baseMonth) {}

    /** A share with the value that counts and the one that it is held against. */
    record Counted(Share share, IndexValue value, BigDecimal base) {
        BigDecimal ratio() {
            return value.value().divide(base, MathContext.DECIMAL64);
        }
    }

    /** What the base price is multiplied by on a day. */
    record Factor(BigDecimal fixed, List<Counted> counted) {
        BigDecimal value() {
            return counted.stream()
                    .map(each -> each.share().weight().multiply(each.ratio()))
                    .reduce(fixed, BigDecimal::add);
        }
    }

    private static final String TIMES = "\\s*[×x*·∙]?\\s*";
    private static final String NUMBER = "\\d*[.,]?\\d+";
    private static final Pattern FORMULA = Pattern.compile(
            "=\\s*\\p{L}\\w{0,3}" + TIMES + "[(\\[](?<sum>(?:[^()\\[\\]]|[(\\[][^()\\[\\]]*[)\\]])+)[)\\]]");
    private static final Pattern TERM = Pattern.compile("(?<weight>" + NUMBER + ")(?:" + TIMES
            + "[(\\[]?\\s*(?<now>\\p{L}\\w*)\\s*/\\s*(?<then>\\p{L}\\w*)\\s*[)\\]]?)?");
    private static final Pattern LAG = Pattern.compile(
            "(?i)\\b(?:(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)\\s+(?:calendar\\s+|full\\s+)?month"
                    + "|(?<count>one|two|three|four|[1-4])\\s+months?|(?<last>(?:last\\s+)?(?:calendar\\s+)?month))"
                    + "\\s+(?:before|preceding|prior\\s+to|earlier)");
    private static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final String MONTH_OF_YEAR = "\\b(?<month>" + MONTHS + ")\\s+(?<year>\\d{4})";
    /** A month by its name, the last one before the new price. */
    private static final Pattern NAMED_MONTH =
            Pattern.compile("\\bthe\\s+(?:preceding\\s+|previous\\s+|last\\s+)?(?<month>"
                    + MONTHS
                    + ")\\s+(?:before|preceding|last\\s+past|prior\\s+to)|\\b(?:preceding|previous|last)\\s+(?<month2>"
                    + MONTHS + ")\\b");

    private static final Pattern AVERAGE = Pattern.compile("(?i)\\b(?:average|mean)\\b");

    PriceFormula {
        shares = List.copyOf(shares);
    }

    /** The formula that a clause writes; empty where it writes none, or one that is not understood to the last term. */
    static Optional<PriceFormula> of(String clause) {
        String words = Normalizer.normalize(clause, Normalizer.Form.NFKC);
        Matcher formula = FORMULA.matcher(words);
        if (!formula.find()) {
            return Optional.empty();
        }
        BigDecimal fixed = BigDecimal.ZERO;
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (String part : formula.group("sum").split("\\+")) {
            Matcher term = TERM.matcher(part.strip());
            if (!term.matches()) {
                return Optional.empty();
            }
            BigDecimal weight = number(term.group("weight"));
            if (term.group("now") == null) {
                fixed = fixed.add(weight);
            } else {
                weights.merge(symbol(term.group("now"), term.group("then")), weight, BigDecimal::add);
            }
        }
        BigDecimal all = weights.values().stream().reduce(fixed, BigDecimal::add);
        if (weights.isEmpty() || weights.containsKey("") || all.compareTo(BigDecimal.ONE) != 0) {
            return Optional.empty();
        }
        BigDecimal constant = fixed;
        return shares(words, weights).map(shares -> new PriceFormula(constant, shares, lag(words), named(words)));
    }

    /** What two signs such as {@code L1} and {@code L0} have in common; nothing when they are not of one index. */
    private static String symbol(String now, String then) {
        String root = then.replaceFirst("(?<=.)[0o]$", "").replaceFirst("_$", "");
        boolean same = now.startsWith(root) && now.length() <= root.length() + 2;
        return same ? root : "";
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(
                written.matches(".*,\\d{3}(?:\\.\\d+)?") ? written.replace(",", "") : written.replace(',', '.'));
    }

    private static Optional<List<Share>> shares(String words, Map<String, BigDecimal> weights) {
        Map<String, String> names = names(words, weights.keySet().stream().toList());
        List<Share> shares = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> weight : weights.entrySet()) {
            String symbol = weight.getKey();
            Optional<BigDecimal> base = baseValue(words, symbol);
            Optional<YearMonth> month = base.isPresent() ? Optional.empty() : baseMonth(words, symbol);
            if ((base.isEmpty() && month.isEmpty()) || !names.containsKey(symbol)) {
                return Optional.empty();
            }
            shares.add(new Share(
                    weight.getValue(), symbol, names.getOrDefault(symbol, ""), base.orElse(null), month.orElse(null)));
        }
        return Optional.of(shares);
    }

    private static Optional<BigDecimal> baseValue(String words, String symbol) {
        Matcher base = Pattern.compile(
                        first(symbol) + "\\s*(?:=|is|being|:|equals)\\s*(?<value>\\d[\\d,]*(?:\\.\\d+)?)")
                .matcher(words);
        return base.find() ? Optional.of(number(base.group("value").replaceFirst(",$", ""))) : Optional.empty();
    }

    /** The month whose value is the first one: {@code L0 is the value for May 2024}, or {@code for May 2024 (L0, M0)}. */
    private static Optional<YearMonth> baseMonth(String words, String symbol) {
        Matcher base = Pattern.compile(first(symbol) + "\\s*(?:=|is|being|means|:)\\s*[^.;,]{0,50}?" + MONTH_OF_YEAR
                        + "|" + MONTH_OF_YEAR.replace("month", "month2").replace("year", "year2") + "\\s*\\([^)]*"
                        + first(symbol))
                .matcher(words);
        if (!base.find()) {
            return Optional.empty();
        }
        String month = base.group("month") == null ? base.group("month2") : base.group("month");
        String year = base.group("year") == null ? base.group("year2") : base.group("year");
        return Optional.of(YearMonth.of(Integer.parseInt(year), Month.valueOf(month.toUpperCase(Locale.ROOT))));
    }

    private static String first(String symbol) {
        return "(?<![\\p{L}\\d])" + Pattern.quote(symbol) + "_?[0o](?![\\p{L}\\d])";
    }

    /** What the clause says that each symbol is: the words after it, up to the next symbol or mark. */
    private static Map<String, String> names(String words, List<String> symbols) {
        String any = symbols.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern defined = Pattern.compile(
                "(?<![\\p{L}\\d])(?<symbol>" + any
                        + ")(?:_?[01tn])?[”\"']?\\s*(?:(?:is|are|means|being|denotes|stands\\s+for|represents|=|:)\\s+)?the\\s+");
        List<MatchResult> found = defined.matcher(words).results().toList();
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? found.get(i + 1).start() : words.length();
            String named = words.substring(found.get(i).end(), end).split("[,;.]|\\s+and\\s*$", 2)[0];
            names.putIfAbsent(symbolOf(found.get(i), symbols), named.strip());
        }
        return names;
    }

    private static String symbolOf(MatchResult found, List<String> symbols) {
        return symbols.stream().filter(found.group(1)::equals).findFirst().orElse("");
    }

    private static @Nullable Integer lag(String words) {
        Matcher found = LAG.matcher(words);
        if (AVERAGE.matcher(words).find() || !found.find()) {
            return null;
        }
        if (found.group("last") != null) {
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

    private static @Nullable Month named(String words) {
        Matcher found = NAMED_MONTH.matcher(words);
        if (AVERAGE.matcher(words).find() || !found.find()) {
            return null;
        }
        String month = found.group("month") == null ? found.group("month2") : found.group("month");
        return Month.valueOf(month.toUpperCase(Locale.ROOT));
    }

    /** The factor for a price that holds from a day on; empty where a value is not known. */
    @Override
    public Optional<Factor> from(LocalDate effective, List<IndexValue> published) {
        List<Counted> counted = new ArrayList<>();
        Optional<YearMonth> month = monthFor(effective);
        for (Share share : shares) {
            Optional<IndexSeries> series = IndexSeries.find(share.named(), "", published);
            Optional<IndexValue> now = month.flatMap(wanted -> series.flatMap(values -> values.find(wanted)));
            Optional<BigDecimal> base = Optional.ofNullable(share.base())
                    .or(() -> Optional.ofNullable(share.baseMonth())
                            .flatMap(wanted -> series.flatMap(values -> values.find(wanted)))
                            .map(IndexValue::value));
            if (now.isPresent() && base.isPresent()) {
                counted.add(new Counted(share, now.get(), base.get()));
            }
        }
        return counted.size() == shares.size()
                ? Optional.of(new Factor(fixed, List.copyOf(counted)))
                : Optional.empty();
    }

    private Optional<YearMonth> monthFor(LocalDate effective) {
        Month wanted = named;
        if (wanted != null) {
            YearMonth same = YearMonth.of(effective.getYear(), wanted);
            return Optional.of(same.isBefore(YearMonth.from(effective)) ? same : same.minusYears(1));
        }
        return Optional.ofNullable(lag).map(months -> YearMonth.from(effective).minusMonths(months));
    }

    /** What is missing where no factor can be told. */
    @Override
    public String missing(LocalDate effective) {
        return monthFor(effective)
                .map(month -> "values for " + month + " of "
                        + shares.stream()
                                .map(share -> "“" + share.named() + "”")
                                .collect(Collectors.joining(" and ")))
                .orElse("the month whose values the formula takes");
    }
}
