package io.recital.retrieval.search;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.Passage;
import io.recital.models.clause.Segmentation;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseScore;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import io.recital.models.store.EmbeddedPassage;
import io.recital.models.store.Embedding;
import io.recital.models.store.NewDocument;
import io.recital.models.store.OriginalContent;
import io.recital.models.store.Repositories;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A tenant with contracts of a few passages each, put into the real store. */
public final class TestPortfolio {
    static final String MODEL = "test-model";

    /** A passage to be stored: its heading, its words, and the direction in which its vector points. */
    public record Words(String heading, String text, String language, int direction) {
        public static Words of(String heading, String text, int direction) {
            return new Words(heading, text, "en", direction);
        }
    }

    final UUID tenant = SearchDatabase.newTenant();
    private final Repositories store = SearchDatabase.repositories();

    public <T> T inTenant(Supplier<T> work) {
        return SearchDatabase.get().tenancy().call(tenant, work);
    }

    void run(Runnable work) {
        SearchDatabase.get().tenancy().run(tenant, work);
    }

    public DocumentVersion add(String file, Words... passages) {
        return add(file, null, MODEL, passages);
    }

    DocumentVersion add(String file, UUID replaces, String model, Words... passages) {
        return inTenant(() -> {
            NewDocument received = new NewDocument(file, replaces, null, TenantRole.BUYER, Map.of(), Map.of());
            byte[] bytes = (file + List.of(passages)).getBytes(StandardCharsets.UTF_8);
            DocumentVersion document = store.documents()
                    .receive(received, OriginalContent.of(bytes))
                    .document();
            Clause clause = clause();
            List<EmbeddedPassage> embedded = new ArrayList<>();
            for (Words words : passages) {
                embedded.add(embedded(clause, embedded.size(), words, model));
            }
            store.clauses()
                    .store(document.id(), new Segmentation(List.of(clause), List.of(), List.of(), "segmenter 1"));
            store.passages().store(document.contract(), document.id(), embedded);
            store.documents().markIngested(document.id());
            return document;
        });
    }

    void addParty(DocumentVersion document, String name) {
        addFindings(document, List.of(ContractFact.of(FactType.PARTY, new TypedValue.Party(name, "Supplier", null))));
    }

    /** Findings that all rest on the same words, but bear what they say in them. */
    public void addFindings(DocumentVersion document, List<? extends FindingContent> contents) {
        List<Finding> findings =
                contents.stream().map(content -> finding(document, content)).toList();
        run(() -> store.findings().store(document.id(), "cascade", "1", findings));
    }

    private static Finding finding(DocumentVersion document, FindingContent content) {
        String quote = "renewed automatically unless a party gives notice: " + content.summary();
        Citation citation = new Citation(
                document.contract(),
                document.id(),
                document.file(),
                "",
                null,
                new Span(0, quote.codePointCount(0, quote.length())),
                quote,
                Sha256.of(quote),
                CitationRole.CLAUSE);
        return new Finding(
                UUID.randomUUID(),
                document.contract(),
                document.id(),
                null,
                content,
                List.of(citation),
                0.9,
                new Provenance("rules", "1"),
                false,
                ReviewStatus.UNREVIEWED);
    }

    public void setCounterparty(DocumentVersion document, String name) {
        run(() -> store.contracts()
                .setCounterparty(
                        document.contract(),
                        store.counterparties().findOrCreate(name).id()));
    }

    void addScores(DocumentVersion document, ClauseScore... scores) {
        run(() -> {
            store.findings().store(document.id(), "cascade", "scores", List.of());
            store.clauseScores().store(document.id(), "cascade", "scores", List.of(scores));
        });
    }

    private static Clause clause() {
        return new Clause(
                UUID.randomUUID(),
                0,
                ClauseKind.CLAUSE,
                "1",
                null,
                null,
                List.of(),
                new Span(0, 1),
                "x",
                List.of(),
                "en");
    }

    private static EmbeddedPassage embedded(Clause clause, int ordinal, Words words, String model) {
        Passage passage = new Passage(
                UUID.randomUUID(),
                ordinal,
                clause.id(),
                "1",
                List.of(words.heading()),
                new Span(0, words.text().length()),
                words.text(),
                1,
                words.language());
        Embedding embedding = words.direction() < 0
                ? null
                : new Embedding(model, Sha256.of(words.heading() + words.text()), towards(words.direction()));
        return new EmbeddedPassage(passage, embedding);
    }

    static QuestionEmbedding question(int direction) {
        return new QuestionEmbedding(MODEL, towards(direction));
    }

    /** A vector that points in one of 384 directions, and a little in all. */
    private static float[] towards(int direction) {
        float[] vector = new float[384];
        Arrays.fill(vector, 0.01f);
        vector[direction] = 1;
        return vector;
    }
}
