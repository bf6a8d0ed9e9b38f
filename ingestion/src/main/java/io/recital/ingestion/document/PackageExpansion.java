package io.recital.ingestion.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Refuses an Office document that would unpack to far more than a document has, before anything of it is read. */
final class PackageExpansion {
    private static final long MOST_BYTES = 600_000_000;
    private static final long RATIO_MATTERS_AFTER = 50_000_000;
    private static final int MOST_RATIO = 100;
    private static final int MOST_PARTS = 10_000;

    private PackageExpansion() {}

    static void check(Path file) throws IOException, DocumentRefusal {
        long packed = Math.max(1, Files.size(file));
        long unpacked = 0;
        int parts = 0;
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                unpacked += Math.max(0, entries.nextElement().getSize());
                parts++;
            }
        }
        boolean ratio = unpacked > RATIO_MATTERS_AFTER && unpacked / packed > MOST_RATIO;
        if (ratio || unpacked > MOST_BYTES || parts > MOST_PARTS) {
            throw refused();
        }
    }

    static DocumentRefusal refused() {
        return new DocumentRefusal(
                RefusalCategory.TOO_LARGE, "The document unpacks to many times its size, as a zip bomb does.");
    }
}
