package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * The sales that a royalty is computed on, from the parts in which they were reported: {@code Net Sales Canada}, {@code Net
 * Sales United Kingdom}. Totals and conversions that a report gives beside the parts are recomputed, not taken over.
 */
final class ReportedSales {
    private static final Pattern BASE = Pattern.compile(
            "\\b(?:net|gross|adjusted\\s+gross|adjusted)\\s+(?:sales|revenues?|receipts|income|turnover|takings|proceeds)\\b|\\btakings\\b|\\bturnover\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOTAL = Pattern.compile(
            "\\b(?:all|total|aggregate|overall|worldwide|sum|audited|(?:found|established)\\s+by|as\\s+reported|as\\s+stated)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Whether words name sales as they are reported. */
    static boolean isBase(String words) {
        return BASE.matcher(words).find();
    }

    /** A sum with its workings, findings and rows, and why somebody may have come to less. */
    record Sum(
            BigDecimal amount, List<Derivation> workings, List<Finding> rests, List<String> rows, List<Cause> causes) {}

    /**
     * Why a report came to less than the sales on which the royalty is due.
     *
     * @param key of several of one key only one can be the cause
     */
    record Cause(String why, BigDecimal less, String key) {}

    /** The measures that are reported in money, by their names. */
    static Map<String, List<Measurement>> inMoney(Dossier dossier) {
        return dossier.facts().measurements().stream()
                .filter(row -> row.value() != null && currency(row.unit()).isPresent())
                .collect(Collectors.groupingBy(Measurement::measure, LinkedHashMap::new, Collectors.toList()));
    }

    private final Dossier dossier;
    private final LeverTerm term;
    private final CurrencyUnit currency;
    private final NameWords words;
    private final Map<String, List<Measurement>> parts;
    private final boolean ofItem;

    ReportedSales(Dossier dossier, LeverTerm term, CurrencyUnit currency) {
        this(dossier, term, currency, new NameWords(Set.of()));
    }

    /** Those of an item only, where its words tell some parts from the others. */
    ReportedSales(Dossier dossier, LeverTerm term, CurrencyUnit currency, NameWords item) {
        this.dossier = dossier;
        this.term = term;
        this.currency = currency;
        Matcher base = BASE.matcher(term.text(Name.BASE) + " " + term.words());
        this.words = NameWords.of(base.find() ? base.group() : term.text(Name.BASE));
        Map<String, List<Measurement>> all = parts();
        Map<String, List<Measurement>> own = new LinkedHashMap<>(all);
        own.keySet().removeIf(name -> !isOf(name, item));
        this.parts = own.isEmpty() || own.size() == all.size() ? all : own;
        this.ofItem = !own.isEmpty();
    }

    /** Whether what a part is called beside the sales are words of the item. */
    private boolean isOf(String part, NameWords item) {
        Set<String> beside = new LinkedHashSet<>(NameWords.of(part).all());
        beside.removeAll(words.all());
        return !beside.isEmpty() && item.all().containsAll(beside);
    }

    /** Whether none are reported. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether some parts are those of the item. */
    boolean isOfItem() {
        return ofItem;
    }

    /** The one currency in which the parts were reported. */
    Optional<CurrencyUnit> reportedIn() {
        List<String> units = parts.values().stream()
                .flatMap(List::stream)
                .map(Measurement::unit)
                .distinct()
                .toList();
        return units.size() == 1 ? currency(units.get(0)) : Optional.empty();
    }

    /** What the sales are called, such as net sales. */
    NameWords words() {
        return words;
    }

    String missing(Period period) {
        return "reported " + String.join(" ", words.all()) + " for each month of " + period
                + ", and dated exchange rates of the agreed source";
    }

    /** Rows by the name of the part, without totals and variants of parts. */
    private Map<String, List<Measurement>> parts() {
        List<Measurement> rows = dossier.facts().measurements().stream()
                .filter(row -> NameWords.of(row.measure()).holds(words)
                        && !TOTAL.matcher(row.measure()).find())
                .toList();
        Set<NameWords> names = rows.stream()
                .map(row -> NameWords.of(row.measure()))
                .filter(name -> name.isMoreThan(words))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return rows.stream()
                .filter(row -> names.stream()
                        .noneMatch(name -> NameWords.of(row.measure()).isMoreThan(name)))
                .filter(row -> names.isEmpty() || names.contains(NameWords.of(row.measure())))
                .collect(Collectors.groupingBy(Measurement::measure, LinkedHashMap::new, Collectors.toList()));
    }

    /** Empty where a part is not reported for the whole period, or cannot be converted. */
    Optional<Sum> in(Period period) {
        BigDecimal sum = BigDecimal.ZERO;
        List<Derivation> steps = new ArrayList<>();
        Set<Finding> rests = new LinkedHashSet<>();
        List<String> rows = new ArrayList<>();
        List<Derivation.Input> inputs = new ArrayList<>();
        for (Map.Entry<String, List<Measurement>> part : parts.entrySet()) {
            List<Measurement> reported = latest(part.getValue(), period);
            if (reported.isEmpty()) {
                continue;
            }
            Optional<CurrencyUnit> unit = currency(reported.get(0).unit());
            BigDecimal amount = sum(reported);
            boolean isWhole =
                    reported.stream().mapToLong(row -> row.period().days()).sum() == period.days();
            if (!isWhole || unit.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step(part.getKey(), reported, amount));
            reported.forEach(row -> rows.add(row.kind().label() + ":" + row.id()));
            if (!unit.get().equals(currency)) {
                Optional<Conversion> conversion = Conversion.of(dossier, term, unit.get(), currency, period);
                if (conversion.isEmpty()) {
                    return Optional.empty();
                }
                ExchangeRate rate = conversion.get().rate();
                BigDecimal converted =
                        amount.multiply(rate.rate()).setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
                steps.add(conversion.get().step(amount, converted));
                rests.add(conversion.get().said().finding());
                rows.add(rate.kind().label() + ":" + rate.id());
                amount = converted;
            }
            inputs.add(new Derivation.Input(part.getKey(), amount.toPlainString(), null));
            sum = sum.add(amount);
        }
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        steps.add(new Derivation(Operation.SUM, inputs, sum.toPlainString()));
        return Optional.of(new Sum(sum, steps, List.copyOf(rests), rows, List.of()));
    }

    static Derivation step(String part, List<Measurement> reported, BigDecimal amount) {
        return new Derivation(
                Operation.SUM,
                List.of(new Derivation.Input(part + ", " + reported.size() + " rows", amount.toPlainString(), null)),
                amount.toPlainString());
    }

    /** Of several rows for the same days the one reported last. */
    static List<Measurement> latest(List<Measurement> rows, Period period) {
        return rows.stream()
                .filter(row -> row.value() != null
                        && period.holds(row.period().from())
                        && period.holds(row.period().to()))
                .collect(Collectors.groupingBy(
                        Measurement::period,
                        LinkedHashMap::new,
                        Collectors.maxBy(Comparator.comparing(Measurement::reportedOn))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    static BigDecimal sum(List<Measurement> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Measurement row : rows) {
            BigDecimal value = row.value();
            sum = value == null ? sum : sum.add(value);
        }
        return sum;
    }

    static Optional<CurrencyUnit> currency(String unit) {
        try {
            return Optional.of(CurrencyUnit.of(unit));
        } catch (IllegalCurrencyException e) {
            return Optional.empty();
        }
    }
}
