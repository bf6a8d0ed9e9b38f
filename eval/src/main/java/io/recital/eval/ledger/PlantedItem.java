package io.recital.eval.ledger;

import io.recital.models.fact.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item of the truth: what is to be found, or a trap that looks like it.
 *
 * @param family short name of the counterparty
 * @param itemClass a class of value leakage, {@code breach} or {@code trap}
 * @param amount null for a breach, a trap, and for money that nobody can state
 * @param naive for a trap, what a hasty check would claim; null when it would not claim money
 * @param recoverableUntil null when no clause says
 */
record PlantedItem(
        String id,
        String family,
        String itemClass,
        String check,
        String title,
        Period period,
        @Nullable Sum amount,
        @Nullable Sum naive,
        @Nullable LocalDate recoverableUntil,
        @Nullable Map<String, Input> inputs,
        @Nullable List<String> rows,
        @Nullable List<Quote> quotes) {
    record Sum(BigDecimal amount, String currency) {
        boolean isSameAs(BigDecimal other, String otherCurrency) {
            return amount.compareTo(other) == 0 && currency.equals(otherCurrency);
        }

        @Override
        public String toString() {
            return currency + " " + amount.setScale(2);
        }
    }

    record Input(@Nullable String row) {}

    /** Words of a contract that it rests on. */
    record Quote(String file, String text) {
        private static final int NOTHING_SAID = 12;

        /** Whether some words of a document are these, a part of them or more than them. */
        boolean isIn(String document, String words) {
            String own = plain(text);
            String other = plain(words);
            boolean within = own.contains(other) || other.contains(own);
            return file.equals(document) && within && Math.min(own.length(), other.length()) >= NOTHING_SAID;
        }

        private static String plain(String words) {
            return words.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        }
    }

    boolean isTrap() {
        return itemClass.equals("trap");
    }

    /** Ids of the facts that it names one by one. */
    Set<String> namedRows() {
        Stream<String> ofInputs = inputs == null
                ? Stream.of()
                : inputs.values().stream().map(Input::row).filter(Objects::nonNull);
        return Stream.concat(ofInputs, rows == null ? Stream.of() : rows.stream())
                .collect(Collectors.toSet());
    }
}
