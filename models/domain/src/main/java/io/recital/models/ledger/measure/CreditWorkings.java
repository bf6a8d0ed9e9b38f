package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The inputs of a credit's workings, each with the words or the row that state it. */
final class CreditWorkings {
    private static final Pattern FOR_EACH =
            Pattern.compile("\\b(?:for\\s+(?:each|every)|per)\\b", Pattern.CASE_INSENSITIVE);

    private CreditWorkings() {}

    static TypedValue credited(MeasureResult result) {
        return result.credit()
                .orElseThrow(() -> new IllegalStateException("Only misses that earn a credit are added up"));
    }

    /** How a credit came about that no band states as such. */
    static List<Derivation> steps(MeasureResult result) {
        List<Derivation> steps = new ArrayList<>(bySteps(result));
        result.stated()
                .flatMap(credit -> AllocatedCredit.of(result.measure(), credit))
                .ifPresent(part -> steps.addAll(part.workings(result.measure())));
        RepeatedMiss rule = result.repeated();
        if (rule != null && !single(result).equals(credited(result))) {
            steps.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(
                            creditOf(result.measure(), single(result)),
                            new Input(
                                    "missed " + result.inARow() + " times running",
                                    rule.factor().toPlainString(),
                                    rule.stated())),
                    credited(result).display()));
        }
        return steps;
    }

    private static TypedValue single(MeasureResult result) {
        return result.single()
                .orElseThrow(() -> new IllegalStateException("Only misses that earn a credit are added up"));
    }

    /** How a credit for each so much of a shortfall came about. */
    private static List<Derivation> bySteps(MeasureResult result) {
        Optional<CreditStep> step = result.measure().step();
        if (step.isEmpty()) {
            return List.of();
        }
        String unit = result.measure().content().unit();
        BigDecimal shortfall = result.shortfall();
        String steps = step.get().steps(shortfall).toPlainString();
        BigDecimal every = step.get().every();
        Derivation missedBy = new Derivation(
                Operation.DIFFERENCE,
                MeasureResult.isUpwards(result.measure().content().comparison())
                        ? List.of(target(result), measured(result))
                        : List.of(measured(result), target(result)),
                shortfall.toPlainString() + " " + unit);
        Derivation inSteps = new Derivation(
                step.get().commenced() ? Operation.COMMENCED_QUOTIENT : Operation.WHOLE_QUOTIENT,
                List.of(
                        new Input("shortfall", shortfall.toPlainString(), null),
                        new Input(
                                step.get().commenced() ? "each commenced" : "each full",
                                every.toPlainString(),
                                citationOf(result.measure(), every).orElse(null))),
                steps);
        Derivation together = new Derivation(
                Operation.PRODUCT,
                List.of(creditOf(result.measure(), step.get().credit()), new Input("steps", steps, null)),
                single(result).display());
        return List.of(missedBy, inSteps, together);
    }

    static Input target(MeasureResult result) {
        BigDecimal target = result.measure().content().target();
        return target == null
                ? new Input("target", "", null)
                : new Input(
                        "target",
                        target.toPlainString(),
                        citationOf(result.measure(), target).orElse(null));
    }

    static Input measured(MeasureResult result) {
        BigDecimal value = result.value();
        String written = value == null ? "" : value.toPlainString();
        Optional<Measurement> reported = result.measurements().stream()
                .findFirst()
                .filter(row -> row.value() != null && row.numerator() == null);
        return reported.map(row ->
                        Input.of(row.measure(), written, new FactCell(FactKind.MEASUREMENT.label(), row.id(), "value")))
                .orElse(new Input("value", written, null));
    }

    static boolean isForEach(MeasureResult result, TypedValue.Amount amount) {
        BigDecimal one = single(result) instanceof TypedValue.Amount stated
                ? stated.value().getAmount()
                : amount.value().getAmount();
        return citationOf(result.measure(), one)
                .filter(citation -> FOR_EACH.matcher(citation.quote()).find())
                .isPresent();
    }

    static Input credit(MeasureResult result) {
        return creditOf(result.measure(), credited(result));
    }

    static Input creditOf(PromisedMeasure measure, TypedValue value) {
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
}
