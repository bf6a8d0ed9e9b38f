package io.recital.extraction.cascade;

import io.recital.models.evidence.Sha256;
import io.recital.models.finding.LlmCall;
import io.recital.models.finding.LlmCalls;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps calls as the database does, for as long as a test lasts. */
final class RememberedCalls implements LlmCalls {
    private final List<LlmCall> calls = new CopyOnWriteArrayList<>();

    @Override
    public Optional<LlmCall> findAnswered(Sha256 question) {
        return calls.stream()
                .filter(call -> call.question().equals(question) && call.answer() != null)
                .reduce((earlier, later) -> later);
    }

    @Override
    public void record(LlmCall call) {
        calls.add(call);
    }

    List<LlmCall> all() {
        return calls;
    }
}
