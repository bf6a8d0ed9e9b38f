package io.recital.performance.obligation;

/** A change of an occurrence that cannot be made; the message says what to do. */
public final class ChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a change cannot be made. */
    public enum Category {
        /** No duty falls due then. */
        UNKNOWN,
        /** Somebody else changed it since it was read. */
        STALE,
        /** It contradicts what was decided. */
        CONTRADICTION
    }

    private final Category category;

    ChangeRefused(Category category, String message) {
        super(message);
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** Whether it may succeed once it was read again. */
    public boolean retriable() {
        return category == Category.STALE;
    }
}
