package io.recital.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the tests find what is committed. */
final class SampleFiles {
    static final Path SOURCES = Path.of("sources");
    static final Path DOCUMENTS = Path.of("documents");

    private SampleFiles() {}

    /** The sources by the file that they become. */
    static Map<String, SourceDocument> sourcesByFile() {
        try {
            return BuildSamples.sources(SOURCES).stream()
                    .collect(Collectors.toMap(SourceDocument::fileName, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
