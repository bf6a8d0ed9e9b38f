package io.recital.eval.clauses;

import io.recital.eval.EvalException;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Contracts and their labels in CUAD's layout: {@code txt/} and {@code spans.jsonl}.
 *
 * @param contracts text by file name, in the order of the names
 * @param spans what people labelled
 */
public record CuadFolder(Map<String, StoredText> contracts, List<GoldSpan> spans) {
    /** Reads a folder and checks that every span quotes its file. */
    public static CuadFolder read(Path folder) {
        if (!Files.isDirectory(folder.resolve("txt")) || !Files.isRegularFile(folder.resolve("spans.jsonl"))) {
            throw new EvalException(folder + " is not a folder in CUAD's layout: it needs txt/ and spans.jsonl");
        }
        try {
            Map<String, StoredText> contracts = readContracts(folder.resolve("txt"));
            return new CuadFolder(contracts, readSpans(folder.resolve("spans.jsonl"), contracts));
        } catch (IOException e) {
            throw new EvalException("Cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, StoredText> readContracts(Path folder) throws IOException {
        Map<String, StoredText> contracts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                contracts.put(file.getFileName().toString(), StoredText.of(text));
            }
        }
        return contracts;
    }

    private static List<GoldSpan> readSpans(Path file, Map<String, StoredText> contracts) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<GoldSpan> spans = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                spans.add(check(parse(json, line, spans.size() + 1), contracts, spans.size() + 1));
            }
        }
        return spans;
    }

    private static GoldSpan parse(ObjectMapper json, String line, int number) {
        try {
            return json.readValue(line, GoldSpan.class);
        } catch (JacksonException e) {
            throw new EvalException("spans.jsonl, line " + number + " is not a span", e);
        }
    }

    private static GoldSpan check(GoldSpan span, Map<String, StoredText> contracts, int number) {
        StoredText text = contracts.get(span.file());
        if (text == null) {
            throw new EvalException("spans.jsonl, line " + number + " names a file that txt/ does not hold");
        }
        boolean inside = span.start() < span.end() && span.end() <= text.length();
        if (!inside || !text.slice(new Span(span.start(), span.end())).equals(span.text())) {
            throw new EvalException("spans.jsonl, line " + number + " does not quote its file");
        }
        return span;
    }
}
