package io.recital.models.ledger.stated;

import io.recital.models.evidence.Formula;
import io.recital.models.fact.FactColumns;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.ClauseCheck;
import java.util.Locale;
import java.util.Set;

/** What inputs of a stated check take from others: each name stands before it, or is a column. */
final class StatedNames {
    private StatedNames() {}

    /** Refuses an input that takes what there is not, in words that say what to write. */
    static void refuseUnknown(CheckInput input, ClauseCheck check, Set<String> known) {
        if (input instanceof CheckInput.Rows rows && rows.formula() != null) {
            refuseUnknown(rows, new Formula(rows.formula()), known);
        } else if (input instanceof CheckInput.Rise rise) {
            refuseUnknownName(rise, rise.base(), known);
            refuseUnknownName(rise, rise.rate(), known);
            refuseUnknownDay(rise.first(), check, known);
            refuseUnknownDay(rise.on() == null ? "start" : rise.on(), check, known);
            RiseInput.formula(rise);
        } else if (input instanceof CheckInput.Day day) {
            refuseUnknownDay(day.from(), check, known);
            refuseUnknownName(day, day.add(), known);
        } else if (input instanceof CheckInput.BusinessDays days) {
            refuseUnknownDay(days.from(), check, known);
            refuseUnknownDay(days.to(), check, known);
        }
    }

    private static void refuseUnknown(CheckInput.Rows rows, Formula formula, Set<String> known) {
        Set<String> columns = FactColumns.names(RowPool.kind(rows.rows()));
        if (formula.names().stream().noneMatch(columns::contains)) {
            throw new IllegalArgumentException("“" + formula + "” takes no column of the rows of “" + rows.name()
                    + "”; they have " + String.join(", ", columns));
        }
        for (String name : formula.names()) {
            if (columns.contains(name) == known.contains(name)) {
                throw new IllegalArgumentException("“" + formula + "” takes “" + name + "”, which is "
                        + (known.contains(name)
                                ? "both an input and a column: give the input another name"
                                : "no input before it and no column; rows of the kind "
                                        + RowPool.kind(rows.rows()).label() + " have " + String.join(", ", columns)));
            }
        }
    }

    private static void refuseUnknownName(CheckInput input, String name, Set<String> known) {
        if (!known.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "The input “" + input.name() + "” takes “" + name + "”, which is no input before it");
        }
    }

    private static void refuseUnknownDay(String day, ClauseCheck check, Set<String> known) {
        if (!known.contains(day.toLowerCase(Locale.ROOT))) {
            StatedCheck.refuseUnknownDay(day, check.each());
        }
    }
}
