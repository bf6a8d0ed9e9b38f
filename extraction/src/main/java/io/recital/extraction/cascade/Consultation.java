package io.recital.extraction.cascade;

import io.recital.extraction.llm.LlmBudget;
import io.recital.extraction.llm.LlmExtractor;
import io.recital.extraction.llm.Question;
import io.recital.extraction.llm.Reply;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.LlmCall;
import io.recital.models.finding.LlmCalls;
import io.recital.models.finding.LlmUse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The questions about one contract on their way to the model. Several are under way at once, but they are decided about
 * and settled in the order in which they were put: which ones are asked, and what comes of them, does not depend on
 * which answer is there first.
 */
final class Consultation {
    private final LlmExtractor llm;
    private final LlmBudget budget;
    private final Spending spending;
    private final LlmCalls calls;
    private final Answers answers;
    private final Remarks remarks;
    private final ExecutorService askers;
    private final int concurrency;
    private final Deque<Pending> underWay = new ArrayDeque<>();
    private LlmUse use = LlmUse.NONE;
    private boolean spent;
    private boolean serviceAnswers;

    private record Pending(Question question, Future<Asked> reply) {}

    private record Asked(Reply reply, LlmCall call) {}

    Consultation(
            LlmExtractor llm,
            LlmBudget budget,
            LlmCalls calls,
            Answers answers,
            Remarks remarks,
            ExecutorService askers,
            int concurrency) {
        this.llm = llm;
        this.budget = budget;
        this.spending = new Spending(budget);
        this.calls = calls;
        this.answers = answers;
        this.remarks = remarks;
        this.askers = askers;
        this.concurrency = concurrency;
    }

    LlmUse ask(List<Question> questions) {
        try {
            questions.forEach(this::put);
            while (!underWay.isEmpty()) {
                settleNext();
            }
        } finally {
            underWay.forEach(pending -> pending.reply().cancel(true));
        }
        return use;
    }

    private void put(Question question) {
        while (isUnderWay(question.key())) {
            settleNext();
        }
        Optional<LlmCall> known = calls.findAnswered(question.key());
        if (known.isPresent() && recalled(question, known.get())) {
            return;
        }
        while (underWay.size() >= (serviceAnswers ? concurrency : 1)) {
            settleNext();
        }
        if (!isAffordable(question)) {
            use = use.plus(LlmUse.ofQuestions(0, 1, 0));
        } else if (remarks.givenUp(llm.provenance(question))) {
            use = use.plus(LlmUse.ofQuestions(0, 0, 1));
        } else {
            spending.add(question.tokensIn(), llm.mostAnswerTokens());
            underWay.add(new Pending(question, askers.submit(() -> call(question))));
        }
    }

    private boolean isUnderWay(Sha256 key) {
        return underWay.stream().anyMatch(pending -> pending.question().key().equals(key));
    }

    /**
     * What was answered before counts against the budget as it did then, and costs nothing; false when the answer is of
     * no use to today's reader of answers.
     */
    private boolean recalled(Question question, LlmCall known) {
        String answer = known.answer();
        Extraction extraction = llm.judge(question, answer == null ? "" : answer);
        if (extraction instanceof Extraction.Failed) {
            return false;
        }
        spending.add(known.tokensIn(), known.tokensOut());
        use = use.plus(LlmUse.ofQuestions(1, 0, 0));
        settle(question, extraction);
        return true;
    }

    /** Once a question is not affordable, no later one is: what is asked about is the beginning of the list. */
    private boolean isAffordable(Question question) {
        while (!spent && !underWay.isEmpty() && !covers(question)) {
            settleNext();
        }
        spent |= !covers(question);
        return !spent;
    }

    private boolean covers(Question question) {
        return spending.covers(question.tokensIn(), llm.mostAnswerTokens());
    }

    /** Runs beside others. The call is kept before anything else is done with it. */
    private Asked call(Question question) {
        Reply reply = llm.ask(question);
        LlmCall call = new LlmCall(
                question.key(),
                Sha256.of(question.clause().text()),
                question.kind(),
                llm.modelName(),
                question.prompt(),
                reply.answer(),
                reply.extraction() instanceof Extraction.Failed failed ? failed.category() : null,
                reply.tokensIn(),
                reply.tokensOut(),
                budget.cost(reply.tokensIn(), reply.tokensOut()));
        calls.record(call);
        return new Asked(reply, call);
    }

    private void settleNext() {
        Pending next = underWay.remove();
        Asked asked = await(next.reply());
        spending.release(next.question().tokensIn(), llm.mostAnswerTokens());
        spending.add(asked.call().tokensIn(), asked.call().tokensOut());
        Extraction extraction = asked.reply().extraction();
        boolean failed = extraction instanceof Extraction.Failed;
        use = use.plus(LlmUse.of(asked.call())).plus(LlmUse.ofQuestions(0, 0, failed ? 1 : 0));
        remarks.note(llm.provenance(next.question()), extraction);
        serviceAnswers = !remarks.troubled(llm.provenance(next.question()));
        settle(next.question(), extraction);
    }

    private void settle(Question question, Extraction extraction) {
        answers.settle(question.kind(), question.clause().id(), llm.provenance(question), extraction);
    }

    private static Asked await(Future<Asked> reply) {
        try {
            return reply.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the language model was asked", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Asking the language model ended with an error", e.getCause());
        }
    }
}
