package io.recital.retrieval.performance;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Periods and days as answers say them, and the workings that let a reader check them. */
final class Wording {
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private Wording() {}

    /** “April 2026” for a whole month, else the first and the last day. */
    static String of(Period period) {
        YearMonth month = YearMonth.from(period.from());
        return period.equals(Period.of(month))
                ? month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear()
                : period.toString();
    }

    static Derivation working(Period period) {
        return days(
                new Input("first day", period.from().toString(), null),
                new Input("last day", period.to().toString(), null),
                period.from(),
                period.to());
    }

    static Derivation days(Input first, Input last, LocalDate from, LocalDate to) {
        return new Derivation(
                Operation.DAYS_BETWEEN, List.of(first, last), to.toEpochDay() - from.toEpochDay() + " days");
    }

    /** For each two days in a row that a text names, how many lie between. */
    static List<Derivation> days(String text) {
        List<LocalDate> named = DAY.matcher(text)
                .results()
                .map(found -> LocalDate.parse(found.group()))
                .toList();
        List<Derivation> workings = new ArrayList<>();
        for (int i = 0; i < named.size(); i += 2) {
            LocalDate from = named.get(i);
            LocalDate to = named.get(Math.min(i + 1, named.size() - 1));
            workings.add(
                    days(new Input("day", from.toString(), null), new Input("day", to.toString(), null), from, to));
        }
        return workings;
    }

    /** What invoice lines of one currency come to without tax. */
    static Derivation net(List<InvoiceLine> lines) {
        CurrencyUnit currency = lines.get(0).currency();
        BigDecimal sum = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Derivation(
                Operation.SUM,
                lines.stream()
                        .map(line -> Input.of(
                                "net",
                                line.net().toPlainString(),
                                new FactCell(line.kind().label(), line.id(), "net")))
                        .toList(),
                Telling.money(Money.of(currency, sum)));
    }

    /** How many there are of something, each by what it is called. */
    static Derivation count(String what, List<String> names) {
        return new Derivation(
                Operation.COUNT,
                names.stream().map(name -> new Input(what, name, null)).toList(),
                Integer.toString(names.size()));
    }
}
