package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * Net sales that are computed from what was reported of them: the gross sales, what the contract lets be deducted, and sales
 * in other currencies.
 */
final class NetSales {
    private static final Pattern BESIDE = Pattern.compile(
            "\\b(?:excluding|excl\\.?|without|net\\s+of|before|exclusive\\s+of)\\b.*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEDUCTION = Pattern.compile(
            "\\b(?:returns?|returned|allowances?|freight|carriage|tax(?:es)?|VAT|GST|dut(?:y|ies)|discounts?|rebates?|bad\\s+debts?|credits?|refunds?|shipping|postage|insurance|commissions?|taken\\s+back|take-?backs?|deduct\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GROSS = Pattern.compile(
            "\\b(?:gross|invoiced|invoices|sales|revenues?|receipts|turnover)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATED = Pattern.compile(
            "\\b(?:as\\s+reported|reported|as\\s+stated|net|total|audited|examin\\w*|royalt\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final RoyaltyTerm royalty;
    private final CurrencyUnit currency;
    private final Deductions deductions;
    private final Map<String, List<Measurement>> gross;
    private final Map<String, List<Measurement>> deducted;

    private NetSales(
            Dossier dossier,
            RoyaltyTerm royalty,
            CurrencyUnit currency,
            Deductions deductions,
            Map<String, List<Measurement>> gross,
            Map<String, List<Measurement>> deducted) {
        this.dossier = dossier;
        this.royalty = royalty;
        this.currency = currency;
        this.deductions = deductions;
        this.gross = gross;
        this.deducted = deducted;
    }

    /** Empty where no gross sales are reported of the item, or the contract does not say what may be deducted. */
    static Optional<NetSales> of(Dossier dossier, RoyaltyTerm royalty, CurrencyUnit currency) {
        Deductions deductions = Deductions.in(royalty.definition(dossier));
        NameWords item = royalty.item();
        Map<String, List<Measurement>> all = ReportedSales.inMoney(dossier);
        Map<String, List<Measurement>> deducted = new LinkedHashMap<>(all);
        deducted.keySet().removeIf(name -> !isDeduction(name));
        Map<String, List<Measurement>> gross = new LinkedHashMap<>(all);
        gross.keySet()
                .removeIf(name -> isDeduction(name)
                        || !GROSS.matcher(name(name)).find()
                        || STATED.matcher(name(name)).find());
        Map<String, List<Measurement>> own = new LinkedHashMap<>(gross);
        own.keySet()
                .removeIf(name -> !item.all().isEmpty() && !NameWords.of(name).holds(item));
        return own.isEmpty() || deductions.parts().isEmpty() || isOpen(all, gross, deducted, item)
                ? Optional.empty()
                : Optional.of(new NetSales(dossier, royalty, currency, deductions, own, ofItem(deducted, item)));
    }

    /** Whether something in money is reported of the item that is not understood. */
    private static boolean isOpen(
            Map<String, List<Measurement>> all,
            Map<String, List<Measurement>> gross,
            Map<String, List<Measurement>> deducted,
            NameWords item) {
        return all.keySet().stream()
                .filter(name -> !gross.containsKey(name) && !deducted.containsKey(name))
                .anyMatch(name -> NameWords.of(name).holds(item)
                        && !STATED.matcher(name(name)).find());
    }

    private static String name(String measure) {
        return BESIDE.matcher(measure).replaceFirst("");
    }

    private static boolean isDeduction(String measure) {
        return DEDUCTION.matcher(name(measure)).find();
    }

    /** Those that name the item; all where none does. */
    private static Map<String, List<Measurement>> ofItem(Map<String, List<Measurement>> parts, NameWords item) {
        Map<String, List<Measurement>> own = new LinkedHashMap<>(parts);
        own.keySet().removeIf(name -> !NameWords.of(name).holds(item));
        return own.isEmpty() ? parts : own;
    }

    /** The currency of the reports where they are all in one. */
    Optional<CurrencyUnit> reportedIn() {
        Set<String> units = gross.values().stream()
                .flatMap(List::stream)
                .map(Measurement::unit)
                .collect(Collectors.toSet());
        return units.size() == 1 ? ReportedSales.currency(units.iterator().next()) : Optional.empty();
    }

    NetSales in(CurrencyUnit other) {
        return new NetSales(dossier, royalty, other, deductions, gross, deducted);
    }

    /** The net sales of a period; empty where a part is not reported for all of it, cannot be converted, or is open. */
    Optional<ReportedSales.Sum> in(Period period) {
        Sums sums = new Sums();
        BigDecimal own = BigDecimal.ZERO;
        for (Map.Entry<String, List<Measurement>> part : gross.entrySet()) {
            Optional<CurrencyUnit> unit =
                    ReportedSales.currency(part.getValue().get(0).unit());
            Optional<BigDecimal> amount = sums.reported(part.getKey(), part.getValue(), period);
            if (unit.isEmpty() || amount.isEmpty()) {
                return Optional.empty();
            }
            if (unit.get().equals(currency)) {
                own = own.add(amount.get());
                sums.add(part.getKey(), amount.get());
            } else if (!sums.convert(part.getKey(), unit.get(), amount.get(), period)) {
                return Optional.empty();
            }
        }
        return deductions.isLimitedTogether() ? Optional.empty() : less(sums, own, period);
    }

    private Optional<ReportedSales.Sum> less(Sums sums, BigDecimal own, Period period) {
        for (Map.Entry<String, List<Measurement>> part : deducted.entrySet()) {
            Set<String> called =
                    new LinkedHashSet<>(NameWords.of(name(part.getKey())).all());
            gross.keySet().forEach(name -> called.removeAll(named(part.getKey(), name)));
            Optional<String> allowed = deductions.find(new NameWords(called));
            List<Measurement> rows = ReportedSales.latest(part.getValue(), period);
            if (rows.stream().anyMatch(row -> !row.unit().equals(currency.getCode()))) {
                return Optional.empty();
            }
            if (allowed.isEmpty() && !rows.isEmpty()) {
                if (!deductions.isClosed()) {
                    return Optional.empty();
                }
                sums.refused(part.getKey(), rows);
            }
            if (allowed.isPresent()) {
                Optional<BigDecimal> amount = sums.reported(part.getKey(), part.getValue(), period);
                if (amount.isEmpty()) {
                    return Optional.empty();
                }
                sums.subtract(
                        part.getKey(),
                        amount.get(),
                        Deductions.cap(allowed.get()).orElse(null),
                        own);
            }
        }
        return Optional.of(sums.sum());
    }

    /** The words that a deduction shares with the gross sales: those of the item. */
    private static Set<String> named(String deduction, String gross) {
        Set<String> shared = new LinkedHashSet<>(NameWords.of(deduction).all());
        shared.retainAll(NameWords.of(name(gross)).all());
        return shared;
    }

    /** What was added up so far. */
    private final class Sums {
        private final List<Derivation> steps = new ArrayList<>();
        private final Set<Finding> rests = new LinkedHashSet<>();
        private final List<String> rows = new ArrayList<>();
        private final List<Input> added = new ArrayList<>();
        private final List<Input> subtracted = new ArrayList<>();
        private final List<ReportedSales.Cause> causes = new ArrayList<>();
        private BigDecimal sum = BigDecimal.ZERO;

        /** The sum of what was reported for a whole period. */
        private Optional<BigDecimal> reported(String name, List<Measurement> all, Period period) {
            List<Measurement> reported = ReportedSales.latest(all, period);
            if (reported.stream().mapToLong(row -> row.period().days()).sum() != period.days()) {
                return Optional.empty();
            }
            BigDecimal amount = ReportedSales.sum(reported);
            steps.add(ReportedSales.step(name, reported, amount));
            reported.forEach(row -> rows.add(row.kind().label() + ":" + row.id()));
            return Optional.of(amount);
        }

        private void add(String name, BigDecimal amount) {
            added.add(new Input(name, amount.toPlainString(), null));
            sum = sum.add(amount);
        }

        private boolean convert(String name, CurrencyUnit unit, BigDecimal amount, Period period) {
            Optional<Conversion> found = Conversion.of(dossier, royalty.term(), unit, currency, period);
            found.ifPresent(conversion -> {
                ExchangeRate rate = conversion.rate();
                BigDecimal converted = converted(amount, rate);
                steps.add(conversion.step(amount, converted));
                rests.add(conversion.said().finding());
                rows.add(rate.kind().label() + ":" + rate.id());
                add(name, converted);
                Conversion.others(dossier, rate)
                        .forEach(other -> causes.add(new ReportedSales.Cause(
                                name + " were converted at another rate than the agreed one",
                                converted.subtract(converted(amount, other)),
                                "conversion")));
            });
            return found.isPresent();
        }

        private BigDecimal converted(BigDecimal amount, ExchangeRate rate) {
            return amount.multiply(rate.rate()).setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        }

        private void refused(String name, List<Measurement> reported) {
            causes.add(new ReportedSales.Cause(name + " must not be deducted", ReportedSales.sum(reported), name));
        }

        private void subtract(
                String name, BigDecimal amount, @org.jspecify.annotations.Nullable BigDecimal percent, BigDecimal own) {
            BigDecimal least = amount;
            if (percent != null) {
                BigDecimal most = own.multiply(percent).movePointLeft(2);
                steps.add(new Derivation(
                        Operation.PERCENT_OF,
                        List.of(
                                new Input("most that may be deducted", percent.toPlainString() + " %", null),
                                new Input("gross sales", own.toPlainString(), null)),
                        most.toPlainString()));
                least = amount.min(most);
                steps.add(new Derivation(
                        Operation.LEAST,
                        List.of(
                                new Input(name, amount.toPlainString(), null),
                                new Input("most", most.toPlainString(), null)),
                        least.toPlainString()));
                if (least.compareTo(amount) < 0) {
                    causes.add(new ReportedSales.Cause(
                            name + " were deducted beyond " + percent.toPlainString() + " %",
                            amount.subtract(least),
                            name));
                }
            }
            subtracted.add(new Input(name, least.toPlainString(), null));
            sum = sum.subtract(least);
        }

        private ReportedSales.Sum sum() {
            BigDecimal plus =
                    added.stream().map(input -> new BigDecimal(input.value())).reduce(BigDecimal.ZERO, BigDecimal::add);
            steps.add(new Derivation(Operation.SUM, added, plus.toPlainString()));
            if (!subtracted.isEmpty()) {
                List<Input> inputs = new ArrayList<>(List.of(new Input("gross sales", plus.toPlainString(), null)));
                inputs.addAll(subtracted);
                steps.add(new Derivation(Operation.DIFFERENCE, inputs, sum.toPlainString()));
            }
            return new ReportedSales.Sum(sum, steps, List.copyOf(rests), rows, causes);
        }
    }
}
