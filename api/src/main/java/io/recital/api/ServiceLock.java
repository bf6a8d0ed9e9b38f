package io.recital.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from its first moment on that a service starts or runs on a data directory: long before it has an address or a
 * database. The operating system frees it when the process ends, however it ends.
 */
public final class ServiceLock implements AutoCloseable {
    private static final String FILE = "service.lock";

    private final FileChannel channel;

    private ServiceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty while another service has it. */
    public static Optional<ServiceLock> tryAcquire(Path dataDir) {
        try {
            FileChannel channel =
                    FileChannel.open(dataDir.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new ServiceLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data directory " + dataDir + " cannot be used: choose another with --data-dir", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // Held by this very process.
        }
    }

    /** The file stays: deleting it would let two processes lock two different files of one name. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot free " + FILE, e);
        }
    }
}
