package io.recital.eval;

import org.jspecify.annotations.Nullable;

/** A measurement cannot be made; the message is one sentence that says what to do. */
public final class EvalException extends RuntimeException {
    /** What stands in the way. */
    public enum Category {
        /** The labelled data, a path or an option is not as it should be. */
        INPUT
    }

    public EvalException(String message) {
        super(message);
    }

    public EvalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public Category category() {
        return Category.INPUT;
    }

    public boolean retriable() {
        return false;
    }
}
