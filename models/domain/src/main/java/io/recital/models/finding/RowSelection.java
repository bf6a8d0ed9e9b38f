package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of facts of one kind.
 *
 * @param facts their kind, such as {@code invoice-line}
 * @param where what their columns say, as {@code RowFilter} reads it: {@code A|B}, {@code LAMP*}, {@code !VOID}, {@code >0},
 *     {@code *} for anything, {@code =order} for what the row at hand says there
 * @param on the column with the day by which they are in time; null for the usual one of the kind
 * @param from first day, such as {@code start - 12 months}; null for the first day of the period
 * @param to last day, such as {@code end} or {@code always}; null for the last day of the period
 */
public record RowSelection(
        String facts,
        Map<String, String> where,
        @Nullable String on,
        @Nullable String from,
        @Nullable String to) {
    public RowSelection {
        requireNonNull(
                facts,
                "Rows are of a kind: 'facts' is measurement, invoice-line, credit-note, purchase, event, claim, index-value or exchange-rate");
        // in order: what is the same shall read the same
        where = Collections.unmodifiableSortedMap(new TreeMap<>(Objects.requireNonNullElse(where, Map.of())));
    }
}
