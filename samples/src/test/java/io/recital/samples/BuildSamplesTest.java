package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuildSamplesTest {
    @Test
    void buildsTheCommittedDocumentsToTheByte() throws IOException {
        for (SourceDocument source : BuildSamples.sources(SampleFiles.SOURCES)) {
            assertThat(BuildSamples.render(source))
                    .as("%s: run samples/build.sh after a change of its source", source.fileName())
                    .isEqualTo(Files.readAllBytes(SampleFiles.DOCUMENTS.resolve(source.fileName())));
        }
    }

    @Test
    void commitsNoDocumentWithoutASource() throws IOException {
        try (Stream<Path> files = Files.list(SampleFiles.DOCUMENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            SampleFiles.sourcesByFile().keySet());
        }
    }

    @Test
    void numbersClausesWithoutGaps() {
        for (SourceDocument source : SampleFiles.sourcesByFile().values()) {
            assertThat(ClauseNumbers.gaps(source)).as(source.name()).isEmpty();
        }
    }

    @Test
    void refusesATableWithAMissingCell() {
        String source = "---\ntitle: T\n---\n\n| A | B |\n|---|---|\n| 1 |\n";
        assertThatThrownBy(() -> new SourceParser("broken").parse(source))
                .isInstanceOfSatisfying(
                        SampleException.class, e -> assertThat(e.retriable()).isFalse())
                .hasMessageContaining("one cell per column");
    }

    @Test
    void keepsARedactionApartFromBoldText() {
        assertThat(Run.parse("price **of X** is [***] now"))
                .containsExactly(
                        new Run("price ", Run.Face.REGULAR),
                        new Run("of X", Run.Face.BOLD),
                        new Run(" is [***] now", Run.Face.REGULAR));
    }
}
