package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a performance measure came to in a period. Of several of one measure and period the last reported one counts.
 *
 * @param contract reference that the contract bears
 * @param measure the measure's name as the report writes it
 * @param numerator with {@code denominator} what the value was computed from; null when only the value is reported
 * @param unit such as {@code %} or {@code hours}
 * @param value as reported, which may have been rounded; null when only numerator and denominator are reported
 */
public record Measurement(
        String id,
        VendorReference vendor,
        String contract,
        String measure,
        Period period,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String unit,
        @Nullable BigDecimal value,
        LocalDate reportedOn,
        String note)
        implements VendorFact {
    public Measurement {
        requireNonNull(id, "id");
        requireNonNull(vendor, "vendor");
        requireNonNull(contract, "contract");
        requireNonNull(measure, "measure");
        requireNonNull(period, "period");
        requireNonNull(unit, "unit");
        requireNonNull(reportedOn, "reportedOn");
        requireNonNull(note, "note");
        if (value == null && (numerator == null || denominator == null)) {
            throw new IllegalArgumentException("A measurement has a value, or a numerator and a denominator");
        }
    }

    @Override
    public FactKind kind() {
        return FactKind.MEASUREMENT;
    }

    @Override
    public LocalDate knownFrom() {
        return reportedOn;
    }
}
