package io.recital.samples.gold;

import io.recital.ingestion.document.FileParser;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.FindingContent;
import io.recital.models.store.FindingJson;
import io.recital.samples.Complaints;
import io.recital.samples.evidence.PlacedQuote;
import io.recital.samples.evidence.QuoteJson;
import io.recital.samples.evidence.Quotes;
import io.recital.samples.evidence.StatedValues;
import io.recital.samples.evidence.StoredDocument;
import io.recital.samples.evidence.WrittenQuote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Proves the gold of all documents and gives it offsets in the stored texts. */
public final class GoldCheck {
    private final Quotes quotes;
    private final Map<String, String> documentOfId = new HashMap<>();

    public GoldCheck(Quotes quotes) {
        this.quotes = quotes;
    }

    /** The gold of one document as the built file holds it. */
    public ObjectNode check(GoldSource gold, StoredDocument stored, Complaints complaints) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("file", stored.file())
                .put("textSha256", Sha256.of(stored.text().value()).hex())
                .put("parser", FileParser.VERSION);
        ArrayNode findings = document.putArray("findings");
        gold.findings().forEach(finding -> findings.add(checkFinding(finding, gold.document(), complaints)));
        return document;
    }

    private ObjectNode checkFinding(GoldSource.Written finding, String document, Complaints complaints) {
        String where = document + ".gold.json, " + finding.id();
        String other = documentOfId.putIfAbsent(finding.id(), document);
        if (other != null) {
            complaints.add(where, "this id is taken, in the gold of " + other);
        }
        checkContent(finding, where, complaints);
        List<PlacedQuote> placed = new ArrayList<>();
        for (WrittenQuote quote : finding.quotes()) {
            Optional<PlacedQuote> place = quotes.place(quote, document, where, complaints);
            place.ifPresent(placed::add);
        }
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("id", finding.id()).set("content", finding.content());
        node.set("quotes", QuoteJson.write(placed, false));
        return node;
    }

    private static void checkContent(GoldSource.Written finding, String where, Complaints complaints) {
        try {
            FindingContent content = FindingJson.readContent(finding.content().toString());
            if (content.summary().isBlank()) {
                complaints.add(where, "its content says nothing");
            }
            if (content instanceof ClauseLabel label && !GoldLabels.hold(label.label())) {
                complaints.add(where, "there is no label “" + label.label() + "”");
            }
        } catch (tools.jackson.core.JacksonException | IllegalArgumentException | NullPointerException e) {
            complaints.add(
                    where,
                    "its content cannot be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        String said = finding.quotes().stream().map(WrittenQuote::text).collect(Collectors.joining("\n"));
        List<String> unstated = StatedValues.unstated(finding.content(), said);
        if (!unstated.isEmpty()) {
            complaints.add(where, "its quotes do not state " + String.join(", ", unstated));
        }
    }
}
