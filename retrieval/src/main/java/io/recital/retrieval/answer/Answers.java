package io.recital.retrieval.answer;

import io.recital.models.inference.Encoder;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.retrieval.plan.NameWords;
import io.recital.retrieval.plan.QuestionScope;
import io.recital.retrieval.plan.ScopeFinder;
import io.recital.retrieval.search.NameRecognition;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.PassageSearch;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.retrieval.search.SearchScope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers questions from a tenant's contracts: typed findings first, then the words themselves, or not at all. */
public final class Answers {
    private static final int PASSAGES = 16;
    private static final int SHOWN_WHEN_ABSTAINING = 3;

    private final Tenancy tenancy;
    private final PassageSearch search;
    private final ScopeFinder scopes;
    private final Strangers strangers;
    private final Encoder encoder;
    private final FindingAnswers fromFindings;
    private final PassageAnswers fromPassages;
    private final PageFinder pages;
    private final Optional<AnswerWriter> writer;

    public Answers(
            Tenancy tenancy,
            Repositories store,
            PassageSearch search,
            NameRecognition names,
            Encoder encoder,
            Optional<AnswerWriter> writer) {
        this.tenancy = tenancy;
        this.search = search;
        this.scopes = new ScopeFinder(names, store);
        this.strangers = new Strangers(store);
        this.encoder = encoder;
        this.fromFindings = new FindingAnswers(store);
        this.pages = new PageFinder(store.documents());
        this.fromPassages = new PassageAnswers(pages, encoder);
        this.writer = writer;
    }

    /** The answer to a question, or an abstention with the nearest passages. */
    public Answer answer(UUID tenant, Question question) {
        Evidence evidence = tenancy.call(tenant, () -> gather(question));
        Optional<String> stranger = tenancy.call(tenant, () -> strangers.find(evidence));
        if (evidence.hits().isEmpty()) {
            return Answer.abstain("No contract is there to be asked: ingest some first.", List.of());
        }
        if (stranger.isPresent()) {
            return abstain("No contract at hand names “" + stranger.get() + "”.", evidence);
        }
        return writer.map(model -> written(tenant, model, evidence)).orElseGet(() -> extracted(tenant, evidence));
    }

    private Answer written(UUID tenant, AnswerWriter model, Evidence evidence) {
        AnswerWriter.Result result = model.write(evidence);
        return result.answer()
                .map(answer -> paged(tenant, answer))
                .orElseGet(() -> extracted(tenant, evidence).withNote(result.remark()));
    }

    private Answer paged(UUID tenant, Answer answer) {
        return tenancy.call(
                tenant,
                () -> answer.withSentences(answer.sentences().stream()
                        .map(sentence -> new AnswerSentence(
                                sentence.text(), pages.paged(sentence.citations()), sentence.derivations()))
                        .toList()));
    }

    private Answer extracted(UUID tenant, Evidence evidence) {
        return tenancy.call(
                tenant,
                () -> fromFindings
                        .find(evidence)
                        .or(() -> fromPassages.find(evidence))
                        .orElseGet(() ->
                                abstain("Nothing found is near enough to the question to be its answer.", evidence)));
    }

    private static Answer abstain(String reason, Evidence evidence) {
        return Answer.abstain(
                reason,
                evidence.hits().stream()
                        .limit(SHOWN_WHEN_ABSTAINING)
                        .map(PassageHit::cite)
                        .toList());
    }

    private Evidence gather(Question question) {
        UUID contract = question.contract();
        QuestionScope scope =
                contract == null ? scopes.find(question.text()) : new QuestionScope(Set.of(contract), Set.of());
        Set<String> names = new HashSet<>();
        scope.contracts().forEach(named -> names.addAll(scopes.namesOf(named)));
        scope.phrases().forEach(phrase -> names.addAll(NameWords.of(phrase)));
        String asked = BareQuestion.of(question.text(), names);
        QuestionEmbedding embedding = new QuestionEmbedding(encoder.modelId(), encoder.encodeQuery(asked));
        SearchScope where = new SearchScope(scope.contracts(), Set.of(), Set.of(), PASSAGES);
        return new Evidence(question, asked, embedding, scope, names, search.search(asked, embedding, where));
    }
}
