package io.recital.eval.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import io.recital.samples.question.Question;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionBankTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void readsTheSamplesWithTheirGold() {
        QuestionBank bank = QuestionBank.read(SAMPLES);

        assertThat(bank.questions()).hasSizeGreaterThan(300);
        assertThat(bank.questions().stream().map(BankQuestion::kind)).contains(Question.Kind.values());
        assertThat(bank.questions())
                .anySatisfy(question -> assertThat(question.value()).isNotNull());
        assertThat(bank.questions().stream().filter(question -> question.kind() == Question.Kind.FOLLOW_UP))
                .allSatisfy(question -> {
                    assertThat(bank.before(question)).isNotEmpty();
                    assertThat(bank.before(question).get(0).follows()).isNull();
                    assertThat(bank.conversation(question))
                            .isEqualTo(bank.before(question).get(0).id());
                });
    }

    @Test
    void aFolderWithoutQuestionsIsRefusedWithWhatItNeeds(@TempDir Path folder) {
        assertThatThrownBy(() -> QuestionBank.read(folder))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("questions.json");
    }
}
