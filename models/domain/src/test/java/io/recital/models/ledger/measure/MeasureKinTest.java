package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureKinTest {
    private static Finding measure(String name, @Nullable String metric, String unit) {
        return FamilyInWords.finding(
                "A",
                new PerformanceMeasure(
                        name,
                        Term.SERVICE_LEVEL,
                        metric,
                        Comparison.AT_MOST,
                        BigDecimal.TEN,
                        unit,
                        null,
                        List.of(),
                        null,
                        null,
                        null));
    }

    private static Measurement row(String name, String unit) {
        return new Measurement(
                "M-1",
                new VendorReference("V1", "Other Side Ltd"),
                "A",
                name,
                Period.of(YearMonth.of(2025, 4)),
                null,
                null,
                unit,
                BigDecimal.ONE,
                LocalDate.of(2025, 5, 2),
                "");
    }

    private static List<String> joined(Measurement row, Finding... measures) {
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("A", "agreement", "2025-01-01", measures)
                .build();
        return new MeasurementJoins()
                .find(row, PromisedMeasure.on(family, LocalDate.of(2025, 4, 1))).stream()
                        .map(join -> join.measure().name())
                        .toList();
    }

    /** As a report writes it, its unit, the contract's name, how it is measured, its unit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Orbit uptime | % | Availability of the System | | %
            Requests of class B answered in 3 h | % | Answers to class B requests | class B requests received, answered within three hours | %
            Faulty ppm, whole range | ppm | Quality figure | faulty parts in all deliveries | ppm
            Repair time, ticket 4471 | hrs | mends or repairs the pump | | hours
            Crates returned within six business days | % | Turnaround | crates within six (6) business days after their receipt | %
            Time to restoration, lift 2 | min | restore the lift to service | | hours
            """)
    void knowsTheOneMeasureThatAReportMeans(String reported, String unit, String name, String metric, String promised) {
        assertThat(joined(row(reported, unit), measure(name, metric, promised))).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Network availability | % | Availability of the Portal | | %
            Calls of class B | calls | Answers to class B requests | class B requests received, answered within three hours | %
            Repair time, ticket 4471 | % | repair the pump | | hours
            Arrival time, ticket 4471 | h | repair the pump | | hours
            Crates lost within six business days | % | Turnaround | repairs within eight business days | %
            Temperature, ward 3 | C | Availability of the Portal | | %
            """)
    void takesNoRowOfSomethingElse(String reported, String unit, String name, String metric, String promised) {
        assertThat(joined(row(reported, unit), measure(name, metric, promised))).isEmpty();
    }

    @Test
    void takesNeitherOfTwoThatAreEquallyAlike() {
        assertThat(joined(
                        row("Orbit uptime", "%"),
                        measure("Availability of the System", null, "%"),
                        measure("Availability of the Service", null, "%")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hours, min, 90, 1.5", "hours, hours, 90, 90", "minutes, h, 2, 120", "%, h, 2, 2", "days, h, 48, 48"})
    void tellsATimeInTheUnitOfTheContract(String promised, String reported, BigDecimal value, BigDecimal same) {
        assertThat(MeasuredUnit.in(promised, reported, value)).isEqualByComparingTo(same);
    }
}
