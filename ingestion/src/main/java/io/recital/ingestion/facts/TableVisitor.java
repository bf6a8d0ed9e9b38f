package io.recital.ingestion.facts;

/** Takes the rows of a file as they come. */
interface TableVisitor {
    void row(TableRow row);

    /** A row that the file itself spoils. */
    void broken(String sheet, int line, String reason);
}
