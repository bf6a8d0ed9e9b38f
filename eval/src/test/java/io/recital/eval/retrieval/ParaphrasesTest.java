package io.recital.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import io.recital.eval.questions.QuestionWordings;
import io.recital.eval.questions.QuestionWordings.Part;
import io.recital.models.evidence.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParaphrasesTest {
    private static final String NAMED = "Look at the Lease between Arlow Ltd; Brackwater PLC; ";

    private static Question question(@Nullable String label) {
        return new Question(
                NAMED + "Which law governs it?", label, List.of(new Excerpt("txt/lease.txt", new Span(0, 3))));
    }

    @Test
    void keepsTheNamesAndTakesTurnsWithTheWordingsOfTheLabel() {
        List<String> wordings = QuestionWordings.read().questions("Governing Law", Part.HELD_OUT);

        List<Question> reworded =
                new Paraphrases(Part.HELD_OUT).of(List.of(question("Governing Law"), question("Governing Law")));

        assertThat(reworded)
                .extracting(Question::query)
                .containsExactly(NAMED + wordings.get(0), NAMED + wordings.get(1));
        assertThat(reworded.get(0).answers())
                .isEqualTo(question("Governing Law").answers());
    }

    @Test
    void cannotRewordAQuestionWithoutALabel() {
        assertThatThrownBy(() -> new Paraphrases(Part.HELD_OUT).of(List.of(question(null))))
                .isInstanceOf(EvalException.class);
    }

    @Test
    void wordingsThatTeachAreNeverHeldOut() {
        QuestionWordings wordings = QuestionWordings.read();

        assertThat(wordings.types()).hasSize(42);
        for (String type : wordings.types()) {
            assertThat(wordings.questions(type, Part.HELD_OUT))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .doesNotContainAnyElementsOf(wordings.questions(type, Part.TUNING));
        }
    }
}
