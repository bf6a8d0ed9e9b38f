package io.recital.ingestion.facts;

import java.io.IOException;

/** A file of tables that is read row by row and never as a whole. */
interface TableFile {
    /** Hands over every row that is not empty, sheet after sheet. It may be called again. */
    void forEachRow(TableVisitor visitor) throws IOException, UnreadableFacts;
}
