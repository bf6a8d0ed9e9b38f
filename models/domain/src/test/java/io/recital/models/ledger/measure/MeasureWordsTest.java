package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureWordsTest {
    private final MeasurementJoins joins = new MeasurementJoins();

    /** As a report writes it, as the contract names it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Calls ans. in 30 s | Calls answered within thirty seconds
            Verfügbarkeit Kasse 2 | Availability of till 2 (Kasse)
            Techn. availability M4 | Technical availability M4
            Abandonment | Calls that are abandoned
            Avg. score of visitors | Average mark of visitors
            Order picking pct. | Order picking percentage
            Response time P1 | Reaktionszeit P1
            """)
    void knowsANameThatIsShortenedInflectedOrTranslated(String reported, String name) {
        assertThat(joins.likenessOfNames(reported, name)).isGreaterThanOrEqualTo(0.6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Techn. availability M4 | Technical availability M5
            Calls answered in 20 s | Calls answered within thirty seconds
            Calls offered | Calls answered within thirty seconds
            Late pallets | Damaged cartons
            Stock accuracy | On-time delivery
            """)
    void tellsOthersApart(String reported, String name) {
        assertThat(joins.likenessOfNames(reported, name)).isLessThan(0.6);
    }
}
