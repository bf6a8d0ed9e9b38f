package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.IndexValue;
import io.recital.models.ledger.lever.NameWords;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Published values of one base rate, found by the words in which a contract names it. */
record BaseRates(List<IndexValue> values) {
    private static final Pattern GERMAN = Pattern.compile(
            "\\bBasiszins\\w*|§\\s*247\\b|\\b(?:Bundesbank|German\\s+Civil\\s+Code|BGB)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRITISH =
            Pattern.compile("\\bBank\\s+of\\s+England\\b|\\bBank\\s+Rate\\b|\\bBoE\\b", Pattern.CASE_INSENSITIVE);

    /** Rates that go by several names, and in more than one language. */
    private static final List<Pattern> KNOWN = Stream.concat(
                    Stream.of(GERMAN, BRITISH),
                    Stream.of(
                                    "\\b(?:European\\s+Central\\s+Bank|ECB|EZB)\\b|\\bmain\\s+refinancing\\b|\\bHauptrefinanzierung\\w*",
                                    "\\bprime\\b",
                                    "\\bSOFR\\b|\\bSecured\\s+Overnight\\s+Financing\\b",
                                    "\\bSONIA\\b",
                                    "\\bSARON\\b",
                                    "[€E]STR\\b|\\beuro\\s+short[- ]term\\b",
                                    "\\bfederal\\s+funds\\b",
                                    "\\b(?:Swiss\\s+National\\s+Bank|SNB)\\b",
                                    "\\bRiksbank\\w*|\\b(?:Swedish\\s+)?reference\\s+rate\\b")
                            .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE)))
            .toList();

    private static final Pattern SOME_BASE_RATE =
            Pattern.compile("\\bbase\\s+(?:interest\\s+|lending\\s+)?rate\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GERMAN_LAW = Pattern.compile("\\bGerman", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRITISH_LAW = Pattern.compile(
            "\\b(?:England|English|Scotland|Scots|United\\s+Kingdom|Wales)\\b", Pattern.CASE_INSENSITIVE);

    BaseRates {
        values = values.stream().sorted(Comparator.comparing(BaseRates::from)).toList();
    }

    /**
     * The one series that the words name; empty where none or more than one is.
     *
     * @param law that governs the contract: it tells whose “base rate” is meant where the words do not
     */
    static Optional<BaseRates> named(String words, String law, List<IndexValue> all) {
        NameWords said = NameWords.of(words);
        return only(all, series -> said.holds(NameWords.of(series)))
                .or(() -> KNOWN.stream()
                        .filter(rate -> rate.matcher(words).find())
                        .findFirst()
                        .map(rate -> only(all, series -> rate.matcher(series).find()))
                        .orElseGet(() -> ofLaw(words, law, all)));
    }

    private static Optional<BaseRates> ofLaw(String words, String law, List<IndexValue> all) {
        if (!SOME_BASE_RATE.matcher(words).find()) {
            return Optional.empty();
        }
        boolean german = GERMAN_LAW.matcher(law).find();
        boolean british = BRITISH_LAW.matcher(law).find();
        return german == british
                ? Optional.empty()
                : only(
                        all,
                        series -> (german ? GERMAN : BRITISH).matcher(series).find());
    }

    private static Optional<BaseRates> only(List<IndexValue> all, Predicate<String> fits) {
        List<String> series =
                all.stream().map(IndexValue::series).distinct().filter(fits).toList();
        return series.size() != 1
                ? Optional.empty()
                : Optional.of(new BaseRates(all.stream()
                        .filter(value -> value.series().equals(series.get(0)))
                        .toList()));
    }

    /** The value in force on a day. */
    Optional<IndexValue> on(LocalDate day) {
        return values.stream().filter(value -> !from(value).isAfter(day)).reduce((earlier, later) -> later);
    }

    /** A rate that is published within its month begins on that day, one that is published afterwards with the month. */
    private static LocalDate from(IndexValue value) {
        return YearMonth.from(value.publishedOn()).equals(value.month())
                ? value.publishedOn()
                : value.month().atDay(1);
    }

    static Derivation.Input input(IndexValue value) {
        return Derivation.Input.of(
                value.series() + ", " + value.month(),
                value.value().toPlainString() + " %",
                new FactCell(value.kind().label(), value.id(), "value"));
    }
}
