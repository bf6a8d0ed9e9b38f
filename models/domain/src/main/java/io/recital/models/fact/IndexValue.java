package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A published value of an index or a base rate.
 *
 * @param series as the publisher calls it
 * @param value of an index in points, of a rate in percent
 */
public record IndexValue(String id, String series, YearMonth month, BigDecimal value, LocalDate publishedOn)
        implements PerformanceFact {
    public IndexValue {
        requireNonNull(id, "id");
        requireNonNull(series, "series");
        requireNonNull(month, "month");
        requireNonNull(value, "value");
        requireNonNull(publishedOn, "publishedOn");
    }

    @Override
    public FactKind kind() {
        return FactKind.INDEX_VALUE;
    }

    @Override
    public LocalDate knownFrom() {
        return publishedOn;
    }
}
