package io.recital.models.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CitationTest {
    private static Citation citation(Span span, String quote, Sha256 hash) {
        return new Citation(
                UUID.randomUUID(), UUID.randomUUID(), "msa.pdf", "7.2(b)", 3, span, quote, hash, CitationRole.CLAUSE);
    }

    @Test
    void standsOnlyWhereTheTextSaysExactlyWhatIsQuoted() {
        StoredText text = StoredText.of("The fee is 5 %. The cap is 15 %.");
        Citation right = citation(new Span(16, 32), "The cap is 15 %.", Sha256.of("The cap is 15 %."));
        Citation elsewhere = citation(new Span(0, 16), "The cap is 15 %.", Sha256.of("The cap is 15 %."));
        Citation beyond = citation(new Span(30, 46), "The cap is 15 %.", Sha256.of("The cap is 15 %."));

        assertThat(right.standsIn(text)).isTrue();
        assertThat(elsewhere.standsIn(text)).isFalse();
        assertThat(beyond.standsIn(text)).isFalse();
    }

    @Test
    void rejectsAHashThatIsNotTheQuotes() {
        assertThatThrownBy(() -> citation(new Span(0, 4), "fees", Sha256.of("cost")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsAQuoteOfAnotherLengthThanItsSpan() {
        assertThatThrownBy(() -> citation(new Span(0, 5), "fees", Sha256.of("fees")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashesAsSha256OfUtf8() {
        assertThat(Sha256.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
