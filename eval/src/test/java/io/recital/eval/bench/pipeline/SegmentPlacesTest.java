package io.recital.eval.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import io.recital.eval.EvalException;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentPlacesTest {
    @Test
    void whiteSpaceThatWasSetAnewIsFoundAsItStands() {
        assertThat(SegmentPlaces.of("  One  line.\n\n\nAnother\tline. ", List.of("One line.", "Another line.")))
                .containsExactly(new Span(2, 12), new Span(15, 28));
    }

    @Test
    void placesCountCodePoints() {
        assertThat(SegmentPlaces.of("⚓🛥 Mooring. Fees.", List.of("⚓🛥 Mooring.", "Fees.")))
                .containsExactly(new Span(0, 11), new Span(12, 17));
    }

    @Test
    void whatTheSplitterMakesIsFoundWholeAndInOrder() {
        String text = "1. Mooring\n\nThe owner moors at pontoon 7.   It keeps the\nfairway clear.\r\n\r\n2. Fees\n\n"
                + "Diesel is sold by the litre. ".repeat(30) + "x".repeat(90) + "\n\nEnd.";
        List<String> segments = DocumentSplitters.recursive(80, 0).split(Document.from(text)).stream()
                .map(TextSegment::text)
                .toList();

        List<Span> places = SegmentPlaces.of(text, segments);

        assertThat(places).hasSameSizeAs(segments);
        for (int i = 0; i < segments.size(); i++) {
            assertThat(bare(StoredText.of(text).slice(places.get(i)))).isEqualTo(bare(segments.get(i)));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void aSegmentOfAnotherTextIsRefused() {
        assertThatThrownBy(() -> SegmentPlaces.of("Mooring fees", List.of("Diesel")))
                .isInstanceOf(EvalException.class);
        assertThatThrownBy(() -> SegmentPlaces.of("Mooring", List.of("Mooring fees")))
                .isInstanceOf(EvalException.class);
    }
}
