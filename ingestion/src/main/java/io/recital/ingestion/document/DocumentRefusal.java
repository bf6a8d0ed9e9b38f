package io.recital.ingestion.document;

/** Ends the reading of a file with the reason that its sender will be told. */
final class DocumentRefusal extends Exception {
    private final RefusalCategory category;

    DocumentRefusal(RefusalCategory category, String reason) {
        super(reason);
        this.category = category;
    }

    ParseOutcome.Refused outcome() {
        return new ParseOutcome.Refused(category, String.valueOf(getMessage()));
    }
}
