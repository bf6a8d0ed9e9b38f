package io.recital.ingestion.document;

import java.io.IOException;

/** Reads one format. An {@code IOException} means that the file is damaged. */
interface DocumentReader {
    ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal;
}
