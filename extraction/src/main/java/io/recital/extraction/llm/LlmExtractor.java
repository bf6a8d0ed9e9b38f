package io.recital.extraction.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a language model about one clause and believes only what it can quote: every finding's quote must stand in the
 * clause, and every value's wording there or in the words that open its list.
 */
public final class LlmExtractor implements Extractor {
    /** Of what is made of an answer; the prompts have versions of their own. */
    static final String VERSION = "2";

    private static final double CONFIDENCE = 0.75;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChatModel model;
    private final String modelName;
    private final int mostAnswerTokens;

    /**
     * Asks one model.
     *
     * @param mostAnswerTokens longest answer; one that is cut off is of no use
     */
    public LlmExtractor(ChatModel model, String modelName, int mostAnswerTokens) {
        if (mostAnswerTokens < 1) {
            throw new IllegalArgumentException("recital.llm.max-answer-tokens is 1 or more");
        }
        this.model = model;
        this.modelName = modelName;
        this.mostAnswerTokens = mostAnswerTokens;
    }

    @Override
    public Provenance provenance() {
        return provenance(
                Prompt.KINDS.stream().map(kind -> Prompt.of(kind).version()).collect(Collectors.joining(" ")));
    }

    /** Who answered this question: the model, and the version of the prompt. */
    public Provenance provenance(Question question) {
        return provenance(question.prompt());
    }

    private Provenance provenance(String prompts) {
        return new Provenance("llm:" + modelName, VERSION + " " + prompts);
    }

    public String modelName() {
        return modelName;
    }

    /** The longest answer that it asks for. */
    public int mostAnswerTokens() {
        return mostAnswerTokens;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.copyOf(Prompt.KINDS);
    }

    /** The kinds in the order in which a limited budget is best spent: what carries money first. */
    public List<FindingKind> kindsByWorth() {
        return Prompt.KINDS;
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        return clause.text().isBlank()
                ? new Extraction.NothingHere()
                : ask(question(contract, clause, kind)).extraction();
    }

    /** Words the question without asking it. */
    public Question question(ContractReading contract, Clause clause, FindingKind kind) {
        return new Question(modelName, contract, clause, kind);
    }

    /** Asks; whatever goes wrong is in the reply. May be called by several threads at once. */
    public Reply ask(Question question) {
        ChatResponse response;
        try {
            response = model.chat(question.request(mostAnswerTokens));
        } catch (RuntimeException e) {
            Extraction.Failed failure = LlmFailure.of(e);
            boolean perhapsBilled = failure.category() == FailureCategory.TIMEOUT;
            return new Reply(failure, null, perhapsBilled ? question.tokensIn() : 0, 0);
        }
        String answer =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        Extraction extraction = judge(question, answer);
        boolean useful = !(extraction instanceof Extraction.Failed);
        TokenUsage usage = response.tokenUsage();
        return new Reply(
                extraction,
                useful ? answer : null,
                counted(usage == null ? null : usage.inputTokenCount(), question.tokensIn()),
                counted(usage == null ? null : usage.outputTokenCount(), Question.tokens(answer)));
    }

    private static int counted(@Nullable Integer stated, int estimate) {
        return stated == null || stated <= 0 ? estimate : stated;
    }

    /** What an answer to the question comes to, whenever it was given. */
    public Extraction judge(Question question, String answer) {
        try {
            JsonNode findings = JSON.readTree(answer).path("findings");
            return findings.isArray() ? judge(question, findings) : malformed();
        } catch (JacksonException e) {
            return malformed();
        }
    }

    private static Extraction judge(Question question, JsonNode findings) {
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode finding : findings) {
            judgeOne(question, finding).ifPresent(candidates::add);
        }
        if (!candidates.isEmpty()) {
            return new Extraction.Found(candidates);
        }
        return findings.isEmpty()
                ? new Extraction.NothingHere()
                : new Extraction.Failed(
                        FailureCategory.UNVERIFIABLE_QUOTE, false, "nothing that it said stands in the clause");
    }

    private static Optional<Candidate> judgeOne(Question question, JsonNode finding) {
        Material material = question.material();
        ContractReading contract = material.contract();
        AnswerReader reader = new AnswerReader(
                material.clause().text(),
                material.stems().stream().map(Citation::quote).toList());
        Optional<Span> span = QuoteFinder.find(
                contract.text(), material.clause().span(), finding.path("quote").asString(""));
        Optional<FindingContent> content = reader.read(question.kind(), finding);
        if (span.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        List<Citation> citations = new ArrayList<>();
        citations.add(contract.cite(span.get(), reader.leansOnStem() ? CitationRole.ITEM : CitationRole.CLAUSE));
        citations.addAll(reader.leansOnStem() ? material.stems() : List.of());
        return Optional.of(new Candidate(content.get(), citations, CONFIDENCE));
    }

    private static Extraction malformed() {
        return new Extraction.Failed(FailureCategory.MALFORMED_ANSWER, true, "the answer is not the JSON asked for");
    }
}
