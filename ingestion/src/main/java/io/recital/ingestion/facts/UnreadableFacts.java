package io.recital.ingestion.facts;

/** A file or sheet of which no row can be read; the message says why and what to do. */
final class UnreadableFacts extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFacts(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
