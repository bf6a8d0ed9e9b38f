package io.recital.models.evidence.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import java.math.RoundingMode;

/** {@code ROUNDHALFUP(value, places)}: rounds half away from zero, as money is rounded. */
@FunctionParameter(name = "value")
@FunctionParameter(name = "places")
public final class RoundHalfUp extends AbstractFunction {
    private static final int MOST_PLACES = 12;

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... parameters) {
        int places = parameters[1].getNumberValue().intValueExact();
        if (places < 0 || places > MOST_PLACES) {
            throw new ArithmeticException("ROUNDHALFUP rounds to 0 to " + MOST_PLACES + " places");
        }
        return EvaluationValue.numberValue(parameters[0].getNumberValue().setScale(places, RoundingMode.HALF_UP));
    }
}
