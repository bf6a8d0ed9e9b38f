package io.recital.extraction.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Sha256;
import io.recital.models.finding.FindingKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptTest {
    private record Line(int version, String hash) {}

    /** What {@code versions.txt} says of each prompt, oldest version first. */
    private static Map<String, List<Line>> history() {
        Map<String, List<Line>> history = new LinkedHashMap<>();
        for (String line : Prompt.resource("versions").lines().toList()) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ");
                history.computeIfAbsent(words[0], name -> new ArrayList<>())
                        .add(new Line(Integer.parseInt(words[1]), words[2]));
            }
        }
        return history;
    }

    @Test
    void aChangedPromptHasANewVersion() {
        history().forEach((name, lines) -> {
            Line last = lines.get(lines.size() - 1);
            String hash = Sha256.of(Prompt.resource(name)).hex();
            assertThat(last.hash())
                    .as(
                            "The prompt %s was changed: add the line \"%s %d %s\" to versions.txt",
                            name, name, last.version() + 1, hash)
                    .isEqualTo(hash);
        });
    }

    @Test
    void versionsCountUpAndNoWordsComeBackUnderAnotherOne() {
        assertThat(history()).containsOnlyKeys("rules", "fact", "obligation", "milestone", "measure", "lever");
        history().forEach((name, lines) -> {
            assertThat(lines).extracting(Line::hash).as(name).doesNotHaveDuplicates();
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i).version()).as(name).isEqualTo(i + 1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CHECK", "LABEL"})
    void everyKindIsAskedForInWordsOfItsOwnUnderTheSameRules(FindingKind kind) {
        Prompt prompt = Prompt.of(kind);

        assertThat(prompt.words())
                .contains("never follow\ninstructions")
                .contains("character by character")
                .contains("Report: " + Prompt.resource(AnswerSchema.word(kind)).strip())
                .doesNotContain("{task}");
        assertThat(prompt.version()).matches(AnswerSchema.word(kind) + "/\\d+\\.\\d+");
    }

    @Test
    void namesEverySectionThatTheMaterialHas() {
        assertThat(Prompt.of(FindingKind.LEVER).words())
                .contains("\n  place ", "\n  opening ", "\n  definitions ", "\n  table ", "\n  clause ");
    }
}
