package io.recital.ingestion.document;

/** Why a file is not read. */
public enum RefusalCategory {
    /** No bytes, or no words in them. */
    EMPTY,
    /** Larger than the limits allow, as it lies there or when unpacked. */
    TOO_LARGE,
    /** A type that holds no contract text this service can read. */
    UNSUPPORTED_TYPE,
    /** Not what its name says. */
    MISNAMED,
    /** Cut off or corrupt. */
    DAMAGED,
    PASSWORD_PROTECTED,
    /** Built to harm the reader: entity attacks, archive entries that point outside. */
    UNSAFE,
    /** The file system does not hand it out. */
    UNREADABLE,
    /** Parsing took longer than the deadline and was killed. */
    TIMED_OUT,
    /** Parsing needed more memory than the parser has, and was ended. */
    OUT_OF_MEMORY,
    /** The parser process ended without an answer. */
    PARSER_CRASHED;

    /** Whether the same bytes may fare better another time. */
    public boolean retriable() {
        return this == PARSER_CRASHED || this == UNREADABLE || this == TIMED_OUT;
    }
}
