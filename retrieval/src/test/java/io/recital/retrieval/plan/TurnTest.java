package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTest {
    private final UUID document = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.2(b) | 7.4 | true",
                "7.2(b)(ii) | 7.2(a) | true",
                "7.2 | 17.2 | false",
                "7.2 | 8.2 | false",
                "Schedule 3, para 4.1 | Schedule 3, para 4.3 | true",
                "Schedule 3, para 4.1 | Schedule 2, para 4.1 | false",
                "Late payment | Late payment | true",
                "Late payment | Paying us | false",
                "Article 7(1) | Article 7(3) | true",
            })
    void aClauseIsBesideThoseOfItsSection(String cited, String other, boolean beside) {
        assertThat(new Turn.Place(UUID.randomUUID(), document, cited).isBeside(document, other))
                .isEqualTo(beside);
    }

    @ParameterizedTest
    @CsvSource({"7.2", "Late payment"})
    void theSamePathInAnotherDocumentIsElsewhere(String path) {
        assertThat(new Turn.Place(UUID.randomUUID(), document, path).isBeside(UUID.randomUUID(), path))
                .isFalse();
    }
}
