package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Adds up what the misses of one period earn and applies the cap, step by step. */
final class CreditSum {
    private final Dossier dossier;
    private final String contract;
    private final Period period;
    private final List<MeasureResult> missed;
    private final List<Derivation> workings = new ArrayList<>();
    private final Set<String> rows = new LinkedHashSet<>();
    private final Optional<SeveralMisses> several;
    private final CreditFee fees;
    private double confidence = 1;
    private String missing = "";

    CreditSum(Dossier dossier, List<MeasureResult> missed, Period credit) {
        this.dossier = dossier;
        this.missed = List.copyOf(missed);
        this.contract = missed.get(0).contract();
        this.period = CreditPeriod.ofTheFee(credit);
        this.fees = new CreditFee(dossier, contract, period);
        this.several = missed.stream()
                .map(MeasureResult::measure)
                .flatMap(measure -> MissRules.of(dossier).several(measure).stream())
                .findFirst()
                .filter(rule -> SeveralMisses.count(missed.get(0), MeasureResults.of(dossier)) >= rule.from());
    }

    /** What the credits come to before and after the cap. */
    record Sum(Money before, Money after) {}

    /** The sum; empty when an input is missing, which {@link #missing()} then names. */
    Optional<Sum> sum() {
        for (MeasureResult result : missed) {
            workings.addAll(result.workings());
            rows.addAll(result.rows());
            confidence = Math.min(confidence, result.confidence());
        }
        Optional<Sum> percent = ofPercents();
        return percent.isPresent() || !missing.isEmpty() ? percent : ofMoney();
    }

