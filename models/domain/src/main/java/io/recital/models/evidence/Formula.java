package io.recital.models.evidence;

import static java.util.Objects.requireNonNull;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.NotFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import io.recital.models.evidence.formula.BegunMonths;
import io.recital.models.evidence.formula.FullMonths;
import io.recital.models.evidence.formula.RoundHalfUp;
import io.recital.models.evidence.formula.WorkDays;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sum over named numbers, such as {@code ROUNDHALFUP(fee * rate / 100, 2)}, in decimals of 34 digits. A day is the number
 * of days since 1970, a condition is 1 or 0. It knows no powers, no text and no clock: what it takes is short, and what it
 * gives depends on its names alone.
 */
public final class Formula {
    private static final int LONGEST = 500;
    /** Numbers that no contract needs to state: those of counting and of the calendar. */
    private static final Set<String> PLAIN = Set.of(
            "0", "1", "2", "4", "7", "12", "24", "52", "60", "100", "360", "365", "366", "1000", "10000", "1000000");

    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_.])\\d+(?:\\.\\d+)?(?![A-Za-z_])");
    private static final Pattern PLACES = Pattern.compile("(?i)ROUNDHALFUP\\s*\\(.*,\\s*$", Pattern.DOTALL);
    private static final String FUNCTIONS =
            "ABS, MIN, MAX, IF, NOT, FLOOR, CEILING, ROUNDHALFUP(x, places), MONTHS, MONTHSBEGUN and WORKDAYS(day, day)";

    @SuppressWarnings("unchecked") // a generic array of entries, as the library takes them
    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .mathContext(new MathContext(34, RoundingMode.HALF_EVEN))
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .defaultConstants(Map.of())
            .functionDictionary(MapBasedFunctionDictionary.ofFunctions(
                    Map.entry("ABS", new AbsFunction()),
                    Map.entry("MIN", new MinFunction()),
                    Map.entry("MAX", new MaxFunction()),
                    Map.entry("IF", new IfFunction()),
                    Map.entry("NOT", new NotFunction()),
                    Map.entry("FLOOR", new FloorFunction()),
                    Map.entry("CEILING", new CeilingFunction()),
                    Map.entry("ROUNDHALFUP", new RoundHalfUp()),
                    Map.entry("MONTHS", new FullMonths()),
                    Map.entry("MONTHSBEGUN", new BegunMonths()),
                    Map.entry("WORKDAYS", new WorkDays())))
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(
                    Map.entry("-", new PrefixMinusOperator()),
                    Map.entry("+", new InfixPlusOperator()),
                    Map.entry("-", new InfixMinusOperator()),
                    Map.entry("*", new InfixMultiplicationOperator()),
                    Map.entry("/", new InfixDivisionOperator()),
                    Map.entry("=", new InfixEqualsOperator()),
                    Map.entry("==", new InfixEqualsOperator()),
                    Map.entry("!=", new InfixNotEqualsOperator()),
                    Map.entry("<>", new InfixNotEqualsOperator()),
                    Map.entry(">", new InfixGreaterOperator()),
                    Map.entry(">=", new InfixGreaterEqualsOperator()),
                    Map.entry("<", new InfixLessOperator()),
                    Map.entry("<=", new InfixLessEqualsOperator()),
                    Map.entry("&&", new InfixAndOperator()),
                    Map.entry("||", new InfixOrOperator())))
            .build();

    private final String text;
    private final Expression parsed;
    private final Set<String> names;

    /** Refuses, in words that say why, what is no sum or takes a figure that is not quoted from somewhere. */
    public Formula(String text) {
        this.text = requireNonNull(text, "text").strip();
        if (this.text.isEmpty() || this.text.length() > LONGEST) {
            throw new IllegalArgumentException("A formula has between 1 and " + LONGEST + " characters");
        }
        refuseFigures();
        try {
            this.parsed = new Expression(this.text, CONFIGURATION);
            this.names = inOrder(parsed.getUsedVariables());
        } catch (BaseException e) {
            throw new IllegalArgumentException(
                    "“" + this.text + "” is no formula: " + e.getMessage() + "; there are + - * / = < > && || and "
                            + FUNCTIONS,
                    e);
        }
    }

    /** A figure of the contract has to be an input with its quote: what stands in a formula leads back to nothing. */
    private void refuseFigures() {
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            boolean places = numbers.group().length() == 1
                    && PLACES.matcher(text.substring(0, numbers.start())).find();
            if (!places && !PLAIN.contains(numbers.group())) {
                throw new IllegalArgumentException(
                        "The " + numbers.group() + " in “" + text
                                + "” leads back to nothing: make it an input that is written in the contract or stands in a row");
            }
        }
    }

    private Set<String> inOrder(Set<String> used) {
        String words = text.toLowerCase(Locale.ROOT);
        return used.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted(Comparator.comparingInt(name -> place(words, name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int place(String words, String name) {
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(words);
        return matcher.find() ? matcher.start() : words.length();
    }

    public String text() {
        return text;
    }

    /** The names that it takes, in lower case, in the order in which they stand there. */
    public Set<String> names() {
        return names;
    }

    /** The exact result; an {@link ArithmeticException} says why there is none. */
    public BigDecimal evaluate(Map<String, BigDecimal> values) {
        try {
            EvaluationValue result = parsed.copy().withValues(values).evaluate();
            if (result.isBooleanValue()) {
                return Boolean.TRUE.equals(result.getBooleanValue()) ? BigDecimal.ONE : BigDecimal.ZERO;
            }
            if (!result.isNumberValue()) {
                throw new ArithmeticException("“" + text + "” does not give a number");
            }
            return result.getNumberValue();
        } catch (BaseException e) {
            throw new ArithmeticException("“" + text + "” cannot be computed: " + e.getMessage());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
