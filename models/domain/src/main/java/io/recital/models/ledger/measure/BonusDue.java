package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the bonuses of one contract come to for a period, step by step, or what is missing to know it. */
final class BonusDue {
    private final Dossier dossier;
    private final String contract;
    private final Period period;
    private final List<MeasureResult> results;
    private final List<Derivation> workings = new ArrayList<>();
    private final Set<Finding> rests = new LinkedHashSet<>();
    private final Set<String> rows = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private double confidence = 1;
    private @Nullable Money due;
    private String missing = "";
    private boolean applies;

    /** @param results those of the contract and the period */
    BonusDue(Dossier dossier, String contract, Period period, List<MeasureResult> results) {
        this.dossier = dossier;
        this.contract = contract;
        this.period = period;
        this.results = results;
    }

    BonusDue of(List<BonusTerm> terms) {
        for (BonusTerm term : terms) {
            List<MeasureResult> own = own(term);
            if (!own.isEmpty()) {
                applies = true;
                rests.addAll(term.findings());
                own.forEach(result -> {
                    names.add(result.name());
                    rests.addAll(result.measure().findings());
                    rows.addAll(result.rows());
                    confidence = Math.min(confidence, result.confidence());
                });
                add(term, own);
            }
        }
        return this;
    }

    private List<MeasureResult> own(BonusTerm term) {
        if (term.isOfAll()) {
            return results;
        }
        List<PromisedMeasure> measures = term.measures(
                results.stream().map(MeasureResult::measure).distinct().toList());
        return results.stream()
                .filter(result -> measures.contains(result.measure()))
                .toList();
    }

    private void add(BonusTerm term, List<MeasureResult> own) {
        Optional<String> condition = term.condition();
        Optional<MeasureResult> open = (term.needsAllMet() ? results : own)
                .stream().filter(result -> !isKnown(result)).findFirst();
        boolean several = !term.isOfAll()
                && own.stream()
                                .map(result -> result.measure().name())
                                .distinct()
                                .count()
                        > 1;
        if (several) {
            missing = "which of the measures the bonus is for: " + quoted();
        } else if (open.isPresent()) {
            missing = open.get().missing().isEmpty()
                    ? "measurements of “" + open.get().name() + "” for " + period
                    : open.get().missing();
        } else if (!term.needsAllMet()
                || results.stream().allMatch(result -> result.state() == MeasureResult.State.MET)) {
            if (term.isOfAll()) {
                term.rate().ifPresent(rate -> earn(term, own.get(0), rate, condition));
            } else {
                own.forEach(result -> term.earnedBy(result)
                        .ifPresentOrElse(
                                value -> earn(term, result, value, condition),
                                () -> workings.addAll(result.workings())));
            }
        }
    }

    private static boolean isKnown(MeasureResult result) {
        return result.state() == MeasureResult.State.MET || result.state() == MeasureResult.State.MISSED;
    }

    private void earn(BonusTerm term, MeasureResult result, TypedValue value, Optional<String> condition) {
        if (condition.isPresent()) {
            missing = "whether it is so: “" + condition.get() + "”";
            return;
        }
        workings.addAll(result.workings());
        Input from = new Input(
                "bonus for " + (term.isOfAll() ? "all levels met" : result.name()),
                value.display(),
                term.stated().orElse(null));
        steps(term, result, value);
        if (value instanceof TypedValue.Amount amount) {
            Money money = BonusTerm.money(amount);
            workings.add(
                    new Derivation(Operation.BAND, List.of(CreditWorkings.measured(result), from), money.toString()));
            put(limited(term, money, null));
        } else if (value instanceof TypedValue.Percent percent) {
            Optional<FeeLines> fees = term.base().flatMap(base -> InvoicedFee.find(base, contract, period, dossier));
            if (fees.isEmpty()) {
                missing = term.base()
                        .map(base -> "invoice lines for “" + base.name() + "” of " + period)
                        .orElse("what the bonus for “" + result.name() + "” is a percentage of");
                return;
            }
            put(limited(term, share(from, percent.value(), fees.get()), fees.get()));
        }
    }

