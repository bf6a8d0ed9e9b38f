package io.recital.eval.findings;

import io.recital.eval.EvalException;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.store.FindingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents with their gold; in the samples' layout a folder has {@code documents/}, {@code gold.json}, {@code portfolio.json}. */
record LabelledPortfolio(List<Document> documents) {
    /**
     * One document with what it says.
     *
     * @param gold those that have a place in the text
     * @param unplaced how many have none, because they stand in an image
     */
    record Document(String file, TenantRole role, ParsedDocument parsed, List<LabelledFinding> gold, int unplaced) {
        Document {
            gold = List.copyOf(gold);
        }
    }

    LabelledPortfolio {
        documents = List.copyOf(documents);
    }

    static LabelledPortfolio read(Path folder) {
        Map<String, TenantRole> roles = new HashMap<>();
        for (JsonNode document : json(folder, "portfolio.json").path("documents")) {
            roles.put(
                    document.path("file").asString(),
                    TenantRole.valueOf(document.path("role").asString().toUpperCase(Locale.ROOT)));
        }
        List<Document> documents = new ArrayList<>();
        for (JsonNode document : json(folder, "gold.json").path("documents")) {
            String file = document.path("file").asString();
            documents.add(document(folder, document, roles.getOrDefault(file, TenantRole.UNKNOWN)));
        }
        if (documents.isEmpty()) {
            throw new EvalException("gold.json in " + folder + " lists no documents");
        }
        return new LabelledPortfolio(documents);
    }

    private static JsonNode json(Path folder, String name) {
        try {
            return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
        } catch (IOException | JacksonException e) {
            throw new EvalException(
                    folder
                            + " is not a folder in the samples' layout: it needs documents/, portfolio.json and gold.json. Gold that names"
                            + " places in documents that lie elsewhere is measured with --texts DIR.",
                    e);
        }
    }

    private static Document document(Path folder, JsonNode document, TenantRole role) {
        String file = document.path("file").asString();
        ParseOutcome outcome =
                new FileParser().parse(folder.resolve("documents").resolve(file), file);
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
            throw new EvalException("documents/" + file + " cannot be parsed");
        }
        ParsedDocument text = parsed.document();
        String hash = Sha256.of(text.text().value()).hex();
        if (!document.path("textSha256").asString(hash).equals(hash)) {
            throw new EvalException("The parser reads another text from " + file
                    + " than gold.json counts in: build the gold again (samples/build.sh)");
        }
        List<LabelledFinding> gold = new ArrayList<>();
        int unplaced = 0;
        for (JsonNode finding : document.path("findings")) {
            List<Span> spans = spans(finding);
            if (spans.isEmpty()) {
                unplaced++;
            } else {
                gold.add(new LabelledFinding(
                        finding.path("id").asString(),
                        FindingJson.readContent(finding.path("content").toString()),
                        spans));
            }
        }
        return new Document(file, role, text, gold, unplaced);
    }

    /** Where a finding of the gold stands; empty when it stands in an image. */
    static List<Span> spans(JsonNode finding) {
        return Stream.iterate(0, i -> i < finding.path("quotes").size(), i -> i + 1)
                .map(i -> finding.path("quotes").get(i))
                .filter(quote -> quote.has("start"))
                .map(quote ->
                        new Span(quote.path("start").asInt(), quote.path("end").asInt()))
                .toList();
    }
}
