package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What one term gives as liquidated damages for a month: so much for each unit that failed, less free and waived ones. */
final class TermDamages {
    private final Dossier dossier;
    private final String contract;
    private final Period month;
    private final List<MeasureResult> results;
    private final DamagesTerm term;
    private final List<Derivation> workings = new ArrayList<>();
    private final Set<String> rows = new LinkedHashSet<>();
    private final Set<Finding> rests = new LinkedHashSet<>();
    private double confidence = 1;
    private String missing = "";

    /** @param results of that contract and month */
    TermDamages(Dossier dossier, String contract, Period month, List<MeasureResult> results, DamagesTerm term) {
        this.dossier = dossier;
        this.contract = contract;
        this.month = month;
        this.results = List.copyOf(results);
        this.term = term;
    }

    /** The money; empty where nothing is due, or an input is missing, which {@link #missing()} then names. */
    Optional<Money> money() {
        Optional<String> condition = term.condition();
        Optional<UnitCount> count = condition.isPresent()
                ? failures(condition.get())
                : UnitCount.ofFacts(dossier.facts(), term.unit(), contract, month);
        return count.flatMap(this::lessWaived).map(this::money).filter(Money::isPositive);
    }

    private Optional<UnitCount> failures(String condition) {
        List<MeasureResult> named = results.stream()
                .filter(result -> isNamed(result.measure(), condition))
                .toList();
        if (named.size() != 1) {
            missing = named.isEmpty() ? "" : "which measure “" + condition + "” is";
            return Optional.empty();
        }
        MeasureResult result = named.get(0);
        if (result.state() == MeasureResult.State.NOT_CHECKABLE) {
            missing = result.missing();
            return Optional.empty();
        }
        if (!result.isMissed()) {
            return Optional.empty();
        }
        rests.addAll(result.measure().findings());
        Optional<UnitCount> count = UnitCount.ofFailures(result, term.unit(), dossier.facts());
        if (count.isEmpty()) {
            missing = "how often “" + term.unit() + "” happened in " + month;
        }
        return count;
    }

    /** Whether words name a measure, by its code or by all words of its name. */
    static boolean isNamed(PromisedMeasure measure, String words) {
        boolean byCode = measure.code()
                .map(code -> Pattern.compile("\\b" + Pattern.quote(code) + "\\b")
                        .matcher(words)
                        .find())
                .orElse(false);
        TellingWords name = TellingWords.of(measure.name());
        return byCode || TellingWords.of(words).shared(name) == name.all().size();
    }

    private Optional<UnitCount> lessWaived(UnitCount counted) {
        UnitCount count = counted;
        for (Waiver waiver : Waiver.list(dossier, month.to(), term)) {
            if (waiver.isFor(month)) {
                if (!waiver.agreed()) {
                    missing = "whether it was agreed to as asked for: “"
                            + waiver.stated().quote() + "”";
                    return Optional.empty();
                }
                if (waiver.days().isEmpty() || count.units().isEmpty()) {
                    missing = "which of “" + term.unit() + "” in " + month + " a waiver is for";
                    return Optional.empty();
                }
                List<ContractEvent> waived = waiver.of(count.units());
                rests.add(waiver.finding());
                count = count.without(waived, waivedStep(count, waived, waiver));
            }
        }
        return Optional.of(count);
    }

    private static Derivation waivedStep(UnitCount count, List<ContractEvent> waived, Waiver waiver) {
        BigDecimal left = count.number().subtract(BigDecimal.valueOf(waived.size()));
        return new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Input("failed", count.number().toPlainString(), null),
                        new Input("waived", String.valueOf(waived.size()), waiver.stated())),
                left.toPlainString());
    }

    private Money money(UnitCount count) {
        BigDecimal paid = count.number().subtract(term.free()).max(BigDecimal.ZERO);
        Money money = term.rate().multipliedBy(paid, RoundingMode.HALF_UP);
        if (money.isPositive()) {
            workings.addAll(count.workings());
            rows.addAll(count.rows());
            confidence = Math.min(confidence, count.confidence());
            @Nullable Citation words = term.rateWords().orElse(null);
            if (term.free().signum() > 0) {
                workings.add(new Derivation(
                        Operation.DIFFERENCE,
                        List.of(
                                new Input(term.unit(), count.number().toPlainString(), null),
                                new Input("free", term.free().toPlainString(), words)),
                        paid.toPlainString()));
            }
            workings.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(
                            new Input(
                                    "damages for each " + term.unit(),
                                    term.rate().toString(),
                                    words),
                            new Input("number", paid.toPlainString(), null)),
                    money.toString()));
        }
        return money;
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

    /** The findings that it rests on beside the term itself. */
    Set<Finding> rests() {
        return rests;
    }

    double confidence() {
        return confidence;
    }
}
