package io.recital.ingestion.job;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why ingestion as a whole could not go on; what is wrong with a single file is in its outcome instead. */
public final class IngestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Category {
        /** What was asked for cannot be done; the message says what to ask for. */
        MISUSE(false),
        /** The process is ending; the job goes on when it is run again. */
        INTERRUPTED(true);

        private final boolean retriable;

        Category(boolean retriable) {
            this.retriable = retriable;
        }
    }

    private final Category category;

    public IngestionException(Category category, String message) {
        this(category, message, null);
    }

    public IngestionException(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = Objects.requireNonNull(category, "category");
    }

    public Category category() {
        return category;
    }

    /** Whether the same call may succeed later without anybody doing something. */
    public boolean retriable() {
        return category.retriable;
    }
}
