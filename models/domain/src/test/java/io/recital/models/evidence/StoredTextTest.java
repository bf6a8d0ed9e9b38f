package io.recital.models.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StoredTextTest {
    @Test
    void countsCodePointsAndNotJavaCharacters() {
        StoredText text = StoredText.of("a\uD83D\uDCC4b fee");

        assertThat(text.length()).isEqualTo(7);
        assertThat(text.slice(new Span(2, 3))).isEqualTo("b");
        assertThat(text.spanOfUtf16(1, 3)).isEqualTo(new Span(1, 2));
    }

    @Test
    void convertsBothWaysFarIntoALongTextWithSupplementaryCharacters() {
        String value = "x\uD83D\uDCC4".repeat(5000) + "end";
        StoredText text = StoredText.of(value);

        for (int codePoint : new int[] {0, 1, 2, 1023, 1024, 1025, 2048, 9999, 10000, 10003}) {
            assertThat(text.codePoint(text.utf16(codePoint))).isEqualTo(codePoint);
            assertThat(text.utf16(codePoint)).isEqualTo(value.offsetByCodePoints(0, codePoint));
        }
        assertThat(text.slice(new Span(10000, 10003))).isEqualTo("end");
    }

    @Test
    void keepsLineEndsAndBlanksAsTheyAre() {
        String value = "1.\tPrice \r\n\r\n\u00a0 two  blanks";

        assertThat(StoredText.of(value).slice(StoredText.of(value).span())).isEqualTo(value);
    }

    @Test
    void refusesOffsetsOutsideTheText() {
        StoredText text = StoredText.of("short");

        assertThatThrownBy(() -> text.slice(new Span(0, 6))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> text.codePoint(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void doesNotShowContractTextInLogs() {
        assertThat(StoredText.of("secret price")).hasToString("StoredText[12 code points]");
    }
}
