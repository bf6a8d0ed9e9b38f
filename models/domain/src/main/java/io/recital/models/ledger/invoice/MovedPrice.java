package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.ledger.invoice.PriceFormula.Counted;
import io.recital.models.ledger.invoice.PriceFormula.Factor;
import io.recital.models.ledger.invoice.PriceFormula.Share;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A price that moves with a raw material: its base price stays as long as the mean of some months departs from a first value
 * by no more than so much, and otherwise moves by a share of the whole departure, up to a limit.
 *
 * @param index in the contract's words
 * @param start the first value, to which the base price belongs
 * @param months over how many the mean is taken
 * @param lag how many months lie between the last of them and the day of the new price
 * @param threshold most departure in percent that changes nothing; null where every departure counts
 * @param share of the departure that counts, in percent
 * @param most by which the price may move in percent; null where there is no limit
 */
record MovedPrice(
        String index,
        BigDecimal start,
        int months,
        int lag,
        @Nullable BigDecimal threshold,
        BigDecimal share,
        @Nullable BigDecimal most)
        implements PriceSetting {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String NUMBER = "\\d[\\d,']*(?:\\.\\d+)?";
    private static final Pattern START = Pattern.compile(
            "\\b(?:starting|base|initial|first|opening|reference|basis)\\s+(?:value|level|quotation|index|figure)\\b[^.;]{0,50}?\\b(?:is|of|being|at|amounts\\s+to|=|:)\\s+(?:[A-Z]{3}\\s+|[$€£]\\s?)?(?<value>"
                    + NUMBER + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEAN = Pattern.compile(
            "\\b(?:mean|average)\\b[^.;]{0,80}?\\b(?:(?:over|of|for|in)\\s+(?:the\\s+)?(?:last\\s+|preceding\\s+)?(?<count>"
                    + SpelledNumber.REGEX + ")\\s+(?:calendar\\s+)?months?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile(
            "\\b(?:ends?|ending|ended)\\s+(?<lag>" + SpelledNumber.REGEX
                    + ")\\s+(?:calendar\\s+)?months?\\s+(?:before|prior\\s+to)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS_BEFORE = Pattern.compile(
            "\\bmonths?\\s+(?:immediately\\s+)?(?:preceding|before|prior\\s+to)\\s+(?:the|that|each)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THRESHOLD = Pattern.compile(
            "\\b(?:departs?|departure|deviat\\w+|changes?|moves?|movement|varies|variation|differs?)\\b[^.;]{0,80}?\\b(?:no\\s+more\\s+than|not\\s+more\\s+than|not\\s+exceed(?:ing)?|up\\s+to|at\\s+most|more\\s+than|exceed(?:s|ing)?)\\s+(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONLY_THE_EXCESS = Pattern.compile(
            "\\b(?:excess|part|portion)\\b[^.;]{0,40}?\\b(?:above|over|exceed|beyond)|\\bin\\s+excess\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALL_WORDS = Pattern.compile("\\S.*", Pattern.DOTALL);

    /** The rule that the clauses of an adjustment state; empty unless index, first value and months are all there. */
    static Optional<MovedPrice> of(
            LeverTerm term, @Nullable String index, BigDecimal share, @Nullable BigDecimal most) {
        String words = term.inItsClauses(ALL_WORDS).stream()
                .map(said -> said.citation().quote())
                .distinct()
                .collect(Collectors.joining(" "));
        Matcher start = START.matcher(words);
        Matcher mean = MEAN.matcher(words);
        Optional<Integer> lag = lag(words);
        if (index == null
                || !start.find()
                || !mean.find()
                || lag.isEmpty()
                || ONLY_THE_EXCESS.matcher(words).find()
                || term.text(Name.FREQUENCY).isEmpty()) {
            return Optional.empty();
        }
        Matcher threshold = THRESHOLD.matcher(words);
        BigDecimal free = threshold.find() ? new BigDecimal(threshold.group("percent")) : null;
        BigDecimal first = new BigDecimal(start.group("value").replaceAll("[,']", ""));
        return SpelledNumber.parse(mean.group("count"))
                .filter(count -> count > 0 && count <= 12 && first.signum() > 0)
                .map(count -> new MovedPrice(index, first, count, lag.get(), free, share, most));
    }

    private static Optional<Integer> lag(String words) {
        Matcher ends = ENDS.matcher(words);
        if (ends.find()) {
            return SpelledNumber.parse(ends.group("lag"));
        }
        return ENDS_BEFORE.matcher(words).find() ? Optional.of(0) : Optional.empty();
    }

    /** The months that count for a price from a day on. */
    List<YearMonth> monthsFor(LocalDate effective) {
        YearMonth last = YearMonth.from(effective).minusMonths(lag + 1L);
        return IntStream.range(0, months)
                .mapToObj(i -> last.minusMonths(months - 1L - i))
                .toList();
    }

    @Override
    public Optional<Factor> from(LocalDate effective, List<IndexValue> published) {
        Optional<IndexSeries> series = IndexSeries.find(index, "", published);
        List<IndexValue> values = series.stream()
                .flatMap(found -> monthsFor(effective).stream().flatMap(month -> found.find(month).stream()))
                .toList();
        return values.size() == months ? Optional.of(factor(values)) : Optional.empty();
    }

    private Factor factor(List<IndexValue> values) {
        BigDecimal mean = values.stream()
                .map(IndexValue::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(months), MathContext.DECIMAL64);
        BigDecimal departure = mean.subtract(start).multiply(HUNDRED).divide(start, 2, RoundingMode.HALF_UP);
        if (threshold != null && departure.abs().compareTo(threshold) <= 0) {
            return new Factor(BigDecimal.ONE, List.of());
        }
        BigDecimal moved = departure.multiply(share).divide(HUNDRED, 10, RoundingMode.HALF_UP);
        if (most != null && moved.abs().compareTo(most) > 0) {
            BigDecimal limit = moved.signum() > 0 ? most : most.negate();
            return new Factor(BigDecimal.ONE.add(limit.divide(HUNDRED)), List.of());
        }
        BigDecimal counted = share.divide(HUNDRED, MathContext.DECIMAL64);
        BigDecimal each = counted.divide(BigDecimal.valueOf(months), MathContext.DECIMAL64);
        List<Counted> shares = new ArrayList<>();
        for (IndexValue value : values) {
            shares.add(new Counted(new Share(each, "", index, start, null, null), value, start));
        }
        return new Factor(BigDecimal.ONE.subtract(counted), shares);
    }

    @Override
    public String missing(LocalDate effective) {
        return "values of “" + index + "” for "
                + monthsFor(effective).stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    }
}
