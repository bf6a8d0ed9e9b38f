package io.recital.models.ledger.stated;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.stated.CheckSheet.MissingInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Days, and the business days between them, by the calendar of the check. */
final class DayInput {
    private static final BigDecimal MOST = BigDecimal.valueOf(36_600);

    private DayInput() {}

    /** A day so long after another. */
    static void read(CheckInput.Day wanted, CheckSheet sheet) throws MissingInput {
        Input from = sheet.day(wanted.from());
        BigDecimal count = sheet.value(wanted.add()).orElseThrow(() -> new MissingInput(wanted.add()));
        if (count.signum() < 0 || count.stripTrailingZeros().scale() > 0 || count.compareTo(MOST) > 0) {
            throw new MissingInput("a number of " + wanted.unit().name().toLowerCase(Locale.ROOT) + " in "
                    + wanted.add() + ", which is " + CellValue.plain(count) + " (" + wanted.name() + ")");
        }
        TimeSpan span = new TimeSpan(count.intValueExact(), wanted.unit());
        LocalDate day = span.after(LocalDate.parse(from.value()), sheet.at().calendar());
        Input length = sheet.shown(wanted.add());
        sheet.add(new Derivation(
                Operation.DAY_AFTER,
                List.of(from, new Input(length.what(), span.display(), length.citation(), length.cell()), days(sheet)),
                day.toString()));
        put(wanted.name(), day, sheet);
    }

    /** How many business days lie after one day, up to another and including it. */
    static void read(CheckInput.BusinessDays wanted, CheckSheet sheet) throws MissingInput {
        Input from = sheet.day(wanted.from());
        Input to = sheet.day(wanted.to());
        LocalDate first = LocalDate.parse(from.value());
        LocalDate last = LocalDate.parse(to.value());
        long count = sheet.at().calendar().between(first, last);
        sheet.add(new Derivation(
                Operation.BUSINESS_DAYS_BETWEEN, List.of(from, to, days(sheet)), count + " business days"));
        sheet.put(wanted.name(), BigDecimal.valueOf(count), new Input(wanted.name(), Long.toString(count), null));
    }

    private static Input days(CheckSheet sheet) {
        String calendar = sheet.stated().check().calendar();
        return new Input("calendar", calendar == null ? BusinessCalendar.WEEKDAYS.toString() : calendar, null);
    }

    private static void put(String name, LocalDate day, CheckSheet sheet) {
        sheet.put(name, BigDecimal.valueOf(day.toEpochDay()), new Input(name, day.toString(), null));
    }
}
