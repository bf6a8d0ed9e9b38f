package io.recital.samples.truth;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula over named numbers, calculated in decimals of 34 digits; money is rounded with {@code ROUNDHALFUP}. */
final class Formula {
    private static final Set<String> CONSTANTS = Set.of("0", "1", "4", "12", "100", "360", "365", "10000");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_.])\\d+(?:\\.\\d+)?");
    /** The places in {@code ROUND(x, 2)}. */
    private static final Pattern PLACES = Pattern.compile("\\s*\\)");

    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .mathContext(new MathContext(34, RoundingMode.HALF_EVEN))
            .build()
            .withAdditionalFunctions(Map.entry("ROUNDHALFUP", new RoundHalfUp()));

    private final String text;

    Formula(String text) {
        this.text = text;
    }

    /** The exact result; a condition gives {@code true} or {@code false}. */
    String evaluate(Map<String, BigDecimal> values) throws FormulaException {
        refuseConstants();
        try {
            EvaluationValue result =
                    new Expression(text, CONFIGURATION).withValues(values).evaluate();
            if (result.isBooleanValue()) {
                return result.getBooleanValue().toString();
            }
            if (!result.isNumberValue()) {
                throw new FormulaException("it does not give a number");
            }
            return result.getNumberValue().toPlainString();
        } catch (BaseException e) {
            throw new FormulaException(String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new FormulaException("it cannot be calculated: " + e.getMessage());
        }
    }

    private void refuseConstants() throws FormulaException {
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            boolean places = text.substring(0, numbers.start()).matches("(?s).*,\\s*")
                    && PLACES.matcher(text).region(numbers.end(), text.length()).lookingAt()
                    && numbers.group().length() == 1;
            if (!places && !CONSTANTS.contains(numbers.group())) {
                throw new FormulaException(numbers.group() + " is no input: take it from a fact or a quote");
            }
        }
    }

    /** A formula that gives no result; the message says why. */
    static final class FormulaException extends Exception {
        private static final long serialVersionUID = 1L;

        FormulaException(String message) {
            super(message);
        }
    }

    /** Rounds half away from zero, as money is rounded. */
    @FunctionParameter(name = "value")
    @FunctionParameter(name = "places")
    private static final class RoundHalfUp extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... parameters) {
            int places = parameters[1].getNumberValue().intValueExact();
            return EvaluationValue.numberValue(parameters[0].getNumberValue().setScale(places, RoundingMode.HALF_UP));
        }
    }
}
