package io.recital.ingestion.job;

import io.recital.ingestion.document.ParseOutcome;
import java.nio.file.Path;

/** Reads one file; whatever is wrong with it is in the outcome. */
@FunctionalInterface
public interface FileReading {
    ParseOutcome parse(Path file, String name) throws InterruptedException;
}
