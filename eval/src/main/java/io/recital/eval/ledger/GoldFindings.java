package io.recital.eval.ledger;

import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.store.FindingJson;
import io.recital.samples.SamplePortfolio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the gold of a portfolio says, as if a reviewer had accepted just that. */
final class GoldFindings implements DocumentFindings {
    private static final Provenance GOLD = new Provenance("gold", "1");

    private final Map<String, List<Finding>> byFile = new HashMap<>();

    GoldFindings(JsonNode gold) {
        gold.path("documents").forEach(this::readFindings);
    }

    @Override
    public boolean areAccepted() {
        return true;
    }

    @Override
    public List<Finding> list(SamplePortfolio.Document document, ParsedDocument parsed) {
        return byFile.getOrDefault(document.file(), List.of());
    }

    private void readFindings(JsonNode document) {
        String file = document.path("file").asString();
        List<Finding> read = new ArrayList<>();
        document.path("findings").forEach(finding -> read.add(finding(file, finding)));
        byFile.put(file, read);
    }

    private static Finding finding(String file, JsonNode finding) {
        UUID contract = PortfolioFamilies.id(file);
        List<Citation> citations = new ArrayList<>();
        boolean scanned = false;
        for (JsonNode quote : finding.path("quotes")) {
            citations.add(citation(contract, file, quote));
            scanned |= !quote.has("start");
        }
        return new Finding(
                PortfolioFamilies.id(file + " " + finding.path("id").asString()),
                contract,
                contract,
                null,
                FindingJson.readContent(finding.path("content").toString()),
                citations,
                1,
                GOLD,
                scanned,
                ReviewStatus.ACCEPTED);
    }

    /** Words in an image have no place in the text; they are cited as if they stood where it begins. */
    private static Citation citation(UUID contract, String file, JsonNode quote) {
        String text = quote.path("text").asString();
        int start = quote.path("start").asInt(0);
        JsonNode page = quote.path("page");
        return new Citation(
                contract,
                contract,
                file,
                quote.path("path").asString(),
                page.isNumber() ? (@Nullable Integer) page.asInt() : null,
                new Span(start, start + text.codePointCount(0, text.length())),
                text,
                Sha256.of(text),
                CitationRole.valueOf(quote.path("role")
                        .asString("clause")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')));
    }
}
