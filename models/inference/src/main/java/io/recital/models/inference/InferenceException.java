package io.recital.models.inference;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A model could not be loaded or run. */
public final class InferenceException extends RuntimeException {
    /** What went wrong. */
    public enum Category {
        /** The weights or the tokenizer are missing or unreadable. */
        WEIGHTS,
        /** ONNX Runtime or the tokenizer refused to run. */
        RUN,
        /** The model was used after it had been closed. */
        CLOSED
    }

    private final Category category;

    public InferenceException(Category category, String message) {
        super(message);
        this.category = requireNonNull(category, "category");
    }

    public InferenceException(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = requireNonNull(category, "category");
    }

    public Category category() {
        return category;
    }

    /** Whether the same call may succeed later. A local model does not mend itself. */
    public boolean retriable() {
        return false;
    }
}