    private void steps(BonusTerm term, MeasureResult result, TypedValue value) {
        Optional<CreditStep> step = term.step();
        BigDecimal measured = result.value();
        BigDecimal from = term.floor().orElse(result.measure().content().target());
        if (step.isEmpty() || measured == null || from == null || term.isOfAll()) {
            return;
        }
        BigDecimal over = measured.subtract(from).abs();
        BigDecimal count = step.get().steps(over);
        workings.add(new Derivation(
                step.get().commenced() ? Operation.COMMENCED_QUOTIENT : Operation.WHOLE_QUOTIENT,
                List.of(
                        new Input("better by", over.toPlainString(), null),
                        new Input(
                                "each",
                                step.get().every().toPlainString(),
                                term.stated().orElse(null))),
                count.toPlainString()));
        workings.add(new Derivation(
                Operation.PRODUCT,
                List.of(
                        new Input(
                                "bonus for each",
                                step.get().credit().display(),
                                term.stated().orElse(null)),
                        new Input("steps", count.toPlainString(), null)),
                value.display()));
    }

    private Money share(Input share, BigDecimal percent, FeeLines fees) {
        Money money = fees.percent(percent);
        String net = fees.currency().getCode() + " " + fees.net().toPlainString();
        if (fees.lines().size() > 1) {
            workings.add(new Derivation(Operation.SUM, fees.inputs(), net));
        }
        fees.part().ifPresent(workings::add);
        workings.add(new Derivation(
                Operation.PERCENT_OF, List.of(share, new Input(fees.base().name(), net, null)), money.toString()));
        rows.addAll(fees.rows());
        confidence = Math.min(confidence, fees.confidence());
        return money;
    }

    /** No more than the limit of the clause; of a limit that cannot be reckoned nothing is known. */
    private @Nullable Money limited(BonusTerm term, Money money, @Nullable FeeLines fees) {
        Optional<TypedValue> cap = term.cap();
        if (cap.isEmpty()) {
            return money;
        }
        @Nullable Money most = null;
        if (cap.get() instanceof TypedValue.Amount amount) {
            most = BonusTerm.money(amount);
        } else if (cap.get() instanceof TypedValue.Percent percent && fees != null) {
            most = fees.percent(percent.value());
        }
        if (most == null || !most.getCurrencyUnit().equals(money.getCurrencyUnit())) {
            missing = "what the limit of the bonus comes to";
            return null;
        }
        if (money.isGreaterThan(most)) {
            workings.add(new Derivation(
                    Operation.LEAST,
                    List.of(
                            new Input("bonus", money.toString(), null),
                            new Input("most", most.toString(), term.stated().orElse(null))),
                    most.toString()));
            return most;
        }
        return money;
    }

    private void put(@Nullable Money money) {
        Money before = due;
        if (money == null) {
            return;
        }
        if (before != null && !before.getCurrencyUnit().equals(money.getCurrencyUnit())) {
            missing = "one currency for all bonuses of " + period;
            return;
        }
        due = before == null ? money : before.plus(money);
        if (before != null) {
            workings.add(new Derivation(
                    Operation.SUM,
                    List.of(
                            new Input("bonuses so far", before.toString(), null),
                            new Input("bonus", money.toString(), null)),
                    before.plus(money).toString()));
        }
    }

    /** Whether some bonus is about a measure that was measured in the period. */
    boolean applies() {
        return applies;
    }

    /** What was earned; empty where nothing was. */
    Optional<Money> money() {
        return Optional.ofNullable(due);
    }

    String missing() {
        return missing;
    }

    Period period() {
        return period;
    }

    String contract() {
        return contract;
    }

    List<Derivation> workings() {
        return List.copyOf(workings);
    }

    List<Finding> rests() {
        return List.copyOf(rests);
    }

    List<String> rows() {
        return List.copyOf(rows);
    }

    double confidence() {
        return confidence;
    }

    /** The names of the measures, in quotation marks. */
    String quoted() {
        return names.stream().map(name -> "“" + name + "”").collect(Collectors.joining(", "));
    }
}
