package io.recital.samples.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.samples.question.Question.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuestionCountsTest {
    private static final int ALL = 150;
    private static final int OF_EACH_KIND = 15;
    private static final int ON_PERFORMANCE = 30;

    @Test
    void asksEnoughOfEachKind() throws IOException {
        JsonNode questions = JsonMapper.shared().readTree(Files.readString(Path.of("questions.json")));
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (JsonNode question : questions) {
            String kind = question.get("kind").asString();
            counts.merge(Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')), 1, Integer::sum);
        }
        assertThat(questions.size()).isGreaterThanOrEqualTo(ALL);
        for (Kind kind : Kind.values()) {
            assertThat(counts.getOrDefault(kind, 0))
                    .as(kind.name())
                    .isGreaterThanOrEqualTo(kind == Kind.PERFORMANCE ? ON_PERFORMANCE : OF_EACH_KIND);
        }
    }
}
