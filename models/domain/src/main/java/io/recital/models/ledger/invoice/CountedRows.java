package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How many of a thing there were: the rows in the unit of an invoice line that tell whole numbers of it. */
record CountedRows(List<Measurement> rows) {
    /** How long before what is charged begins it may have been counted. */
    private static final int DAYS_BEFORE = 45;

    CountedRows {
        rows = List.copyOf(rows);
    }

    /** Those in the unit of a line whose name shares a word with what the line or the contract says. */
    static CountedRows of(Dossier dossier, InvoiceLine line, ItemWords about) {
        ItemWords unit = ItemWords.of(line.unit());
        ItemWords said = about.and(ItemWords.of(line.description() + " " + line.unit()));
        return new CountedRows(dossier.facts().measurements().stream()
                .filter(row -> row.value() != null
                        && isWhole(row)
                        && ItemWords.of(row.unit()).equals(unit)
                        && ItemWords.of(row.measure()).share(said))
                .toList());
    }

    static BigDecimal value(Measurement row) {
        BigDecimal value = row.value();
        return value == null ? BigDecimal.ZERO : value;
    }

    private static boolean isWhole(Measurement row) {
        return value(row).stripTrailingZeros().scale() <= 0;
    }

    /** What was counted for what a line charges: within its time, or else shortly before it; a name alone, or with parts of it. */
    Optional<Count> of(Period charged) {
        List<Measurement> within = rows.stream()
                .filter(row -> charged.holds(row.period().to())
                        && charged.holds(row.period().from()))
                .toList();
        LocalDate since = charged.from().minusDays(DAYS_BEFORE);
        List<Measurement> found = within.isEmpty()
                ? rows.stream()
                        .filter(row -> row.period().to().isBefore(charged.from())
                                && !row.period().to().isBefore(since))
                        .toList()
                : within;
        LocalDate last = found.stream()
                .map(row -> row.period().to())
                .max(LocalDate::compareTo)
                .orElse(null);
        return last == null
                ? Optional.empty()
                : count(found.stream()
                        .filter(row -> row.period().to().equals(last))
                        .toList());
    }

    /** All that were counted up to a day, each day once, in order. */
    List<Count> until(LocalDate day) {
        return rows.stream()
                .map(row -> row.period().to())
                .filter(each -> each.isBefore(day))
                .distinct()
                .sorted()
                .flatMap(each -> count(rows.stream()
                                .filter(row -> row.period().to().equals(each))
                                .toList())
                        .stream())
                .toList();
    }

    private static Optional<Count> count(List<Measurement> sameDay) {
        List<Measurement> whole = sameDay.stream()
                .filter(row -> sameDay.stream()
                        .allMatch(other -> other.equals(row)
                                || (ItemWords.of(other.measure()).hold(ItemWords.of(row.measure()))
                                        && ItemWords.of(other.measure()).size()
                                                > ItemWords.of(row.measure()).size())))
                .toList();
        return whole.size() != 1
                ? Optional.empty()
                : Optional.of(new Count(
                        whole.get(0),
                        sameDay.stream()
                                .filter(row -> !row.equals(whole.get(0)))
                                .toList()));
    }

    /**
     * One count.
     *
     * @param parts of it, such as those that are suspended
     */
    record Count(Measurement whole, List<Measurement> parts) {
        Count {
            parts = List.copyOf(parts);
        }

        BigDecimal number() {
            return value(whole);
        }

        /** The parts that a contract does not count. */
        List<Measurement> without(List<ItemWords> notCounted) {
            ItemWords name = ItemWords.of(whole.measure());
            return parts.stream()
                    .filter(part -> notCounted.stream()
                            .anyMatch(words -> words.touch(
                                    ItemWords.of(part.measure()).without(name).without(ItemWords.of("which thereof")))))
                    .toList();
        }
    }
}
