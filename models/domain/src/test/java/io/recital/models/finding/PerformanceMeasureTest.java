package io.recital.models.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceMeasureTest {
    private static final PerformanceMeasure AVAILABILITY = measure(
            new BigDecimal("99.90"),
            List.of(
                    tier("99.5", "99.9", "5"),
                    tier("99.0", "99.5", "10"),
                    new Tier(null, true, new BigDecimal("99.0"), false, "%", percent("25"))));

    private static PerformanceMeasure measure(@Nullable BigDecimal target, List<Tier> credits) {
        return new PerformanceMeasure(
                "Availability",
                Term.SERVICE_LEVEL,
                null,
                Comparison.AT_LEAST,
                target,
                "%",
                new TimeSpan(1, TimeSpan.Unit.MONTHS),
                credits,
                null,
                null,
                target == null ? new TypedValue.Redacted("[***]") : null);
    }

    private static TypedValue percent(String value) {
        return new TypedValue.Percent(new BigDecimal(value));
    }

    private static Tier tier(String from, String to, String credit) {
        return new Tier(new BigDecimal(from), true, new BigDecimal(to), false, "%", percent(credit));
    }

    @ParameterizedTest
    @CsvSource({"99.89, 5", "99.5, 5", "99.49, 10", "99.0, 10", "98.99, 25", "0, 25"})
    void computesTheCreditOfTheBandThatAMeasuredValueFallsIn(BigDecimal measured, String credit) {
        assertThat(AVAILABILITY.creditFor(measured)).contains(percent(credit));
    }

    @ParameterizedTest
    @CsvSource({"99.9", "99.900", "99.90", "100"})
    void owesNothingWhenTheTargetIsMetExactlyOrExceeded(BigDecimal measured) {
        assertThat(AVAILABILITY.isMetBy(measured)).contains(true);
        assertThat(AVAILABILITY.creditFor(measured)).isEmpty();
    }

    @Test
    void saysNothingAboutARedactedTarget() {
        PerformanceMeasure redacted = measure(null, List.of());

        assertThat(redacted.isMetBy(new BigDecimal("99"))).isEmpty();
        assertThat(redacted.summary()).isEqualTo("Availability redacted per 1 month");
    }

    @Test
    void hasATargetOrSaysWhyNot() {
        assertThatThrownBy(() -> new PerformanceMeasure(
                        "Availability",
                        Term.KPI,
                        null,
                        Comparison.AT_LEAST,
                        null,
                        "%",
                        null,
                        List.of(),
                        null,
                        null,
                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesATierThatRunsDownwards() {
        assertThatThrownBy(() -> tier("99.9", "99.5", "5")).isInstanceOf(IllegalArgumentException.class);
    }
}
