package io.recital.models.evidence.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** {@code WORKDAYS(from, to)}: the days from Monday to Friday after one day, up to another and including it; holidays count. */
@FunctionParameter(name = "from")
@FunctionParameter(name = "to")
public final class WorkDays extends AbstractFunction {
    private static final long FARTHEST = 36_600;

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... parameters) {
        LocalDate from = FullMonths.day(parameters[0]);
        LocalDate to = FullMonths.day(parameters[1]);
        if (Math.abs(to.toEpochDay() - from.toEpochDay()) > FARTHEST) {
            throw new ArithmeticException("WORKDAYS counts a hundred years at the most");
        }
        LocalDate first = from.isBefore(to) ? from : to;
        LocalDate last = from.isBefore(to) ? to : from;
        long days = first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
        return EvaluationValue.numberValue(BigDecimal.valueOf(from.isBefore(to) ? days : -days));
    }
}
