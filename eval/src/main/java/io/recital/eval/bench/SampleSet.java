package io.recital.eval.bench;

import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The samples in LegalBench-RAG's layout, for pipelines that read plain text only: what the parser reads of each document,
 * and the questions that quotes of one document answer.
 */
final class SampleSet {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleSet() {}

    /** Writes {@code txt/} and {@code retrieval.json} into the folder, which it gives back. */
    static Path write(Path folder) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("txt"));
        FileParser parser = new FileParser();
        for (Path file : SamplePortfolio.load().copyTo(folder.resolve("documents"))) {
            String name = file.getFileName().toString();
            if (parser.parse(file, name) instanceof ParseOutcome.Parsed parsed) {
                Files.writeString(
                        texts.resolve(name + ".txt"), parsed.document().text().value());
            }
        }
        ArrayNode tests = JSON.createArrayNode();
        for (JsonNode question : SamplePortfolio.questions()) {
            ArrayNode snippets = snippets(question);
            if (!snippets.isEmpty()) {
                tests.add(JSON.createObjectNode()
                        .put("query", question.required("question").asString())
                        .set("snippets", snippets));
            }
        }
        Files.writeString(
                folder.resolve("retrieval.json"),
                JSON.createObjectNode().set("tests", tests).toString());
        return folder;
    }

    /** Empty when what answers has no place in the text, or stands in several documents. */
    private static ArrayNode snippets(JsonNode question) {
        ArrayNode snippets = JSON.createArrayNode();
        Set<String> files = new TreeSet<>();
        for (JsonNode quote : question.path("quotes")) {
            if (!quote.has("start")) {
                return JSON.createArrayNode();
            }
            String file = "txt/" + quote.required("file").asString() + ".txt";
            files.add(file);
            ObjectNode snippet = JSON.createObjectNode().put("file_path", file);
            snippet.putArray("span")
                    .add(quote.required("start").intValue())
                    .add(quote.required("end").intValue());
            snippets.add(snippet);
        }
        return files.size() == 1 ? snippets : JSON.createArrayNode();
    }
}
