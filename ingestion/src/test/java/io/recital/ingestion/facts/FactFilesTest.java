package io.recital.ingestion.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactFilesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("recital.root"), "samples", "facts");

    @Test
    void readsEveryRowOfTheSamples() throws IOException {
        FactReading reading = FactFiles.read(SAMPLES);

        assertThat(reading.refused()).isEmpty();
        Facts facts = reading.facts();
        assertThat(facts.invoiceLines()).hasSize(719);
        assertThat(facts.creditNotes()).hasSize(16);
        assertThat(facts.purchases()).hasSize(372);
        assertThat(facts.events()).hasSize(546);
        assertThat(facts.claims()).hasSize(16);
        assertThat(facts.indexValues()).hasSize(65);
        assertThat(facts.exchangeRates()).hasSize(25);
        assertThat(facts.vendors()).hasSize(19);
        assertThat(facts.measurements()).hasSize(616);
    }

    @Test
    void readsDatesAndNumbersOfAWorkbookAsItKeepsThem() throws IOException {
        InvoiceLine line = FactFiles.read(SAMPLES).facts().invoiceLines().stream()
                .filter(each -> each.id().equals("K-INV-2025-0302-1"))
                .findFirst()
                .orElseThrow();

        assertThat(line.direction()).isEqualTo(Direction.RECEIVED);
        assertThat(line.invoiceDate()).isEqualTo(LocalDate.parse("2025-04-07"));
        assertThat(line.paidAmount()).isEqualByComparingTo("34473.58");
        assertThat(line.unitPrice()).isEqualByComparingTo("76.9");
        assertThat(line.service()).isNull();
    }

    @Test
    void keepsGoodRowsAndSaysWhatIsWrongWithABadOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("measurements.csv"), """
                id,vendor,measure,from,to,value,unit,reported_on
                M-1,Arkel Ltd,Uptime,2025-07-01,2025-07-31,99.9,%,2025-08-04

                M-2,Arkel Ltd,Uptime,2025-08-01,31 August,ninety,%,2025-09-04
                M-3,Arkel Ltd,Uptime,2025-09-01,2025-09-30,,%,2025-10-04
                """);

        FactReading reading = FactFiles.read(folder);

        assertThat(reading.facts().measurements())
                .singleElement()
                .extracting(Measurement::value)
                .isEqualTo(new BigDecimal("99.9"));
        assertThat(reading.refused()).extracting(RefusedRow::line).containsExactly(4, 5);
        assertThat(reading.refused().get(0).reason()).contains("to is \"31 August\"", "value is \"ninety\"");
        assertThat(reading.refused().get(1).reason()).contains("value or numerator is empty");
    }
}
