package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Formula;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a clause that says what no other sort of finding can hold is held against the facts: where its inputs are, what they
 * come to, and what that means. A person states it once, or a language model proposes it; the ledger computes it for every
 * period.
 *
 * @param name what is checked, for a reader, such as {@code Deduction for late repairs}
 * @param outcome what a positive amount is: a class of value leakage such as {@code exposure}, or {@code breach}
 * @param check under which name the ledger lists it; null for {@code clause-check}
 * @param currency ISO code of the amount; null only for a breach
 * @param every how often it is computed
 * @param each the rows of which each is looked at; with {@code every} row and only then
 * @param from first day from which periods are counted; null for calendar periods since the first row
 * @param to last day on which it applies; null for no end
 * @param inputs by the names under which the steps take them
 * @param steps in the order in which they are computed; the last one is the amount
 * @param when a condition on inputs and steps without which nothing is owed; null for none
 * @param until the last day for claiming it, such as {@code end + 2 months}; null where no clause says
 * @param calendar the places whose public holidays are no business days, such as {@code England and Wales}; null where
 *     Saturdays and Sundays alone are none
 */
public record ClauseCheck(
        String name,
        String outcome,
        @Nullable String check,
        @Nullable String currency,
        Every every,
        @Nullable RowSelection each,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<CheckInput> inputs,
        List<Step> steps,
        @Nullable String when,
        @Nullable String until,
        @Nullable String calendar)
        implements FindingContent {
    /** The outcome of what costs nothing by itself. */
    public static final String BREACH = "breach";

    private static final Pattern LABEL = Pattern.compile("[a-z][a-z-]{1,39}");
    private static final int LONGEST_NAME = 120;

    /** How often a check is computed. */
    public enum Every {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        /** For each of the rows that it names. */
        ROW
    }

    /**
     * A part of the computation.
     *
     * @param name under which later steps take it
     * @param formula over inputs and earlier steps, as {@link Formula} reads it
     */
    public record Step(String name, String formula) {
        public Step {
            requireNonNull(name, "name");
            requireNonNull(formula, "formula");
        }
    }

    /** One that knows no holidays. */
    public ClauseCheck(
            String name,
            String outcome,
            @Nullable String check,
            @Nullable String currency,
            Every every,
            @Nullable RowSelection each,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<CheckInput> inputs,
            List<Step> steps,
            @Nullable String when,
            @Nullable String until) {
        this(name, outcome, check, currency, every, each, from, to, inputs, steps, when, until, null);
    }

    public ClauseCheck {
        requireNonNull(
                every, "A check says how often it is computed: 'every' is month, quarter, half-year, year or row");
        inputs = List.copyOf(Objects.requireNonNullElse(inputs, List.of()));
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
        refuse(
                name == null || name.isBlank() || name.length() > LONGEST_NAME,
                "A check has a name of at most 120 characters");
        refuse(outcome == null || !LABEL.matcher(outcome).matches(), "A check says what its amount is: 'outcome'");
        refuse(check != null && !LABEL.matcher(check).matches(), "'check' is a word in lower case with hyphens");
        refuse(
                (currency == null) != BREACH.equals(outcome),
                "A check of money names its currency, and a breach has none");
        refuse(
                (each == null) == (every == Every.ROW),
                "'each' names the rows of a check for every row, and of no other");
        refuse(from != null && to != null && to.isBefore(from), "A check applies forwards: 'to' is before 'from'");
        refuse(steps.isEmpty(), "A check computes something: 'steps' is empty");
        refuseUnknownNames(inputs, steps, when);
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Every name that a formula takes is an input, an earlier step or a day of the period. */
    private static void refuseUnknownNames(List<CheckInput> inputs, List<Step> steps, @Nullable String when) {
        Set<String> known = new HashSet<>(Set.of("start", "end", "today"));
        inputs.forEach(input -> add(input.name(), known));
        for (Step step : steps) {
            refuseUnknown(new Formula(step.formula()), known);
            add(step.name(), known);
        }
        if (when != null) {
            refuseUnknown(new Formula(when), known);
        }
    }

    private static void add(String name, Set<String> known) {
        refuse(!name.matches("[a-z][A-Za-z0-9_]{0,39}"), "“" + name + "” is no name: use letters, digits and _");
        refuse(!known.add(name.toLowerCase(Locale.ROOT)), "The name “" + name + "” is used twice");
    }

    private static void refuseUnknown(Formula formula, Set<String> known) {
        for (String name : formula.names()) {
            refuse(
                    !known.contains(name),
                    "“" + formula + "” takes “" + name + "”, which is no input and no earlier step");
        }
    }

    /** Under which name the ledger lists it. */
    public String label() {
        return check == null ? "clause-check" : check;
    }

    @Override
    public FindingKind kind() {
        return FindingKind.CHECK;
    }

    @Override
    public String type() {
        return outcome;
    }

    @Override
    public String summary() {
        return name + ": " + steps.get(steps.size() - 1).formula() + ", every "
                + every.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
