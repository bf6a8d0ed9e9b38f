package io.recital.samples;

/** A sample that cannot be read, built or copied; the message says which and why. */
public final class SampleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Category {
        /** The text source breaks the format that {@code samples/README.md} describes. */
        SOURCE,
        /** A file could not be read or written. */
        FILE
    }

    private final Category category;

    public SampleException(Category category, String message) {
        super(message);
        this.category = category;
    }

    public SampleException(Category category, String message, Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** Whether the same call may succeed later: a file may, a source must be corrected first. */
    public boolean retriable() {
        return category == Category.FILE;
    }
}
