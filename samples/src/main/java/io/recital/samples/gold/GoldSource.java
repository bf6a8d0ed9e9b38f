package io.recital.samples.gold;

import io.recital.samples.Complaints;
import io.recital.samples.SampleJson;
import io.recital.samples.evidence.WrittenQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The gold of one document, with its shorthand expanded.
 *
 * @param document the source's name
 */
public record GoldSource(String document, List<Written> findings) {
    private static final Set<String> KEYS = Set.of("id", "content", "quotes", "path", "quote", "occurrence", "role");

    /**
     * One finding as its author wrote it.
     *
     * @param content the JSON form of a {@code FindingContent}
     */
    public record Written(String id, ObjectNode content, List<WrittenQuote> quotes) {
        public Written {
            quotes = List.copyOf(quotes);
        }
    }

    public GoldSource {
        findings = List.copyOf(findings);
    }

    /** What can be read of {@code NAME.gold.json}. */
    public static GoldSource read(String document, JsonNode json, Complaints complaints) {
        List<Written> findings = new ArrayList<>();
        for (JsonNode node : json.path("findings")) {
            String where = document + ".gold.json, " + node.path("id").asString("finding without id");
            JsonNode content = node.path("content");
            for (String key : node.propertyNames()) {
                if (!KEYS.contains(key)) {
                    complaints.add(where, "a finding has no “" + key + "”");
                }
            }
            if (!node.has("id") || !content.isObject()) {
                complaints.add(where, "a finding needs \"id\" and \"content\"");
                continue;
            }
            List<WrittenQuote> quotes = quotes(node, where, complaints);
            if (quotes.isEmpty()) {
                complaints.add(where, "a finding needs a quote");
            }
            ObjectNode expanded = expand((ObjectNode) content.deepCopy(), json.path("parties"));
            findings.add(new Written(node.get("id").asString(), expanded, quotes));
        }
        return new GoldSource(document, findings);
    }

    private static List<WrittenQuote> quotes(JsonNode finding, String where, Complaints complaints) {
        List<WrittenQuote> quotes = new ArrayList<>();
        if (finding.has("quote")) {
            ObjectNode single = JsonMapper.shared().createObjectNode();
            single.set("text", finding.get("quote"));
            for (String key : List.of("path", "occurrence", "role")) {
                if (finding.has(key)) {
                    single.set(key, finding.get(key));
                }
            }
            SampleJson.as(WrittenQuote.class, single, where, complaints).ifPresent(quotes::add);
        }
        for (JsonNode quote : finding.path("quotes")) {
            SampleJson.as(WrittenQuote.class, quote, where, complaints).ifPresent(quotes::add);
        }
        return quotes;
    }

    /** Writes a party that is only named as the domain does, with its full name where the document defines it. */
    private static ObjectNode expand(ObjectNode content, JsonNode parties) {
        for (String role : List.of("obligor", "obligee")) {
            JsonNode party = content.path(role);
            if (party.isString()) {
                ObjectNode reference = content.putObject(role).put("asWritten", party.asString());
                if (parties.has(party.asString())) {
                    reference.put("name", parties.get(party.asString()).asString());
                }
            }
        }
        return content;
    }
}
