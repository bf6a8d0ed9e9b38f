package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.IndexValue;
import io.recital.models.ledger.lever.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Published values of one base rate, found by the words in which a contract names it. */
record BaseRates(List<IndexValue> values) {
    BaseRates {
        values = values.stream().sorted(Comparator.comparing(BaseRates::from)).toList();
    }

    /** The series whose whole name stands in the words; empty where none or more than one does. */
    static Optional<BaseRates> named(String words, List<IndexValue> all) {
        Words said = Words.of(words);
        List<String> series = all.stream()
                .map(IndexValue::series)
                .distinct()
                .filter(name -> said.holds(Words.of(name)))
                .toList();
        return series.size() != 1
                ? Optional.empty()
                : Optional.of(new BaseRates(all.stream()
                        .filter(value -> value.series().equals(series.get(0)))
                        .toList()));
    }

    /** The value in force on a day. */
    Optional<IndexValue> on(LocalDate day) {
        return values.stream().filter(value -> !from(value).isAfter(day)).reduce((earlier, later) -> later);
    }

    /** A rate that is published within its month begins on that day, one that is published afterwards with the month. */
    private static LocalDate from(IndexValue value) {
        return YearMonth.from(value.publishedOn()).equals(value.month())
                ? value.publishedOn()
                : value.month().atDay(1);
    }

    static Derivation.Input input(IndexValue value) {
        return Derivation.Input.of(
                value.series() + ", " + value.month(),
                value.value().toPlainString() + " %",
                new FactCell(value.kind().label(), value.id(), "value"));
    }
}
