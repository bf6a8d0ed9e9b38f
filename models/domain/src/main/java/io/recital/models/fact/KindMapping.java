package io.recital.models.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one kind stand in the files of a feed.
 *
 * @param columns header of the column by field, such as {@code Rechnungsnummer} by {@code invoice}
 * @param constants value by field where the files have no column for it, such as {@code EUR} by {@code currency}
 * @param dates null while nothing was decided
 * @param decimals null while nothing was decided
 */
public record KindMapping(
        Map<String, String> columns,
        Map<String, String> constants,
        @Nullable DayOrder dates,
        @Nullable DecimalMark decimals) {
    /** Nothing is stated: everything is proposed from the header. */
    public static final KindMapping NONE = new KindMapping(Map.of(), Map.of(), null, null);

    public KindMapping {
        columns = columns == null ? Map.of() : Map.copyOf(new TreeMap<>(columns));
        constants = constants == null ? Map.of() : Map.copyOf(new TreeMap<>(constants));
    }

    /** This one, and where it says nothing, the other. */
    public KindMapping orElse(KindMapping other) {
        return new KindMapping(
                merged(columns, other.columns),
                merged(constants, other.constants),
                dates == null ? other.dates : dates,
                decimals == null ? other.decimals : decimals);
    }

    public KindMapping withoutConstants() {
        return new KindMapping(columns, Map.of(), dates, decimals);
    }

    private static Map<String, String> merged(Map<String, String> own, Map<String, String> other) {
        Map<String, String> both = new LinkedHashMap<>(other);
        both.putAll(own);
        return both;
    }
}
