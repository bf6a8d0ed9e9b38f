package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatedSentencesTest {
    private static final Citation CLAUSE = new Citation(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "lease.txt",
            "3",
            null,
            new Span(0, 4),
            "Rent",
            Sha256.of("Rent"),
            CitationRole.CLAUSE);

    private static AnswerSentence said(String text) {
        return AnswerSentence.of(text, List.of(CLAUSE));
    }

    @Test
    void areSaidOnceWithTheirNumber() {
        List<AnswerSentence> once = RepeatedSentences.once(
                List.of(said("Paid in time."), said("One was late."), said("Paid in time."), said("Paid in time.")));

        assertThat(once)
                .extracting(AnswerSentence::text)
                .containsExactly("Paid in time (so in 3 cases).", "One was late.");
        assertThat(once.get(0).derivations()).extracting(Derivation::result).containsExactly("3");
    }
}
