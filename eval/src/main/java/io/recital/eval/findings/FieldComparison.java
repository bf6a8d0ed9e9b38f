package io.recital.eval.findings;

import io.recital.models.finding.FindingContent;
import io.recital.models.store.FindingJson;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares two records field by field. Numbers, dates, units and choices must be equal; wording must share at least half
 * of its words. Wording that no computation rests on is compared, but a record is right without it.
 */
final class FieldComparison {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Wording, wherever it stands in a record. */
    private static final Set<String> WORDING = Set.of(
            "action",
            "trigger",
            "consequence",
            "metric",
            "acceptance",
            "event",
            "wording",
            "deliverable",
            "name",
            "alias",
            "asWritten",
            "value",
            "words",
            "marker",
            "unit");

    private static final Set<String> OPTIONAL =
            Set.of("action", "trigger", "consequence", "metric", "acceptance", "obligee", "basis", "stated", "text");
    /** Says nothing where the bound that it is about is open. */
    private static final Map<String, String> BOUND_OF = Map.of("fromIncluded", "from", "toIncluded", "to");

    private FieldComparison() {}

    /** The fields that the gold record has, each with whether the found one agrees. */
    static Map<String, Boolean> compare(FindingContent gold, FindingContent found) {
        return compare(byName(tree(gold)), byName(tree(found)));
    }

    private static Map<String, Boolean> compare(JsonNode wanted, JsonNode given) {
        Map<String, Boolean> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            String name = field.getKey();
            if (!name.equals("kind") && !isEmpty(field.getValue())) {
                fields.put(name, agree(name, field.getValue(), given.path(name)));
            }
        }
        return fields;
    }

    /** Whether everything agrees that computations rest on. */
    static boolean isRight(Map<String, Boolean> fields) {
        return fields.entrySet().stream().allMatch(field -> field.getValue() || OPTIONAL.contains(field.getKey()));
    }

    /**
     * A lever's parameters as fields of their own: {@code rate}, {@code cap}, …, each a list; those that are wording come
     * together as {@code text}.
     */
    private static JsonNode byName(JsonNode content) {
        JsonNode parameters = content.path("parameters");
        if (parameters.isMissingNode()) {
            return content;
        }
        ObjectNode fields = (ObjectNode) content.deepCopy();
        fields.remove("parameters");
        for (JsonNode parameter : parameters) {
            JsonNode value = parameter.path("value");
            String name = value.path("type").asString().equals("text")
                    ? "text"
                    : parameter.path("name").asString();
            fields.withArray("/" + name).add(value);
        }
        return fields;
    }

    private static JsonNode tree(FindingContent content) {
        return JsonMapper.shared().readTree(FindingJson.write(content));
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull() || node.isMissingNode() || (node.isContainer() && node.isEmpty());
    }

    private static boolean agree(String name, JsonNode gold, JsonNode found) {
        if (gold.isNumber()) {
            return found.isNumber() && gold.decimalValue().compareTo(found.decimalValue()) == 0;
        }
        if (gold.isString()) {
            return found.isString() && agree(name, gold.stringValue(), found.stringValue());
        }
        if (gold.isArray()) {
            return found.isArray() && sameMembers(name, gold, found);
        }
        if (gold.isObject() && gold.has("asWritten")) {
            return agree(
                            "asWritten",
                            gold.path("asWritten").asString(),
                            found.path("asWritten").asString(""))
                    || (gold.hasNonNull("name")
                            && agree(
                                    "name",
                                    gold.path("name").asString(""),
                                    found.path("name").asString("")));
        }
        if (gold.isObject()) {
            return found.isObject()
                    && gold.properties().stream()
                            .filter(field -> !isEmpty(field.getValue()) && !isAboutAnOpenBound(field.getKey(), gold))
                            .allMatch(field -> agree(field.getKey(), field.getValue(), found.path(field.getKey())));
        }
        return gold.equals(found);
    }

    private static boolean isAboutAnOpenBound(String field, JsonNode tier) {
        String bound = BOUND_OF.get(field);
        return bound != null && isEmpty(tier.path(bound));
    }

    /** Every member of the gold list stands in the found one, and nothing else; the order does not matter. */
    private static boolean sameMembers(String name, JsonNode gold, JsonNode found) {
        if (gold.size() != found.size()) {
            return false;
        }
        Set<Integer> taken = new HashSet<>();
        for (JsonNode member : gold) {
            int match = -1;
            for (int i = 0; i < found.size() && match < 0; i++) {
                if (!taken.contains(i) && agree(name, member, found.get(i))) {
                    match = i;
                }
            }
            if (match < 0) {
                return false;
            }
            taken.add(match);
        }
        return true;
    }

    private static boolean agree(String name, String gold, String found) {
        if (!WORDING.contains(name) || gold.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return gold.equalsIgnoreCase(found);
        }
        Set<String> wanted = words(gold);
        Set<String> given = words(found);
        long common = wanted.stream().filter(given::contains).count();
        return wanted.equals(given) || 2.0 * common / Math.max(1, wanted.size() + given.size()) >= 0.5;
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .filter(word -> !word.equals("the") && !word.equals("of") && !word.equals("a"))
                .collect(Collectors.toSet());
    }
}
