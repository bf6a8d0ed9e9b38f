package io.recital.ingestion.facts;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The values of a row by field, each of the type that its field says; required ones are there. */
record RowValues(Map<String, Object> byField) {
    RowValues {
        byField = Map.copyOf(byField);
    }

    /** Empty when the row does not say. */
    String text(String field) {
        return byField.get(field) instanceof String text ? text : "";
    }

    LocalDate date(String field) {
        return requireNonNull(findDate(field), field);
    }

    @Nullable
    LocalDate findDate(String field) {
        return byField.get(field) instanceof LocalDate date ? date : null;
    }

    @Nullable
    LocalTime findTime(String field) {
        return byField.get(field) instanceof LocalTime time ? time : null;
    }

    YearMonth month(String field) {
        return (YearMonth) requireNonNull(byField.get(field), field);
    }

    BigDecimal decimal(String field) {
        return requireNonNull(findDecimal(field), field);
    }

    @Nullable
    BigDecimal findDecimal(String field) {
        return byField.get(field) instanceof BigDecimal number ? number : null;
    }

    int wholeNumber(String field) {
        return (Integer) requireNonNull(byField.get(field), field);
    }

    CurrencyUnit currency(String field) {
        return requireNonNull(findCurrency(field), field);
    }

    @Nullable
    CurrencyUnit findCurrency(String field) {
        return byField.get(field) instanceof CurrencyUnit currency ? currency : null;
    }

    Direction direction(String field) {
        return (Direction) requireNonNull(byField.get(field), field);
    }

    VendorReference vendor() {
        return new VendorReference(text("vendor_id"), text("vendor"));
    }

    /** Null when neither end is given; a single day when only one is. */
    @Nullable
    Period findPeriod(String from, String to) {
        LocalDate first = findDate(from);
        LocalDate last = findDate(to);
        if (first == null && last == null) {
            return null;
        }
        return new Period(first == null ? requireNonNull(last) : first, last == null ? requireNonNull(first) : last);
    }
}
