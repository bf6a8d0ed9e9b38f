package io.recital.models.contract;

/** How far a document version has come. */
public enum DocumentStatus {
    RECEIVED,
    INGESTED,
    NEEDS_OCR,
    REFUSED
}
