package io.recital.models.report;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;

/** A value in a report. */
public sealed interface ReportCell {
    /** Nothing to say. */
    ReportCell EMPTY = new Text("");

    /** For a reader, with no line break in it. */
    String display();

    static ReportCell of(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }

    static ReportCell of(LocalDate day) {
        return new Day(day);
    }

    static ReportCell of(Money money) {
        return new Sum(money);
    }

    static ReportCell of(BigDecimal number) {
        return new Figure(number);
    }

    static ReportCell of(long number) {
        return new Figure(BigDecimal.valueOf(number));
    }

    record Text(String value) implements ReportCell {
        public Text {
            requireNonNull(value, "value");
        }

        @Override
        public String display() {
            return value.replaceAll("\\s+", " ");
        }
    }

    record Day(LocalDate value) implements ReportCell {
        public Day {
            requireNonNull(value, "value");
        }

        @Override
        public String display() {
            return value.toString();
        }
    }

    record Figure(BigDecimal value) implements ReportCell {
        public Figure {
            requireNonNull(value, "value");
        }

        @Override
        public String display() {
            return value.toPlainString();
        }
    }

    record Sum(Money value) implements ReportCell {
        public Sum {
            requireNonNull(value, "value");
        }

        @Override
        public String display() {
            return value.toString();
        }
    }
}
