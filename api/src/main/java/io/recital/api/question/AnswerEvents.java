package io.recital.api.question;

import io.recital.api.finding.CitationView;
import io.recital.api.problem.Problems;
import io.recital.models.evidence.Citation;
import io.recital.models.store.error.StoreException;
import io.recital.retrieval.answer.AnswerProgress;
import io.recital.retrieval.answer.AnswerSentence;
import io.recital.retrieval.plan.Plan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Writes what becomes of a question as server-sent events, each as soon as it is known. */
final class AnswerEvents implements AnswerProgress {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerEvents.class);

    private final OutputStream out;
    private final JsonMapper json;

    AnswerEvents(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void planned(Plan plan) {
        send("plan", AnswerView.PlanView.of(plan));
    }

    @Override
    public void found(List<Citation> passages) {
        send("passages", passages.stream().map(CitationView::of).toList());
    }

    @Override
    public void said(AnswerSentence sentence) {
        send(
                "sentence",
                Map.of(
                        "text",
                        sentence.text(),
                        "citations",
                        sentence.allCitations().stream().map(CitationView::of).toList()));
    }

    void done(AnswerView answer) {
        send("done", answer);
    }

    /** A reader who has gone is no failure of ours. */
    void failed(RuntimeException failure) {
        if (failure instanceof UncheckedIOException) {
            throw failure;
        }
        boolean later = failure instanceof StoreException store && store.retriable();
        LOG.error("A question failed: {}", failure.getClass().getSimpleName());
        send(
                "error",
                Problems.of(
                        later ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
                        later ? "store" : "internal",
                        later
                                ? Problems.NO_DATABASE
                                : "The question could not be answered; the service's log says why."));
    }

    private void send(String event, Object data) {
        try {
            out.write(("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The reader has gone", e);
        }
    }
}
