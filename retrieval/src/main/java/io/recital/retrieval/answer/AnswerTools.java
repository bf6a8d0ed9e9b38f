package io.recital.retrieval.answer;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.recital.models.contract.Contract;
import io.recital.models.finding.FindingKind;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.search.PassageHit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The typed queries as tools of a language model. It names contracts by their number in a list, never by an id. */
final class AnswerTools {
    private static final int MOST_PASSAGES = 6;
    private static final int MOST_FINDINGS = 12;
    private static final int MOST_OF_A_CONTRACT = 4;
    private static final int MOST_CONTRACTS = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> KINDS = Stream.of(FindingKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    private final TenantQueries queries;
    private final NumberedSources sources;
    private @Nullable List<Contract> contracts;

    AnswerTools(TenantQueries queries, NumberedSources sources) {
        this.queries = queries;
        this.sources = sources;
    }

    static List<ToolSpecification> specifications() {
        return List.of(
                specification("list_contracts", "Lists the contracts with their numbers", JsonObjectSchema.builder()),
                specification(
                        "find_passages",
                        "Finds passages of contracts that say something about the words",
                        JsonObjectSchema.builder()
                                .addStringProperty("words", "In plain language")
                                .addProperty("contracts", numbers())
                                .required("words")),
                specification(
                        "find_findings",
                        "Finds what was extracted from contracts, with the words that it rests on",
                        JsonObjectSchema.builder()
                                .addEnumProperty("kind", KINDS)
                                .addStringProperty("words", "That it should hold; may be empty")
                                .addProperty("contracts", numbers())
                                .required("kind")));
    }

    private static JsonArraySchema numbers() {
        return JsonArraySchema.builder()
                .items(new JsonIntegerSchema())
                .description("Numbers from list_contracts; leave out for all")
                .build();
    }

    private static ToolSpecification specification(
            String name, String description, JsonObjectSchema.Builder parameters) {
        return ToolSpecification.builder()
                .name(name)
                .description(description)
                .parameters(parameters.additionalProperties(false).build())
                .build();
    }

    /** What a call brings, as the model is to read it; a call that makes no sense brings a sentence that says so. */
    String run(ToolExecutionRequest call) {
        JsonNode arguments;
        try {
            arguments =
                    JSON.readTree(call.arguments() == null || call.arguments().isBlank() ? "{}" : call.arguments());
        } catch (JacksonException e) {
            return "The arguments are not JSON.";
        }
        return switch (call.name() == null ? "" : call.name()) {
            case "list_contracts" -> listed();
            case "find_passages" -> passages(arguments);
            case "find_findings" -> findings(arguments);
            default -> "There is no such tool.";
        };
    }

    private List<Contract> contracts() {
        List<Contract> known = contracts;
        if (known == null) {
            known = queries.contracts(new TypedQuery.Contracts(Set.of())).stream()
                    .limit(MOST_CONTRACTS)
                    .toList();
            contracts = known;
        }
        return known;
    }

    private String listed() {
        List<String> lines = new ArrayList<>();
        for (Contract contract : contracts()) {
            lines.add((lines.size() + 1) + ". " + contract.title());
        }
        return sources.fenced(String.join("\n", lines));
    }

    private String passages(JsonNode arguments) {
        String words = arguments.path("words").asString("").strip();
        if (words.isEmpty()) {
            return "Say in words what to look for.";
        }
        List<PassageHit> hits = queries.passages(new TypedQuery.Passages(words, named(arguments), MOST_PASSAGES));
        return all(
                hits.stream().map(hit -> sources.add(hit.title(), hit.cite())).toList());
    }

    private String findings(JsonNode arguments) {
        String kind = arguments.path("kind").asString("");
        if (!KINDS.contains(kind)) {
            return "The kind must be one of " + String.join(", ", KINDS) + ".";
        }
        TypedQuery.Findings query = new TypedQuery.Findings(
                FindingKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Set.of(),
                named(arguments),
                arguments.path("words").asString(""),
                MOST_OF_A_CONTRACT);
        return all(queries.findings(query).stream()
                .limit(MOST_FINDINGS)
                .map(finding -> sources.add(
                        title(finding.contract()) + ", " + finding.content().type(),
                        finding.citations().get(0)))
                .toList());
    }

    private static String all(List<String> found) {
        return found.isEmpty() ? "Nothing was found." : String.join("", found);
    }

    private Set<UUID> named(JsonNode arguments) {
        Set<UUID> named = new HashSet<>();
        for (JsonNode number : arguments.path("contracts")) {
            int i = number.asInt(0);
            if (i >= 1 && i <= contracts().size()) {
                named.add(contracts().get(i - 1).id());
            }
        }
        return named;
    }

    private String title(UUID contract) {
        return contracts().stream()
                .filter(known -> known.id().equals(contract))
                .map(Contract::title)
                .findFirst()
                .orElse("Contract");
    }
}
