package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelsReporterTest {
    private static final LocalDate AS_OF = LocalDate.parse("2025-05-31");
    private static final ContractFamily FAMILY = new FamilyInWords(TenantRole.BUYER)
            .with(
                    "AG-7",
                    "agreement",
                    "2025-01-01",
                    new MeasureInWords("Uptime", "99")
                            .credit(null, "99", percent("5"))
                            .claimed(30)
                            .words(
                                    "A1",
                                    "A credit is 5% of the Hosting Fee.",
                                    "Claims are made within 30 days after the end of the month.",
                                    "A credit is earned back if A1 is met in each of the three months that follow.")
                            .in("AG-7"))
            .build();

    private static Report report() {
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.RECEIVED)
                .invoiced("HST", "Hosting fee", "2025-03", "2000")
                .invoiced("HST", "Hosting fee", "2025-04", "2000")
                .measured("A1", "2025-02", "100", "100", "2025-03-03")
                .measured("A1", "2025-03", "98", "100", "2025-04-03")
                .measured("A1", "2025-04", "97", "100", "2025-05-03")
                .measured("A1", "2025-05", new BigDecimal("997"), new BigDecimal("1000"), null, "2025-05-31", "");
        Standing standing = new Standing(new Dossier(FAMILY, facts.build(), AS_OF), new Ledger(List.of()));
        Period window = new Period(LocalDate.parse("2025-03-01"), AS_OF);
        return new ServiceLevelsReporter().report(new ReportQuestion(List.of(standing), List::of, window, AS_OF));
    }

    private static List<String> column(Section section, String name) {
        int at = section.columns().indexOf(name);
        return section.rows().stream().map(row -> row.get(at).display()).toList();
    }

    @Test
    void tellsWhatMeasuresCameToInTheWindow() {
        Section results = report().sections().get(0);

        assertThat(column(results, "from")).containsExactly("2025-03-01", "2025-04-01", "2025-05-01");
        assertThat(column(results, "state")).containsExactly("missed", "missed", "preliminary");
        assertThat(column(results, "missed in a row")).containsExactly("1", "2", "0");
        assertThat(column(results, "trend")).containsExactly("worse", "worse", "better");
    }

    @Test
    void tellsWhatMissesAreWorthAndUntilWhen() {
        Section credits = report().sections().get(1);

        assertThat(column(credits, "due")).containsExactly("GBP 100.00", "GBP 100.00");
        assertThat(column(credits, "claim until")).containsExactly("2025-04-30", "2025-05-30");
        assertThat(column(credits, "state")).containsExactly("lapsed", "lapsed");
        assertThat(column(credits, "may be earned back until")).containsExactly("2025-06-30", "2025-07-31");
    }

    @Test
    void foretellsThePeriodThatStillRuns() {
        Section running = report().sections().get(2);

        assertThat(column(running, "forecast")).containsExactly("met");
        assertThat(column(running, "failures left")).containsExactly("7");
    }

    private static RunningPeriod running(
            String name, boolean atMost, String unit, String target, String value, String day) {
        PerformanceMeasure measure = new PerformanceMeasure(
                name,
                PerformanceMeasure.Term.SERVICE_LEVEL,
                null,
                atMost ? PerformanceMeasure.Comparison.AT_MOST : PerformanceMeasure.Comparison.AT_LEAST,
                new BigDecimal(target),
                unit,
                new TimeSpan(1, TimeSpan.Unit.MONTHS),
                List.of(new Tier(
                        atMost ? new BigDecimal(target) : null,
                        false,
                        atMost ? null : new BigDecimal(target),
                        false,
                        unit,
                        percent("5"))),
                null,
                null,
                null);
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("AG-7", "agreement", "2025-01-01", FamilyInWords.finding("AG-7", measure))
                .build();
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.RECEIVED);
        if (unit.equals("%")) {
            facts.reported(name, "2025-05", value, day);
        } else {
            facts.counted(name, "2025-05", value);
        }
        LocalDate asOf = LocalDate.parse(day);
        MeasureResult known = MeasureResults.of(new Dossier(family, facts.build(), LocalDate.parse("2025-06-30")))
                .get(0);
        return RunningPeriod.of(known, asOf);
    }

    /** What was counted so far, on which day, of a month that may have ten. */
    @ParameterizedTest
    @CsvSource({
        "4, 2025-05-10, 12.4, missed, 5 %",
        "3, 2025-05-10, 9.3, met, ''",
        "11, 2025-05-31, 11, missed, 5 %",
        "0, 2025-05-10, 0, met, ''",
    })
    void projectsWhatIsCountedByTheDays(String soFar, String day, String projected, String forecast, String stake) {
        RunningPeriod running = running("Complaints", true, "complaints", "10", soFar, day);

        assertThat(running.projected())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(projected));
        assertThat(running.forecast()).isEqualTo(forecast);
        assertThat(running.atStake()).isEqualTo(stake);
    }

    /** A share stays as it is; 1 % of 31 days are 7.44 hours, of which those that it was down are gone. */
    @ParameterizedTest
    @CsvSource({"99.5, 2025-05-10, 6.24, met", "98, 2025-05-10, 2.64, missed", "96, 2025-05-31, -22.32, missed"})
    void tellsHowLongItMayStillBeDown(String soFar, String day, String hours, String forecast) {
        RunningPeriod running = running("Availability", false, "%", "99", soFar, day);

        assertThat(running.hoursLeft())
                .hasValueSatisfying(left -> assertThat(left).isEqualByComparingTo(hours));
        assertThat(running.forecast()).isEqualTo(forecast);
    }
}
