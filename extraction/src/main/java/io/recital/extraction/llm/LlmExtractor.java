package io.recital.extraction.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.QuoteFinder;
import io.recital.models.evidence.Span;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a language model about one clause and believes only what it can quote: every finding's quote and every value's
 * wording must stand in the clause.
 */
public final class LlmExtractor implements Extractor {
    static final String VERSION = "1";
    private static final double CONFIDENCE = 0.75;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChatModel model;
    private final Provenance provenance;

    public LlmExtractor(ChatModel model, String modelName) {
        this.model = model;
        this.provenance = new Provenance("llm:" + modelName, VERSION);
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(
                FindingKind.FACT,
                FindingKind.OBLIGATION,
                FindingKind.MILESTONE,
                FindingKind.MEASURE,
                FindingKind.LEVER);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        if (clause.text().isBlank()) {
            return new Extraction.NothingHere();
        }
        String answer;
        try {
            answer = model.chat(request(clause, kind)).aiMessage().text();
        } catch (RuntimeException e) {
            return LlmFailure.of(e);
        }
        try {
            JsonNode findings = JSON.readTree(answer == null ? "" : answer).path("findings");
            return findings.isArray() ? judge(contract, clause, kind, findings) : malformed();
        } catch (JacksonException e) {
            return malformed();
        }
    }

    private static ChatRequest request(Clause clause, FindingKind kind) {
        return ChatRequest.builder()
                .messages(
                        SystemMessage.from(Prompt.rules(kind)),
                        UserMessage.from(Prompt.clause(clause.path(), clause.text())))
                .responseFormat(AnswerSchema.of(kind))
                .build();
    }

    private static Extraction judge(ContractReading contract, Clause clause, FindingKind kind, JsonNode findings) {
        AnswerReader reader = new AnswerReader(clause.text());
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode finding : findings) {
            Optional<Span> span = QuoteFinder.find(
                    contract.text(), clause.span(), finding.path("quote").asString(""));
            Optional<FindingContent> content = reader.read(kind, finding);
            if (span.isPresent() && content.isPresent()) {
                candidates.add(new Candidate(
                        content.get(), List.of(contract.cite(span.get(), CitationRole.CLAUSE)), CONFIDENCE));
            }
        }
        if (!candidates.isEmpty()) {
            return new Extraction.Found(candidates);
        }
        return findings.isEmpty()
                ? new Extraction.NothingHere()
                : new Extraction.Failed(
                        FailureCategory.UNVERIFIABLE_QUOTE, false, "nothing that it said stands in the clause");
    }

    private static Extraction malformed() {
        return new Extraction.Failed(FailureCategory.MALFORMED_ANSWER, true, "the answer is not the JSON asked for");
    }
}
