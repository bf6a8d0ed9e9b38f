package io.recital.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.recital.eval.EvalException;
import io.recital.eval.bench.ExtractionReport.Line;
import io.recital.models.inference.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionBenchTest {
    private static final String MOORING = """
            MOORING AGREEMENT

            This Mooring Agreement is made on 4 May 2023 between Skerry Boats Limited (the "Owner") and Lough Marina Limited (the "Marina").

            1. Fees. The Owner shall pay each invoice within thirty (30) days after its receipt.

            2. Liability. The Marina's liability shall not exceed EUR 10,000 in any calendar year.
            """;

    @TempDir
    Path folder;

    @Test
    void timesEveryExtractorBesideEmbeddingTheSameContracts() throws IOException {
        Files.writeString(folder.resolve("one.txt"), MOORING);
        Files.writeString(folder.resolve("two.txt"), MOORING.replace("thirty (30)", "sixty (60)"));
        ExtractionReport report;
        try (Encoder encoder = new Encoder()) {
            report = new ExtractionBench(encoder, BenchContracts.ofFolder(folder, 5, 1), 2).measure();
        }

        assertThat(report.documents()).isEqualTo(2);
        assertThat(report.rounds()).isEqualTo(2);
        assertThat(report.passages()).isGreaterThanOrEqualTo(4);
        assertThat(report.extractors())
                .extracting(Line::extractor)
                .contains("rules-fact", "rules-obligation", "rules-lever", "onnx-clause-labels");
        assertThat(report.extractors())
                .allSatisfy(line -> assertThat(line.millis()).isPositive());
        assertThat(report.percentTotal())
                .isCloseTo(100 * report.extractMillis() / report.embedMillis(), within(report.percentTotal() / 2));
        assertThat(report.contracts())
                .extracting(ExtractionReport.ContractLine::file)
                .hasSize(2);
        assertThat(report.memory().heapAfter()).isPositive();
    }

    @Test
    void aFolderWithoutContractsIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> BenchContracts.ofFolder(folder, 5, 1))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("holds no .txt or .md file");
    }
}
