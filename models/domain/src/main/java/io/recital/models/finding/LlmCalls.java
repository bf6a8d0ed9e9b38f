package io.recital.models.finding;

import io.recital.models.evidence.Sha256;
import java.util.Optional;

/**
 * What is remembered of the questions put to a language model, for one tenant: an answer that was of use is never paid
 * for twice. May be asked by several threads at once.
 */
public interface LlmCalls {
    /** Remembers nothing. */
    LlmCalls FORGOTTEN = new LlmCalls() {
        @Override
        public Optional<LlmCall> findAnswered(Sha256 question) {
            return Optional.empty();
        }

        @Override
        public void record(LlmCall call) {}
    };

    /** The latest call that brought an answer to this very question. */
    Optional<LlmCall> findAnswered(Sha256 question);

    /** Keeps a call as soon as it has ended, so that a crash after it loses nothing that was paid. */
    void record(LlmCall call);
}
