package io.recital.eval.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.StoredText;
import io.recital.models.finding.FindingContent;
import io.recital.models.store.FindingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents are not at hand in the build, so any text stands in for them. */
class ContractsGoldTest {
    private static final Wording ANY_TEXT = new Wording(StoredText.of("x".repeat(1_000_000)));
    /** No unit, currency or choice is longer; a clause is. */
    private static final int LONGEST_VALUE = 40;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("contracts"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsFindingsThatCanBeReadAndThatNameTheirPlaces(Path file) throws IOException {
        JsonNode gold = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(gold.path("file").asString("")).isNotBlank();
        assertThat(gold.path("sha256").asString("")).matches("[0-9a-f]{64}");
        List<String> ids = new ArrayList<>();
        for (JsonNode finding : gold.path("findings")) {
            ids.add(finding.path("id").asString());
            FindingContent content =
                    FindingJson.readContent(ANY_TEXT.in(finding.path("content")).toString());
            assertThat(content.summary()).isNotNull();
            assertThat(LabelledPortfolio.spans(finding))
                    .as(finding.path("id").asString())
                    .isNotEmpty()
                    .noneMatch(span -> span.isEmpty());
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsNoTextOfTheDocument(Path file) throws IOException {
        JsonNode gold = JsonMapper.shared().readTree(Files.readString(file));
        for (JsonNode finding : gold.path("findings")) {
            assertThat(finding.path("id").asString()).matches("[a-z0-9-]+-[a-z]+-\\d+[a-z]?");
            assertThat(strings(finding.path("content")))
                    .as(finding.path("id").asString())
                    .allMatch(value -> value.matches("@\\d+:\\d+") || value.length() <= LONGEST_VALUE);
        }
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (node.isString()) {
            strings.add(node.stringValue());
        }
        node.forEach(member -> strings.addAll(strings(member)));
        return strings;
    }
}
