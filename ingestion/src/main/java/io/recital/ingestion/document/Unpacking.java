package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of one archive or mail to the disk while keeping to the limits. */
final class Unpacking {
    private static final int BUFFER = 1 << 16;
    private static final long RATIO_MATTERS_AFTER = 1 << 20;

    /** More came out than is allowed. */
    static final class LimitExceeded extends IOException {
        private final boolean endsContainer;

        LimitExceeded(String reason, boolean endsContainer) {
            super(reason);
            this.endsContainer = endsContainer;
        }

        /** Whether nothing more of the container may be unpacked. */
        boolean endsContainer() {
            return endsContainer;
        }
    }

    private final ExpansionLimits limits;
    private final long packed;
    private long total;
    private int entries;

    /**
     * @param packed size of the archive in bytes
     */
    Unpacking(ExpansionLimits limits, long packed) {
        this.limits = limits;
        this.packed = Math.max(1, packed);
    }

    /** Counts an entry. */
    void next() throws LimitExceeded {
        if (++entries > limits.maxEntries()) {
            throw new LimitExceeded(
                    "It holds more than " + limits.maxEntries() + " files; the rest was not unpacked.", true);
        }
    }

    /** Copies a stream to a new temporary file, which the caller deletes. */
    Path unpack(InputStream from) throws IOException {
        Path file = Files.createTempFile("recital-incoming", "");
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(from, out);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            size += read;
            total += read;
            check(size);
            to.write(buffer, 0, read);
        }
    }

    private void check(long size) throws LimitExceeded {
        if (total > RATIO_MATTERS_AFTER && total / packed > limits.maxRatio()) {
            throw new LimitExceeded(
                    "It unpacks to more than " + limits.maxRatio()
                            + " times its size, as zip bombs do; unpacking was stopped.",
                    true);
        }
        if (total > limits.maxTotalBytes()) {
            throw new LimitExceeded(
                    "It unpacks to more than " + limits.maxTotalBytes() / 1_000_000 + " MB; unpacking was stopped.",
                    true);
        }
        if (size > limits.maxFileBytes()) {
            throw new LimitExceeded("It unpacks to more than " + limits.maxFileBytes() / 1_000_000 + " MB.", false);
        }
    }
}
