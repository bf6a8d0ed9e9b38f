package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Adds up what the misses of one period earn and applies the cap, step by step. */
final class CreditSum {
    private static final Pattern FOR_EACH =
            Pattern.compile("\\b(?:for\\s+(?:each|every)|per)\\b", Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final String contract;
    private final Period period;
    private final List<MeasureResult> missed;
    private final List<Derivation> workings = new ArrayList<>();
    private final Set<String> rows = new LinkedHashSet<>();
    private double confidence = 1;
    private String missing = "";

    CreditSum(Dossier dossier, List<MeasureResult> missed) {
        this.dossier = dossier;
        this.missed = List.copyOf(missed);
        this.contract = missed.get(0).contract();
        this.period = missed.get(0).period();
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

    private static TypedValue credited(MeasureResult result) {
        return result.credit()
                .orElseThrow(() -> new IllegalStateException("Only misses that earn a credit are added up"));
    }

    /** Percentages of one fee are added up first and rounded once. */
    private Optional<Sum> ofPercents() {
        boolean percents = missed.stream().allMatch(result -> credited(result) instanceof TypedValue.Percent);
        Optional<FeeLines> fees = percents ? fees(missed.get(0).measure()) : Optional.empty();
        if (fees.isEmpty() || !isTheFeeOfAll(fees.get())) {
            return Optional.empty();
        }
        missed.forEach(this::addSteps);
        List<Input> parts = missed.stream().map(CreditSum::credit).toList();
        BigDecimal sum = missed.stream()
                .map(result -> ((TypedValue.Percent) credited(result)).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (parts.size() > 1) {
            workings.add(new Derivation(Operation.SUM, parts, sum.toPlainString() + " %"));
        }
        Optional<CreditCap> cap = cap();
        BigDecimal capped = cap.filter(found -> !found.longer() && isOfTheSame(found, fees.get()))
                .map(found -> least(sum, found))
                .orElse(sum);
        Input share = parts.size() == 1 && capped.compareTo(sum) == 0
                ? parts.get(0)
                : new Input("credits together", capped.toPlainString() + " %", null);
        Money before = fees.get().percent(sum);
        Money after = share(share, capped, fees.get());
        return cap.isPresent() && !isOfTheSame(cap.get(), fees.get())
                ? limited(after, cap.get(), fees.get())
                : longerCap(before, after, cap, fees.get());
    }

    private boolean isTheFeeOfAll(FeeLines fees) {
        return missed.stream()
                .skip(1)
                .allMatch(result -> fees(result.measure())
                        .filter(other -> other.rows().equals(fees.rows()))
                        .isPresent());
    }

    /** How a credit for each so much of a shortfall came about. */
    private void addSteps(MeasureResult result) {
        Optional<CreditStep> step = result.measure().step();
        if (step.isEmpty()) {
            return;
        }
        String unit = result.measure().content().unit();
        BigDecimal shortfall = result.shortfall();
        String steps = step.get().steps(shortfall).toPlainString();
        BigDecimal every = step.get().every();
        workings.add(new Derivation(
                Operation.DIFFERENCE,
                MeasureResult.isUpwards(result.measure().content().comparison())
                        ? List.of(target(result), measured(result))
                        : List.of(measured(result), target(result)),
                shortfall.toPlainString() + " " + unit));
        workings.add(new Derivation(
                Operation.WHOLE_QUOTIENT,
                List.of(
                        new Input("shortfall", shortfall.toPlainString(), null),
                        new Input(
                                step.get().commenced() ? "each commenced" : "each full",
                                every.toPlainString(),
                                citationOf(result.measure(), every).orElse(null))),
                steps));
        workings.add(new Derivation(
                Operation.PRODUCT,
                List.of(creditOf(result.measure(), step.get().credit()), new Input("steps", steps, null)),
                credited(result).display()));
    }

    private static Input target(MeasureResult result) {
        BigDecimal target = result.measure().content().target();
        return target == null
                ? new Input("target", "", null)
                : new Input(
                        "target",
                        target.toPlainString(),
                        citationOf(result.measure(), target).orElse(null));
    }

    private static Input measured(MeasureResult result) {
        BigDecimal value = result.value();
        String written = value == null ? "" : value.toPlainString();
        Optional<Measurement> reported = result.measurements().stream()
                .findFirst()
                .filter(row -> row.value() != null && row.numerator() == null);
        return reported.map(row ->
                        Input.of(row.measure(), written, new FactCell(FactKind.MEASUREMENT.label(), row.id(), "value")))
                .orElse(new Input("value", written, null));
    }

    private static boolean isOfTheSame(CreditCap cap, FeeLines fees) {
        FeeBase base = cap.base();
        return cap.most() instanceof TypedValue.Percent
                && (base == null
                        || Words.of(base.name())
                                .without(Set.of("monthly"))
                                .equals(Words.of(fees.base().name()).without(Set.of("monthly"))));
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
        Input base = fees.lines().size() == 1
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
            addSteps(result);
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
        Optional<CreditCap> cap = cap();
        return cap.isEmpty() ? Optional.of(new Sum(total, total)) : limited(total, cap.get(), null);
    }

    private Optional<Money> money(MeasureResult result) {
        if (credited(result) instanceof TypedValue.Percent percent) {
            return fees(result.measure()).map(fees -> share(credit(result), percent.value(), fees));
        }
        if (!(credited(result) instanceof TypedValue.Amount amount)) {
            return Optional.empty();
        }
        CurrencyUnit currency = amount.value().getCurrencyUnit();
        if (result.measure().step().isPresent() || !isForEach(result, amount)) {
            Money money = Money.of(currency, amount.value().getAmount(), RoundingMode.HALF_UP);
            workings.add(new Derivation(Operation.BAND, List.of(measured(result), credit(result)), money.toString()));
            return Optional.of(money);
        }
        return result.failures().map(failures -> {
            Money money = Money.of(currency, amount.value().getAmount().multiply(failures), RoundingMode.HALF_UP);
            workings.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(credit(result), new Input("failures", failures.toPlainString(), null)),
                    money.toString()));
            return money;
        });
    }

    private static boolean isForEach(MeasureResult result, TypedValue.Amount amount) {
        return citationOf(result.measure(), amount.value().getAmount())
                .filter(citation -> FOR_EACH.matcher(citation.quote()).find())
                .isPresent();
    }

    private static Input credit(MeasureResult result) {
        return creditOf(result.measure(), credited(result));
    }

    private static Input creditOf(PromisedMeasure measure, TypedValue value) {
        BigDecimal number = value instanceof TypedValue.Percent percent
                ? percent.value()
                : value instanceof TypedValue.Amount amount ? amount.value().getAmount() : BigDecimal.ZERO;
        return new Input(
                "credit for " + measure.name(),
                value.display(),
                citationOf(measure, number).orElse(null));
    }

    /** The words that state a number. */
    static Optional<Citation> citationOf(PromisedMeasure measure, BigDecimal number) {
        String digits = number.stripTrailingZeros().toPlainString();
        return measure.findWords(Pattern.compile("(?<![\\d.,])" + Pattern.quote(digits)
                + (digits.contains(".") ? "0*" : "(?:\\.0+)?") + "(?![\\d]|[.,]\\d)"));
    }

    private Optional<FeeLines> fees(PromisedMeasure measure) {
        @Nullable String metric = measure.content().metric();
        List<Citation> words = measure.citations().stream()
                .filter(citation -> !citation.quote().equals(metric))
                .toList();
        Optional<FeeBase> base = FeeBase.ofCredits(words).or(() -> FeeBase.ofLimit(words));
        Optional<FeeLines> fees = base.flatMap(found -> FeeLines.find(found, contract, period, dossier)
                .flatMap(lines -> found.isOfOneAmongSeveral() ? lines.of(measure.name()) : Optional.of(lines)));
        if (fees.isEmpty()) {
            missing = base.map(found -> "invoice lines for “" + found.name() + "” of " + period)
                    .orElse("what the credit for “" + measure.name() + "” is a percentage of");
        }
        return fees;
    }

    private Optional<CreditCap> cap() {
        return CreditCap.of(missed.stream().map(MeasureResult::measure).toList());
    }

    private Optional<Sum> limited(Money total, CreditCap cap, @Nullable FeeLines fees) {
        if (cap.longer()) {
            return longerCap(total, total, Optional.of(cap), fees);
        }
        Optional<Money> most = most(cap);
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

    private Optional<Money> most(CreditCap cap) {
        if (cap.most() instanceof TypedValue.Amount amount) {
            return Optional.of(
                    Money.of(amount.value().getCurrencyUnit(), amount.value().getAmount(), RoundingMode.HALF_UP));
        }
        FeeBase base = cap.base();
        return cap.most() instanceof TypedValue.Percent percent && base != null
                ? FeeLines.find(base, contract, period, dossier).map(lines -> lines.percent(percent.value()))
                : Optional.empty();
    }

    /** A limit for a longer time must lie far enough: what it is taken of is known for the period only. */
    private Optional<Sum> longerCap(Money before, Money after, Optional<CreditCap> cap, @Nullable FeeLines fees) {
        boolean inReach = cap.filter(CreditCap::longer)
                .filter(found -> isInReach(after, found, fees))
                .isPresent();
        if (inReach) {
            missing = "what the limit of credits for a longer time comes to, which they may pass";
            return Optional.empty();
        }
        return Optional.of(new Sum(before, after));
    }

    private boolean isInReach(Money after, CreditCap cap, @Nullable FeeLines fees) {
        if (cap.most() instanceof TypedValue.Amount amount) {
            return after.getAmount().compareTo(amount.value().getAmount()) > 0;
        }
        if (!(cap.most() instanceof TypedValue.Percent percent) || fees == null) {
            return true;
        }
        Period soFar = ContractYear.soFar(missed.get(0).measure(), period, dossier.asOf());
        Money given = Settlement.creditedIn(dossier.facts(), soFar, fees.currency());
        return FeeLines.find(fees.base(), contract, soFar, dossier)
                .map(lines -> after.plus(given).isGreaterThan(lines.percent(percent.value())))
                .orElse(true);
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
