package io.recital.ingestion.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.ingestion.document.ParseOutcome.Parsed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentParserTest {
    @TempDir
    Path folder;

    @Test
    void readsTheSameInAChildProcessAsInThisOne() throws Exception {
        Path file = TestFiles.pdf(
                folder,
                "agreement.pdf",
                List.of(List.of(
                        "*1. Payment",
                        "The Buyer shall pay each invoice within 45 days.",
                        "Late payments bear interest.")));
        try (DocumentParser parser = new DocumentParser(ParserSettings.standard())) {
            ParseOutcome outcome = parser.parse(file, "agreement.pdf");
            assertThat(outcome).isInstanceOf(Parsed.class).isEqualTo(new FileParser().parse(file, "agreement.pdf"));
            assertThat(parser.processIds()).hasSize(1);
        }
    }

    @Test
    void replacesAProcessAfterItsShareOfDocuments() throws Exception {
        Path file = note();
        try (DocumentParser parser =
                new DocumentParser(ParserSettings.standard().withRecycleAfter(2))) {
            parser.parse(file, "note.txt");
            Long first = parser.processIds().iterator().next();
            parser.parse(file, "note.txt");
            assertThat(parser.processIds()).containsExactly(first);
            assertThat(parser.parse(file, "note.txt")).isInstanceOf(Parsed.class);
            assertThat(parser.processIds()).hasSize(1).doesNotContain(first);
        }
    }

    @Test
    void leavesNoProcessBehindWhenClosed() throws Exception {
        Path file = note();
        ProcessHandle child;
        try (DocumentParser parser = new DocumentParser(ParserSettings.standard())) {
            parser.parse(file, "note.txt");
            child = ProcessHandle.of(parser.processIds().iterator().next()).orElseThrow();
            assertThat(child.isAlive()).isTrue();
        }
        child.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
    }

    private Path note() throws IOException {
        return TestFiles.text(folder, "note.txt", "The Supplier shall report monthly.\r\n");
    }
}
