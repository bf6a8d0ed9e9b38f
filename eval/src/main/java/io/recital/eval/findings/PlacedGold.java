package io.recital.eval.findings;

import io.recital.eval.EvalException;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.store.FindingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gold about documents that may not be passed on: one JSON file a document, with offsets and values and none of its
 * words. The documents lie in a folder of their own, and must be those that were annotated, byte for byte.
 */
final class PlacedGold {
    private final Path texts;

    private PlacedGold(Path texts) {
        this.texts = texts;
    }

    /**
     * Reads a folder of gold.
     *
     * @param folder holds the JSON files
     * @param texts the folder that their {@code file} is relative to
     */
    static LabelledPortfolio read(Path folder, Path texts) {
        PlacedGold gold = new PlacedGold(texts);
        List<LabelledPortfolio.Document> documents =
                goldFiles(folder).stream().map(gold::document).toList();
        if (documents.isEmpty()) {
            throw new EvalException("There is no gold (*.json) in " + folder);
        }
        return new LabelledPortfolio(documents);
    }

    private static List<Path> goldFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvalException(folder + " cannot be read: name the folder with the gold", e);
        }
    }

    private LabelledPortfolio.Document document(Path goldFile) {
        JsonNode gold = json(goldFile);
        String file = gold.path("file").asString();
        ParsedDocument parsed = parsed(file, gold.path("sha256").asString());
        Wording wording = new Wording(parsed.text());
        List<LabelledFinding> findings = new ArrayList<>();
        for (JsonNode finding : gold.path("findings")) {
            findings.add(finding(goldFile, finding, wording));
        }
        TenantRole role =
                TenantRole.valueOf(gold.path("role").asString("unknown").toUpperCase(Locale.ROOT));
        return new LabelledPortfolio.Document(file, role, parsed, findings, 0);
    }

    private static JsonNode json(Path goldFile) {
        try {
            return JsonMapper.shared().readTree(Files.readString(goldFile));
        } catch (IOException | JacksonException e) {
            throw new EvalException(goldFile + " is not gold: it must be a JSON object with file, sha256, findings", e);
        }
    }

    private ParsedDocument parsed(String file, String sha256) {
        Path path = texts.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new EvalException(file + " is not in " + texts + ": name the folder with the documents (--texts)");
        }
        try {
            if (!Sha256.of(Files.readAllBytes(path)).hex().equals(sha256)) {
                throw new EvalException(file + " is not the file that was annotated: its bytes differ");
            }
        } catch (IOException e) {
            throw new EvalException(file + " cannot be read", e);
        }
        if (new FileParser().parse(path, file) instanceof ParseOutcome.Parsed parsed) {
            return parsed.document();
        }
        throw new EvalException(file + " cannot be parsed");
    }

    private static LabelledFinding finding(Path goldFile, JsonNode finding, Wording wording) {
        String id = finding.path("id").asString();
        try {
            JsonNode content = wording.in(finding.path("content"));
            return new LabelledFinding(
                    id, FindingJson.readContent(content.toString()), LabelledPortfolio.spans(finding));
        } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new EvalException(id + " in " + goldFile + " is not a finding of this document", e);
        }
    }
}