    /** Percentages of one fee are added up first and rounded once. */
    private Optional<Sum> ofPercents() {
        boolean percents =
                missed.stream().allMatch(result -> CreditWorkings.credited(result) instanceof TypedValue.Percent);
        Optional<FeeLines> fees = percents ? fees(missed.get(0)) : Optional.empty();
        if (fees.isEmpty() || !isTheFeeOfAll(fees.get())) {
            return Optional.empty();
        }
        missed.forEach(result -> workings.addAll(CreditWorkings.steps(result)));
        List<Input> parts = missed.stream().map(CreditWorkings::credit).toList();
        BigDecimal added = missed.stream()
                .map(result -> ((TypedValue.Percent) CreditWorkings.credited(result)).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (parts.size() > 1) {
            workings.add(new Derivation(Operation.SUM, parts, added.toPlainString() + " %"));
        }
        BigDecimal sum = several.map(rule -> added.multiply(rule.factor()).stripTrailingZeros())
                .orElse(added);
        several.ifPresent(
                rule -> workings.add(multiplied(rule, added.toPlainString() + " %", sum.toPlainString() + " %")));
        Optional<CreditCap> cap = cap();
        BigDecimal capped = cap.filter(
                        found -> !found.longer() && found.isShareOf(fees.get().base()))
                .map(found -> least(sum, found))
                .orElse(sum);
        Input share = parts.size() == 1 && capped.compareTo(added) == 0
                ? parts.get(0)
                : new Input("credits together", capped.toPlainString() + " %", null);
        Money before = fees.get().percent(sum);
        Money after = share(share, capped, fees.get());
        return cap.isPresent() && !cap.get().isShareOf(fees.get().base())
                ? limited(after, cap.get(), fees.get())
                : longerCap(before, after, cap, fees.get());
    }

    private Derivation multiplied(SeveralMisses rule, String before, String after) {
        long count = SeveralMisses.count(missed.get(0), MeasureResults.of(dossier));
        return new Derivation(
                Operation.PRODUCT,
                List.of(
                        new Input("credits", before, null),
                        new Input(
                                count + " levels missed in the period",
                                rule.factor().toPlainString(),
                                rule.stated())),
                after);
    }

    private boolean isTheFeeOfAll(FeeLines fees) {
        return missed.stream()
                .skip(1)
                .allMatch(result -> fees(result)
                        .filter(other -> other.rows().equals(fees.rows()))
                        .isPresent());
    }

    private BigDecimal least(BigDecimal sum, CreditCap cap) {
        BigDecimal most = ((TypedValue.Percent) cap.most()).value();
        if (sum.compareTo(most) > 0) {
            workings.add(new Derivation(
                    Operation.LEAST,
                    List.of(
                            new Input("credits together", sum.toPlainString() + " %", null),
                            new Input("most for the period", most.toPlainString() + " %", cap.stated())),
                    most.toPlainString() + " %"));
        }
        return sum.min(most);
    }

    private Money share(Input share, BigDecimal percent, FeeLines fees) {
        Money money = fees.percent(percent);
        if (fees.lines().size() > 1) {
            workings.add(new Derivation(
                    Operation.SUM,
                    fees.inputs(),
                    fees.currency().getCode() + " " + fees.net().toPlainString()));
        }
        fees.part().ifPresent(workings::add);
        Input base = fees.inputs().size() == 1 && fees.parts() == 1
                ? fees.inputs().get(0)
                : new Input(
                        fees.base().name(),
                        fees.currency().getCode() + " " + fees.net().toPlainString(),
                        null);
        workings.add(new Derivation(Operation.PERCENT_OF, List.of(share, base), money.toString()));
        rows.addAll(fees.rows());
        confidence = Math.min(confidence, fees.confidence());
        return money;
    }

    /** Amounts, and percentages of different fees, are computed one by one. */
    private Optional<Sum> ofMoney() {
        List<Input> parts = new ArrayList<>();
        @Nullable Money total = null;
        for (MeasureResult result : missed) {
            workings.addAll(CreditWorkings.steps(result));
            Optional<Money> one = money(result);
            if (one.isEmpty()
                    || (total != null
                            && !total.getCurrencyUnit().equals(one.get().getCurrencyUnit()))) {
                missing = missing.isEmpty()
                        ? "what the credit for “" + result.measure().name() + "” is computed on"
                        : missing;
                return Optional.empty();
            }
            parts.add(new Input(result.measure().name(), one.get().toString(), null));
            total = total == null ? one.get() : total.plus(one.get());
        }
        if (total == null) {
            return Optional.empty();
        }
        if (parts.size() > 1) {
            workings.add(new Derivation(Operation.SUM, parts, total.toString()));
        }
        if (several.isPresent()) {
            Money grown = total.multipliedBy(several.get().factor(), RoundingMode.HALF_UP);
            workings.add(multiplied(several.get(), total.toString(), grown.toString()));
            total = grown;
        }
        Optional<CreditCap> cap = cap();
        Money all = total;
        return cap.isEmpty() ? Optional.of(new Sum(all, all)) : limited(all, cap.get(), null);
    }

    private Optional<Money> money(MeasureResult result) {
        if (CreditWorkings.credited(result) instanceof TypedValue.Percent percent) {
            return fees(result).map(fees -> share(CreditWorkings.credit(result), percent.value(), fees));
        }
        if (!(CreditWorkings.credited(result) instanceof TypedValue.Amount amount)) {
            return Optional.empty();
        }
        CurrencyUnit currency = amount.value().getCurrencyUnit();
        if (result.measure().step().isPresent() || !CreditWorkings.isForEach(result, amount)) {
            Money money = Money.of(currency, amount.value().getAmount(), RoundingMode.HALF_UP);
            workings.add(new Derivation(
                    Operation.BAND,
                    List.of(CreditWorkings.measured(result), CreditWorkings.credit(result)),
                    money.toString()));
            return Optional.of(money);
        }
        return result.failures().map(failures -> {
            Money money = Money.of(currency, amount.value().getAmount().multiply(failures), RoundingMode.HALF_UP);
            workings.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(CreditWorkings.credit(result), new Input("failures", failures.toPlainString(), null)),
                    money.toString()));
            return money;
        });
    }

    private Optional<FeeLines> fees(MeasureResult result) {
        Optional<FeeLines> found = fees.find(result);
        if (found.isEmpty()) {
            missing = fees.missing(result);
        }
        return found;
    }

    private Optional<CreditCap> cap() {
        return CreditCap.of(missed.stream().map(MeasureResult::measure).toList(), period);
    }

    private Optional<Sum> limited(Money total, CreditCap cap, @Nullable FeeLines fees) {
        if (cap.longer()) {
            return longerCap(total, total, Optional.of(cap), fees);
        }
        Optional<Money> most = cap.money(contract, period, dossier);
        if (most.isEmpty() || !most.get().getCurrencyUnit().equals(total.getCurrencyUnit())) {
            missing = "invoice lines that the limit of credits is computed on for " + period;
            return Optional.empty();
        }
        if (total.isGreaterThan(most.get())) {
            workings.add(new Derivation(
                    Operation.LEAST,
                    List.of(
                            new Input("credits together", total.toString(), null),
                            new Input("most for the period", most.get().toString(), cap.stated())),
                    most.get().toString()));
            return Optional.of(new Sum(total, most.get()));
        }
        return Optional.of(new Sum(total, total));
    }

    /** A limit for a longer time must lie far enough: what it is taken of is known for the period only. */
    private Optional<Sum> longerCap(Money before, Money after, Optional<CreditCap> cap, @Nullable FeeLines fees) {
        boolean inReach = cap.filter(CreditCap::longer)
                .filter(found -> found.isReachedBy(after, fees, missed.get(0), period, dossier))
                .isPresent();
        if (inReach) {
            missing = "what the limit of credits for a longer time comes to, which they may pass";
            return Optional.empty();
        }
        return Optional.of(new Sum(before, after));
    }

    String missing() {
        return missing;
    }

    List<Derivation> workings() {
        return workings;
    }

    Set<String> rows() {
        return rows;
    }

    double confidence() {
        return confidence;
    }
}
