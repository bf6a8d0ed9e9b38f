package io.recital.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConversationFileTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private static JsonNode answer(boolean abstained, String path) {
        return JSON.readTree("{\"abstained\":" + abstained + ",\"citations\":[" + (abstained ? "" : cited(path))
                + "],\"passages\":[" + (abstained ? cited(path) : "") + "]}");
    }

    private static String cited(String path) {
        return "{\"path\":\"" + path + "\",\"quote\":\"any\"}";
    }

    @Test
    void keepsWhatWasAskedAndWhereTheAnswerStood() {
        ConversationFile file = new ConversationFile(folder.resolve("talk.json"));
        assertThat(file.read()).isEmpty();
        file.append("When does the lease end?", answer(false, "2.1"));
        file.append("And the notice?", answer(true, "2.2"));
        JsonNode turns = new ConversationFile(folder.resolve("talk.json")).read();
        assertThat(turns).hasSize(2);
        assertThat(turns.get(0).path("question").asString()).isEqualTo("When does the lease end?");
        assertThat(turns.get(0).path("citations").get(0).path("path").asString())
                .isEqualTo("2.1");
        assertThat(turns.get(1).path("citations").get(0).path("path").asString())
                .isEqualTo("2.2");
    }

    @Test
    void goesOnWithTheLatestQuestionsOnly() {
        ConversationFile file = new ConversationFile(folder.resolve("long.json"));
        for (int i = 0; i < 23; i++) {
            file.append("Question " + i, answer(false, "1"));
        }
        assertThat(file.read()).hasSize(20);
        assertThat(file.read().get(19).path("question").asString()).isEqualTo("Question 22");
    }

    @Test
    void refusesAFileThatHoldsSomethingElse() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"a\":1}");
        Path broken = Files.writeString(folder.resolve("broken.json"), "[{");
        assertThatThrownBy(() -> new ConversationFile(other).read())
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("holds no conversation");
        assertThatThrownBy(() -> new ConversationFile(broken).read()).isInstanceOf(CommandException.class);
    }
}
