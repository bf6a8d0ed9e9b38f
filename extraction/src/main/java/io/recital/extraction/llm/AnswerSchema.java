package io.recital.extraction.llm;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.PerformanceMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shape in which the model must answer, one per kind of finding. Optional fields are empty strings. */
final class AnswerSchema {
    private static final String QUOTE = "The exact words of the clause that say this, copied character by character";

    private AnswerSchema() {}

    static ResponseFormat of(FindingKind kind) {
        JsonObjectSchema root = JsonObjectSchema.builder()
                .addProperty(
                        "findings",
                        JsonArraySchema.builder().items(finding(kind)).build())
                .required("findings")
                .additionalProperties(false)
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(word(kind) + "_findings")
                        .rootElement(root)
                        .build())
                .build();
    }

    private static JsonSchemaElement finding(FindingKind kind) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder().addStringProperty("quote", QUOTE);
        List<String> required = new ArrayList<>(List.of("quote"));
        switch (kind) {
            case FACT -> {
                schema.addEnumProperty("fact", words(FactType.values()));
                schema.addStringProperty("value", "As worded in the clause");
                required.addAll(List.of("fact", "value"));
            }
            case OBLIGATION -> {
                schema.addEnumProperty("modality", words(Modality.values()));
                required.add("modality");
                for (String field : List.of("obligor", "obligee", "action", "trigger", "deadline", "consequence")) {
                    schema.addStringProperty(field, "As worded in the clause; empty when it says nothing");
                    required.add(field);
                }
            }
            case MEASURE -> {
                schema.addEnumProperty("term", words(PerformanceMeasure.Term.values()));
                schema.addEnumProperty("comparison", words(PerformanceMeasure.Comparison.values()));
                schema.addStringProperty("name").addStringProperty("target").addStringProperty("window");
                required.addAll(List.of("term", "comparison", "name", "target", "window"));
            }
            case MILESTONE -> {
                schema.addStringProperty("deliverable").addStringProperty("due").addStringProperty("payment");
                required.addAll(List.of("deliverable", "due", "payment"));
            }
            case LEVER -> {
                schema.addEnumProperty("lever", words(LeverType.values()));
                schema.addProperty(
                        "parameters",
                        JsonArraySchema.builder().items(parameter()).build());
                required.addAll(List.of("lever", "parameters"));
            }
            case CHECK -> throw new IllegalArgumentException("Checks are stated by people");
            case LABEL -> throw new IllegalArgumentException("Clause labels are the classifier's");
        }
        return schema.required(required).additionalProperties(false).build();
    }

    private static JsonSchemaElement parameter() {
        return JsonObjectSchema.builder()
                .addEnumProperty("name", words(LeverParameter.Name.values()))
                .addStringProperty("value", "As worded in the clause")
                .required("name", "value")
                .additionalProperties(false)
                .build();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(AnswerSchema::word).toList();
    }
}
