package io.recital.models.store;

/** What became of one file of a job. */
public enum ItemState {
    WAITING,
    RUNNING,
    /** Read and searchable. */
    INGESTED,
    /** The tenant had the same bytes already. */
    UNCHANGED,
    /** An archive or mail: its members are items of their own. */
    UNPACKED,
    NEEDS_OCR,
    REFUSED,
    /** Something of ours broke; the reason says what. */
    FAILED;

    /** Whether nothing more will happen to it. */
    public boolean isFinal() {
        return this != WAITING && this != RUNNING;
    }
}
