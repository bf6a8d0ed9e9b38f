package io.recital.models.ledger.stated;

import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Formula;
import io.recital.models.finding.CheckInput;
import io.recital.models.ledger.stated.CheckSheet.MissingInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Carries a rise from one time to the next: each is on what the one before came to, and is a step of the computation. */
final class RiseInput {
    private static final int MOST = 600;

    private RiseInput() {}

    /** How much it rises by each time. */
    static Formula formula(CheckInput.Rise rise) {
        String risen = rise.base() + " * (100 + " + rise.rate() + ") / 100";
        return new Formula(rise.places() == null ? risen : "ROUNDHALFUP(" + risen + ", " + rise.places() + ")");
    }

    static void read(CheckInput.Rise rise, CheckSheet sheet) throws MissingInput {
        Formula formula = formula(rise);
        LocalDate first = LocalDate.parse(sheet.day(rise.first()).value());
        LocalDate day = LocalDate.parse(
                sheet.day(rise.on() == null ? "start" : rise.on()).value());
        BigDecimal rate = value(rise.rate(), sheet);
        BigDecimal now = value(rise.base(), sheet);
        Input shown = sheet.shown(rise.base());
        int months = CheckedPeriod.months(rise.every());
        for (int number = 0; !first.plusMonths((long) number * months).isAfter(day); number++) {
            if (number == MOST) {
                throw new MissingInput("a first rise within " + MOST + " times of " + day + " (" + rise.name() + ")");
            }
            now = sheet.working(
                    formula,
                    Map.of(
                            rise.base().toLowerCase(Locale.ROOT),
                            now,
                            rise.rate().toLowerCase(Locale.ROOT),
                            rate),
                    List.of(shown, sheet.shown(rise.rate())));
            shown = new Input(
                    rise.name() + " from " + first.plusMonths((long) number * months), CellValue.plain(now), null);
        }
        sheet.put(rise.name(), now, shown);
    }

    private static BigDecimal value(String name, CheckSheet sheet) throws MissingInput {
        return sheet.value(name).orElseThrow(() -> new MissingInput(name));
    }
}
