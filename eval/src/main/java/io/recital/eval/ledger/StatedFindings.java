package io.recital.eval.ledger;

import io.recital.eval.EvalException;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.CitableText;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.Finding;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.StatedFinding;
import io.recital.models.ledger.stated.StatedCheck;
import io.recital.models.store.FindingJson;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person stated of the documents, beside what was found otherwise. */
final class StatedFindings implements DocumentFindings {
    private final DocumentFindings found;
    private final Path folder;
    private final Map<String, List<StatedFinding>> byFile = new HashMap<>();

    private StatedFindings(DocumentFindings found, Path folder) {
        this.found = found;
        this.folder = folder;
    }

    /**
     * Reads a JSON array of {@code {"file", "quotes", "content"}}, as the API takes them.
     *
     * @param folder of the portfolio, whose documents quotes name by their files
     */
    static DocumentFindings beside(DocumentFindings found, Path file, Path folder) {
        StatedFindings all = new StatedFindings(found, folder);
        try {
            for (JsonNode stated : JsonMapper.shared().readTree(Files.readString(file))) {
                all.byFile
                        .computeIfAbsent(stated.path("file").asString(), name -> new ArrayList<>())
                        .add(FindingJson.readStated(stated.path("content"), stated.path("quotes")));
            }
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new EvalException(file + " cannot be read: " + e.getMessage(), e);
        }
        return all;
    }

    @Override
    public boolean areAccepted() {
        return found.areAccepted();
    }

    @Override
    public List<Finding> list(SamplePortfolio.Document document, ParsedDocument parsed) {
        CitableText text = text(document.file(), parsed);
        List<Finding> all = new ArrayList<>(found.list(document, parsed));
        for (StatedFinding stated : byFile.getOrDefault(document.file(), List.of())) {
            all.add(accepted(stated, text));
        }
        return all;
    }

    private static CitableText text(String file, ParsedDocument parsed) {
        UUID id = PortfolioFamilies.id(file);
        return new CitableText(
                id, id, file, parsed, new Segmenter().segment(id, parsed).clauses());
    }

    private Finding accepted(StatedFinding stated, CitableText text) {
        try {
            Finding finding = stated.in(text, file -> text(file, PortfolioFamilies.parsed(folder, file)));
            if (stated.content() instanceof ClauseCheck check) {
                StatedCheck.of(check, finding);
            }
            return new Finding(
                    PortfolioFamilies.id(text.file() + " " + stated),
                    finding.contract(),
                    finding.document(),
                    finding.clause(),
                    finding.content(),
                    finding.citations(),
                    finding.confidence(),
                    finding.provenance(),
                    finding.fromOcr(),
                    ReviewStatus.ACCEPTED);
        } catch (IllegalArgumentException e) {
            throw new EvalException(text.file() + ", " + stated.content().summary() + ": " + e.getMessage(), e);
        }
    }
}
