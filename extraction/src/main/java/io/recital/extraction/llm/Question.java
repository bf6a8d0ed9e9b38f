package io.recital.extraction.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.FindingKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the model is asked about one clause and one kind of finding; the same question has the same {@link #key}. */
public final class Question {
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final double BYTES_PER_TOKEN = 3;

    private final FindingKind kind;
    private final Prompt prompt;
    private final Material material;
    private final ResponseFormat format;
    private final String schema;
    private final Sha256 key;

    Question(String model, ContractReading contract, Clause clause, FindingKind kind) {
        this.kind = kind;
        this.prompt = Prompt.of(kind);
        this.material = Material.of(contract, clause);
        this.format = AnswerSchema.of(kind);
        this.schema = SORTED.writeValueAsString(
                JsonSchemaElementUtils.toMap(format.jsonSchema().rootElement(), true));
        this.key = key(model);
    }

    /** Everything that is sent but the fence's mark, which is another each time. */
    private Sha256 key(String model) {
        List<String> parts = List.of(
                model,
                prompt.version(),
                Sha256.of(clause().text()).hex(),
                prompt.words(),
                material.fencedBy(""),
                schema);
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.length()).append(':').append(part).append('\n'));
        return Sha256.of(all.toString());
    }

    /** Hash of everything that is sent, of the prompt's version and of the model's name. */
    public Sha256 key() {
        return key;
    }

    public FindingKind kind() {
        return kind;
    }

    public Clause clause() {
        return material.clause();
    }

    /** Version of the prompt. */
    public String prompt() {
        return prompt.version();
    }

    /** How many tokens will be sent, on the high side: tokenizers differ. */
    public int tokensIn() {
        return tokens(prompt.words()) + tokens(material.fencedBy(mark())) + tokens(schema);
    }

    Material material() {
        return material;
    }

    /** The request, fenced by a mark that the contract's author cannot know. */
    ChatRequest request(int mostAnswerTokens) {
        return ChatRequest.builder()
                .messages(SystemMessage.from(prompt.words()), UserMessage.from(material.fencedBy(mark())))
                .responseFormat(format)
                .maxOutputTokens(mostAnswerTokens)
                .build();
    }

    private static String mark() {
        return UUID.randomUUID().toString();
    }

    static int tokens(String text) {
        return (int) Math.ceil(text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN);
    }
}
