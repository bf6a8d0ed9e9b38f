package io.recital.ingestion.document;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.ParsedDocument;

/** What became of one file: read, waiting for OCR, or refused with the true reason. */
public sealed interface ParseOutcome {
    /** The file was read. */
    record Parsed(ParsedDocument document) implements ParseOutcome {
        public Parsed {
            requireNonNull(document, "document");
        }
    }

    /**
     * The file holds images of pages and no text.
     *
     * @param reason one sentence that says which pages and what to do
     */
    record NeedsOcr(String reason, String mediaType, int pageCount) implements ParseOutcome {}

    /**
     * The file was not read.
     *
     * @param reason one sentence without any of the file's text
     */
    record Refused(RefusalCategory category, String reason) implements ParseOutcome {
        public Refused {
            requireNonNull(category, "category");
            requireNonNull(reason, "reason");
        }
    }
}
