package io.recital.ingestion.job;

import io.recital.ingestion.document.ParseOutcome;
import io.recital.models.store.JdbcOriginals;
import io.recital.models.store.JobItem;
import io.recital.models.store.Tenancy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Lays the kept bytes of a file on the disk for as long as it is parsed. */
final class Originals {
    private final Tenancy tenancy;
    private final JdbcOriginals originals;
    private final FileReading files;

    Originals(Tenancy tenancy, JdbcOriginals originals, FileReading files) {
        this.tenancy = tenancy;
        this.originals = originals;
        this.files = files;
    }

    ParseOutcome parse(UUID tenant, JobItem item) throws InterruptedException {
        try {
            Path copy = Files.createTempFile("recital-", ".original");
            try {
                tenancy.run(tenant, () -> copy(item, copy));
                return files.parse(copy, item.file().file());
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A temporary copy cannot be written; look at the free space in "
                            + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }

    private void copy(JobItem item, Path copy) {
        try (OutputStream out = Files.newOutputStream(copy)) {
            originals.copyTo(item.sha256(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
