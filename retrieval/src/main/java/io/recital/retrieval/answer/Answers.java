package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers questions from a tenant's contracts: typed findings first, then the words themselves, or not at all. */
public final class Answers {
    private static final int PASSAGES = 16;
    private static final int SHOWN_WHEN_ABSTAINING = 3;
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},'’\"“(] |[\"“(])\\p{Lu}[\\p{L}\\p{N}&.-]*\\p{L}");

    private final Tenancy tenancy;
    private final Repositories store;
    private final PassageSearch search;
    private final ScopeFinder scopes;
    private final Encoder encoder;
    private final FindingAnswers fromFindings;
    private final PassageAnswers fromPassages;
    private final Optional<AnswerWriter> writer;

    public Answers(
            Tenancy tenancy,
            Repositories store,
            PassageSearch search,
            NameRecognition names,
            Encoder encoder,
            Optional<AnswerWriter> writer) {
        this.tenancy = tenancy;
        this.store = store;
        this.search = search;
        this.scopes = new ScopeFinder(names, store.contracts());
        this.encoder = encoder;
        this.fromFindings = new FindingAnswers(store);
        this.fromPassages = new PassageAnswers(store.documents(), encoder);
        this.writer = writer;
    }

    /** The answer to a question, or an abstention with the nearest passages. */
    public Answer answer(UUID tenant, Question question) {
        QuestionEmbedding embedding = new QuestionEmbedding(encoder.modelId(), encoder.encodeQuery(question.text()));
        Evidence evidence = tenancy.call(tenant, () -> gather(question, embedding));
        Optional<String> stranger = tenancy.call(tenant, () -> stranger(evidence));
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
        return result.answer().orElseGet(() -> extracted(tenant, evidence).withNote(result.remark()));
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

    private Evidence gather(Question question, QuestionEmbedding embedding) {
        UUID contract = question.contract();
        QuestionScope scope =
                contract == null ? scopes.find(question.text()) : new QuestionScope(Set.of(contract), Set.of());
        SearchScope where = new SearchScope(scope.contracts(), Set.of(), Set.of(), PASSAGES);
        return new Evidence(question, embedding, scope, search.search(question.text(), embedding, where));
    }

    /** A name in the question that stands nowhere in what was found: then the question is about something else. */
    private Optional<String> stranger(Evidence evidence) {
        Set<String> known = new HashSet<>();
        evidence.scope().phrases().forEach(phrase -> known.addAll(Words.of(phrase)));
        for (PassageHit hit : evidence.hits()) {
            known.addAll(Words.of(hit.passage().text() + " " + hit.title() + " "
                    + String.join(" ", hit.passage().headingPath()) + " "
                    + hit.file().replace('_', ' ')));
        }
        store.counterparties().list().forEach(counterparty -> {
            known.addAll(Words.of(counterparty.name()));
            counterparty.aliases().forEach(alias -> known.addAll(Words.of(alias)));
        });
        List<String> names = names(evidence.question().text());
        return names.stream()
                .filter(name -> Words.of(name).stream().noneMatch(known::contains))
                .filter(name -> !Words.of(name).isEmpty())
                .filter(name -> !titled(name))
                .findFirst();
    }

    private boolean titled(String name) {
        return store
                .contracts()
                .list(new io.recital.models.store.ContractFilter(null, name, null, null), null, 1)
                .items()
                .stream()
                .map(Contract::id)
                .findAny()
                .isPresent();
    }

    private static List<String> names(String question) {
        Matcher matcher = NAME.matcher(question);
        return matcher.results().map(result -> result.group()).distinct().toList();
    }
}
