package io.recital.performance.claim;

/** There is nothing that a letter could ask for; the message says why and what to do. */
public final class NothingToClaim extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Category {
        NOTHING_OWED,
        NOT_REVIEWED,
        DISPUTED,
        TOO_LATE
    }

    private final Category category;

    NothingToClaim(Category category, String message) {
        super(message);
        this.category = category;
    }

    public Category category() {
        return category;
    }

    public boolean retriable() {
        return false;
    }
}
