package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.finding.Finding;
import io.recital.models.inference.TextEncoder;
import io.recital.models.report.StandingReader;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.Planner;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.QueryRunner;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.NameRecognition;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.PassageSearch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers questions from a tenant's contracts by the route of their kind, or not at all. */
public final class Answers {
    private static final int PASSAGES = 16;
    private static final int SHOWN_WHEN_ABSTAINING = 3;

    private static final String SILENT =
            "This asks what was delivered, invoiced or paid, and the ledger says nothing of it."
                    + " Import the facts with `recital facts import` if they are missing.";
    private static final String TOO_FAR = "Nothing found is near enough to the question to be its answer.";

    private final Tenancy tenancy;
    private final Planner planner;
    private final QueryRunner runner;
    private final Strangers strangers;
    private final Unaccounted unaccounted;
    private final Map<Plan.Kind, List<Route>> routes;
    private final PageFinder pages;
    private final Proof proof;
    private final Optional<AnswerWriter> writer;

    public Answers(
            Tenancy tenancy,
            Repositories store,
            PassageSearch search,
            NameRecognition names,
            TextEncoder encoder,
            StandingReader ledger,
            Optional<AnswerWriter> writer) {
        this.tenancy = tenancy;
        TextEncoder remembering = new RememberedVectors(encoder);
        this.runner = new QueryRunner(store, search, encoder, ledger);
        this.planner = new Planner(names, store, runner);
        this.strangers = new Strangers(store);
        this.unaccounted = new Unaccounted(remembering);
        this.pages = new PageFinder(store.documents());
        this.proof = Proof.over(store);
        this.routes = routes(
                new PortfolioAnswers(store, remembering, pages),
                new ComputedAnswers(store, pages),
                new FindingAnswers(store),
                new StatementAnswers(remembering, pages),
                new PerformanceAnswers(pages, proof, strangers));
        this.writer = writer;
    }

    /** For each kind, the ways that are tried, in this order. */
    private static Map<Plan.Kind, List<Route>> routes(
            Route portfolio, Route computed, Route findings, Route statements, Route performance) {
        return Map.of(
                Plan.Kind.FACT, List.of(portfolio, computed, statements),
                Plan.Kind.CLAUSE, List.of(portfolio, computed, statements),
                Plan.Kind.COMPARISON, List.of(portfolio, computed, findings, statements),
                Plan.Kind.LIST, List.of(portfolio, computed, statements, findings),
                Plan.Kind.COMPUTED, List.of(portfolio, computed, findings, statements),
                Plan.Kind.PERFORMANCE, List.of(performance, statements));
    }

    /** The answer to a question, or an abstention with the nearest passages. */
    public Answer answer(UUID tenant, Question question) {
        return answer(tenant, question, AnswerProgress.NONE);
    }

    /** The same, told as it goes. */
    public Answer answer(UUID tenant, Question question, AnswerProgress progress) {
        Evidence evidence = tenancy.call(tenant, () -> gather(question));
        progress.planned(evidence.run().plan());
        progress.found(evidence.hits().stream()
                .limit(SHOWN_WHEN_ABSTAINING)
                .map(PassageHit::cite)
                .toList());
        Answer answer = answered(tenant, evidence);
        answer.sentences().forEach(progress::said);
        return answer.withPlan(evidence.run().plan());
    }

    private Answer answered(UUID tenant, Evidence evidence) {
        if (evidence.hits().isEmpty()) {
            return Answer.abstain("No contract is there to be asked: ingest some first.", List.of());
        }
        Optional<String> stranger = looksForStrangersItself(evidence)
                ? Optional.empty()
                : tenancy.call(tenant, () -> strangers.find(evidence));
        if (stranger.isPresent()) {
            return abstain(isUnknown(stranger.get()), evidence);
        }
        return writer.map(model -> written(tenant, model, evidence)).orElseGet(() -> extracted(tenant, evidence));
    }

    /** Facts and clauses are looked up in whole contracts, which know more names than the passages found. */
    private boolean looksForStrangersItself(Evidence evidence) {
        Plan.Kind kind = evidence.question().kind();
        return writer.isEmpty()
                && (kind == Plan.Kind.FACT || kind == Plan.Kind.CLAUSE || kind == Plan.Kind.PERFORMANCE);
    }

    private Answer written(UUID tenant, AnswerWriter model, Evidence evidence) {
        AnswerWriter.Result result =
                model.write(evidence.question().text(), evidence.hits(), queries(tenant, evidence.run()));
        if (result.answer().isEmpty()) {
            return extracted(tenant, evidence).withNote(result.remark());
        }
        Answer proven = proven(tenant, paged(tenant, result.answer().get()), evidence);
        return proven.abstained()
                ? extracted(tenant, evidence)
                        .withNote("What the language model wrote could not be proved; the answer is"
                                + " the offline one.")
                : proven;
    }

    private Answer proven(UUID tenant, Answer answer, Evidence evidence) {
        return tenancy.call(tenant, () -> proof.proven(answer, evidence.given()));
    }

    /** Each query in a transaction of its own: none is held open while a model thinks. */
    private TenantQueries queries(UUID tenant, QueryRun run) {
        return new TenantQueries() {
            @Override
            public List<PassageHit> passages(TypedQuery.Passages query) {
                return tenancy.call(tenant, () -> run.passages(query));
            }

            @Override
            public List<Finding> findings(TypedQuery.Findings query) {
                return tenancy.call(tenant, () -> run.findings(query));
            }

            @Override
            public List<Contract> contracts(TypedQuery.Contracts query) {
                return tenancy.call(tenant, () -> run.contracts(query));
            }
        };
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
        List<Route> ways = routes.getOrDefault(evidence.question().kind(), List.of());
        Answer answer = tenancy.call(tenant, () -> firstAccounted(ways, evidence));
        return proven(tenant, answer, evidence);
    }

    /** The first answer that speaks of all that the question names. */
    private Answer firstAccounted(List<Route> ways, Evidence evidence) {
        Optional<String> missing = Optional.empty();
        for (Route way : ways) {
            Optional<Answer> found = way.find(evidence);
            if (found.isPresent()) {
                Optional<String> strange =
                        MissingDocument.in(evidence, found.get()).or(() -> unaccounted.in(found.get(), evidence));
                if (strange.isEmpty()) {
                    return found.get();
                }
                missing = missing.or(() -> strange);
            }
        }
        return missing.map(word -> abstain(
                        "What was found says nothing of “" + word + "”, which the question is about.", evidence))
                .orElseGet(() -> unanswered(evidence));
    }

    private Answer unanswered(Evidence evidence) {
        String reason = strangers
                .find(evidence)
                .map(Answers::isUnknown)
                .orElse(evidence.question().kind() == Plan.Kind.PERFORMANCE ? SILENT : TOO_FAR);
        return abstain(reason, evidence);
    }

    private static String isUnknown(String stranger) {
        return "No contract at hand names “" + stranger + "”.";
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
        Understanding understood =
                planner.understand(question.text(), question.contract(), question.asOf(), question.earlier());
        QueryRun run = new QueryRun(runner, understood);
        TypedQuery.Passages near =
                new TypedQuery.Passages(understood.asked(), understood.scope().contracts(), PASSAGES);
        return new Evidence(understood, run, run.passages(near));
    }
}
