package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import io.recital.models.ledger.invoice.FormulaTerms.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
 * @param bounds what the clause makes of the sum
 */
record PriceFormula(BigDecimal fixed, List<Share> shares, FactorBounds bounds) implements PriceSetting {
    /**
     * @param symbol by which the formula calls the index, without the sign for when
     * @param named what the clause says that the symbol is
     * @param base the value to which the base price belongs; null where the clause names its month
     * @param baseMonth the month of that value; null where the clause states the value
     * @param months those whose values count; null where the clause does not say so
     */
    record Share(
            BigDecimal weight,
            String symbol,
            String named,
            @Nullable BigDecimal base,
            @Nullable YearMonth baseMonth,
            @Nullable IndexMonths months) {}

    /** A share with the value that counts and the one that it is held against. */
    record Counted(Share share, IndexValue value, BigDecimal base) {
        BigDecimal ratio() {
            return value.value().divide(base, MathContext.DECIMAL64);
        }
    }

    /**
     * What the base price is multiplied by on a day.
     *
     * @param decimals to which it is rounded; null where it is not
     */
    record Factor(
            BigDecimal fixed,
            List<Counted> counted,
            @Nullable Integer decimals) {
        Factor(BigDecimal fixed, List<Counted> counted) {
            this(fixed, counted, null);
        }

        /** What the indices are to their first values, by the weight of each. */
        BigDecimal ratio() {
            BigDecimal weights =
                    counted.stream().map(each -> each.share().weight()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return weights.signum() == 0
                    ? BigDecimal.ONE
                    : value().subtract(fixed).divide(weights, MathContext.DECIMAL64);
        }

        BigDecimal value() {
            BigDecimal sum = counted.stream()
                    .map(each -> each.share().weight().multiply(each.ratio()))
                    .reduce(fixed, BigDecimal::add);
            return decimals == null ? sum : sum.setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    private static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final String MONTH_OF_YEAR = "\\b(?<month>" + MONTHS + ")\\s+(?<year>\\d{4})";

    PriceFormula {
        shares = List.copyOf(shares);
    }

    /** The formula that a clause writes; empty where it writes none, or one that is not understood to the last term. */
    static Optional<PriceFormula> of(String clause) {
        String words = Normalizer.normalize(clause, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
        return inSigns(words).or(() -> SpokenFormula.inSigns(words).flatMap(PriceFormula::inSigns));
    }

    private static Optional<PriceFormula> inSigns(String words) {
        return FormulaTerms.of(words)
                .flatMap(terms -> FactorBounds.of(words)
                        .flatMap(bounds ->
                                shares(words, terms).map(shares -> new PriceFormula(terms.fixed(), shares, bounds))));
    }

    private static Optional<List<Share>> shares(String words, FormulaTerms terms) {
        List<String> symbols =
                terms.terms().stream().map(PriceFormula::symbol).distinct().toList();
        Map<String, Named> names = names(words, symbols);
        List<Share> shares = new ArrayList<>();
        for (Term term : terms.terms()) {
            String symbol = symbol(term);
            Optional<BigDecimal> base = FormulaTerms.isNumber(term.then())
                    ? Optional.of(FormulaTerms.number(term.then()))
                    : baseValue(words, symbol);
            Optional<YearMonth> month = base.isPresent() ? Optional.empty() : baseMonth(words, symbol);
            Named named = names.get(symbol);
            if (symbol.isEmpty() || named == null || (base.isEmpty() && month.isEmpty())) {
                return Optional.empty();
            }
            shares.add(new Share(
                    term.weight(),
                    symbol,
                    named.index(),
                    base.orElse(null),
                    month.orElse(null),
                    IndexMonths.of(named.clause())
                            .or(() -> IndexMonths.of(words))
                            .orElse(null)));
        }
        return Optional.of(shares);
    }

    /** What two signs such as {@code L1} and {@code L0} have in common; nothing when they are not of one index. */
    private static String symbol(Term term) {
        if (FormulaTerms.isNumber(term.then())) {
            return term.now().replaceFirst("(?<=.)_?[01tn]$", "");
        }
        String root = term.then().replaceFirst("(?<=.)[0o]$", "").replaceFirst("_$", "");
        boolean same = term.now().startsWith(root) && term.now().length() <= root.length() + 2;
        return same ? root : "";
    }

    private static Optional<BigDecimal> baseValue(String words, String symbol) {
        Matcher base = Pattern.compile(
                        first(symbol) + "\\s*(?:=|is|being|:|equals)\\s*(?<value>\\d[\\d,]*(?:\\.\\d+)?)")
                .matcher(words);
        return base.find()
                ? Optional.of(FormulaTerms.number(base.group("value").replaceFirst(",$", "")))
                : Optional.empty();
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

    /**
     * What a clause says that a symbol is.
     *
     * @param index up to the next mark
     * @param clause up to the next symbol
     */
    private record Named(String index, String clause) {}

    private static Map<String, Named> names(String words, List<String> symbols) {
        if (symbols.equals(List.of(FormulaTerms.IN_WORDS))) {
            return Map.of(FormulaTerms.IN_WORDS, new Named(FormulaTerms.indexInWords(words), words));
        }
        String any = symbols.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern defined = Pattern.compile(
                "(?<![\\p{L}\\d])(?<symbol>" + any
                        + ")(?:_?[01tn])?[”\"']?\\s*(?:(?:is|are|means|being|denotes|stands\\s+for|represents|=|:)\\s+)?the\\s+");
        List<MatchResult> found = defined.matcher(words).results().toList();
        Map<String, Named> names = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? found.get(i + 1).start() : words.length();
            String said = words.substring(found.get(i).end(), end);
            String index = said.split("[,;.]|\\s+and\\s*$", 2)[0].strip();
            String clause = i + 1 < found.size() ? said : said.split("(?<=[^\\d])\\.\\s", 2)[0];
            symbolOf(found.get(i), symbols).ifPresent(symbol -> names.putIfAbsent(symbol, new Named(index, clause)));
        }
        return names;
    }

    private static Optional<String> symbolOf(MatchResult found, List<String> symbols) {
        return symbols.stream().filter(found.group(1)::equals).findFirst();
    }

    /** The factor for a price that holds from a day on; empty where a value is not known. */
    @Override
    public Optional<Factor> from(LocalDate effective, List<IndexValue> published) {
        List<Counted> counted = new ArrayList<>();
        for (Share share : shares) {
            Optional<IndexSeries> series = IndexSeries.find(share.named(), "", published);
            Optional<BigDecimal> base = Optional.ofNullable(share.base())
                    .or(() -> Optional.ofNullable(share.baseMonth())
                            .flatMap(wanted -> series.flatMap(values -> values.find(wanted)))
                            .map(IndexValue::value));
            List<YearMonth> months = monthsFor(share, effective);
            List<IndexValue> values = series.stream()
                    .flatMap(all -> months.stream().flatMap(month -> all.find(month).stream()))
                    .toList();
            if (base.isEmpty() || values.isEmpty() || values.size() != months.size()) {
                return Optional.empty();
            }
            values.forEach(value -> counted.add(new Counted(part(share, months.size()), value, base.get())));
        }
        return Optional.of(bounds.within(new Factor(fixed, List.copyOf(counted), bounds.decimals())));
    }

    /** The part of a share that one of the months has of which the mean is taken. */
    private static Share part(Share share, int months) {
        BigDecimal weight =
                months == 1 ? share.weight() : share.weight().divide(BigDecimal.valueOf(months), MathContext.DECIMAL64);
        return new Share(weight, share.symbol(), share.named(), share.base(), share.baseMonth(), share.months());
    }

    private static List<YearMonth> monthsFor(Share share, LocalDate effective) {
        IndexMonths months = share.months();
        return months == null ? List.of() : months.before(effective);
    }

    /** What is missing where no factor can be told. */
    @Override
    public String missing(LocalDate effective) {
        return shares.stream()
                .filter(share -> share.months() != null)
                .map(share -> "values of “" + share.named() + "” for "
                        + monthsFor(share, effective).stream()
                                .map(YearMonth::toString)
                                .collect(Collectors.joining(", ")))
                .reduce((one, other) -> one + " and " + other)
                .orElse("the month whose values the formula takes");
    }
}
