package io.recital.models.evidence.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** {@code MONTHSBEGUN(from, to)}: the months from one day to another of which at least a day has passed. */
@FunctionParameter(name = "from")
@FunctionParameter(name = "to")
public final class BegunMonths extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... parameters) {
        LocalDate from = FullMonths.day(parameters[0]);
        LocalDate to = FullMonths.day(parameters[1]);
        long full = ChronoUnit.MONTHS.between(from, to);
        return EvaluationValue.numberValue(
                BigDecimal.valueOf(from.plusMonths(full).isBefore(to) ? full + 1 : full));
    }
}
