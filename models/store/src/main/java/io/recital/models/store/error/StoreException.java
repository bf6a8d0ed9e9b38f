package io.recital.models.store.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the store could not do, why, and whether trying again may help; its message says what to do next. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the store failed. */
    public enum Category {
        /** The server, its role or an extension is not as it must be; the message has the statement or command to use. */
        SET_UP(false),
        /** Another process uses the data directory. */
        IN_USE(true),
        /** The embedded server's binaries, files or process failed. */
        SERVER(false),
        /** The server cannot be reached or has no free connection. */
        UNAVAILABLE(true),
        /** Two transactions were in each other's way, or a statement took too long. */
        CONTENTION(true),
        /** A row breaks a constraint: it is there already, or refers to one that is not. */
        CONSTRAINT(false),
        /** A row that must be there is not. */
        NOT_FOUND(false),
        /** The caller uses the store against its rules, such as two tenants in one transaction. */
        MISUSE(false),
        /** The database refused a statement for another reason. */
        REFUSED(false);

        private final boolean retriable;

        Category(boolean retriable) {
            this.retriable = retriable;
        }
    }

    private final Category category;

    public StoreException(Category category, String message) {
        this(category, message, null);
    }

    public StoreException(Category category, String message, @Nullable Throwable cause) {
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
