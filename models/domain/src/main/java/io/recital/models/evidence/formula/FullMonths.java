package io.recital.models.evidence.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** {@code MONTHS(from, to)}: the full months from one day to another. */
@FunctionParameter(name = "from")
@FunctionParameter(name = "to")
public final class FullMonths extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... parameters) {
        return EvaluationValue.numberValue(
                BigDecimal.valueOf(ChronoUnit.MONTHS.between(day(parameters[0]), day(parameters[1]))));
    }

    static LocalDate day(EvaluationValue value) {
        return LocalDate.ofEpochDay(value.getNumberValue().longValueExact());
    }
}
