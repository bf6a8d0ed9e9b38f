package io.recital.ingestion.document;

import io.recital.ingestion.document.ParseOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Parses files in child processes, so that no file can take this process down or hold it up: bounded heap, a deadline
 * with a forced kill, and a fresh process after so many documents.
 */
public final class DocumentParser implements AutoCloseable {
    private final ParserSettings settings;
    private final BlockingQueue<Slot> slots = new LinkedBlockingQueue<>();
    private final List<Slot> all = new ArrayList<>();
    private final Set<Long> started = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** A place for one parser process, empty until it is needed. */
    private static final class Slot {
        @Nullable
        ParserChild child;
    }

    public DocumentParser(ParserSettings settings) {
        this.settings = settings;
        for (int i = 0; i < settings.processes(); i++) {
            all.add(new Slot());
        }
        slots.addAll(all);
    }

    /**
     * Parses the file; whatever is wrong with it comes back as a refusal, and the next file is parsed as if nothing had
     * happened. Waits while all parser processes are busy.
     *
     * @param name its original name
     */
    public ParseOutcome parse(Path file, String name) throws InterruptedException {
        Refused refusal = findRefusalBeforeParsing(file);
        if (refusal != null) {
            return refusal;
        }
        Slot slot = slots.take();
        try {
            return parse(slot, file, name);
        } finally {
            slots.add(slot);
        }
    }

    private @Nullable Refused findRefusalBeforeParsing(Path file) {
        try {
            long size = Files.size(file);
            return size <= settings.maxFileBytes() ? null : tooLarge(size, settings.maxFileBytes());
        } catch (IOException e) {
            return new Refused(RefusalCategory.UNREADABLE, "The file cannot be read from the disk.");
        }
    }

    static Refused tooLarge(long size, long limit) {
        return new Refused(
                RefusalCategory.TOO_LARGE,
                "The file has " + size / 1_000_000 + " MB; the limit is " + limit / 1_000_000 + " MB.");
    }

    private ParseOutcome parse(Slot slot, Path file, String name) {
        try {
            return usableChild(slot).parse(file, name);
        } catch (IOException e) {
            return new Refused(
                    RefusalCategory.PARSER_CRASHED,
                    "A parser process could not be started; look at the machine's memory.");
        }
    }

    private ParserChild usableChild(Slot slot) throws IOException {
        synchronized (slot) {
            if (closed) {
                throw new IOException("The parser is closed");
            }
            ParserChild child = slot.child;
            if (child != null && child.isUsable()) {
                return child;
            }
            if (child != null) {
                child.close();
                started.remove(child.processId());
            }
            ParserChild fresh = new ParserChild(settings);
            started.add(fresh.processId());
            slot.child = fresh;
            return fresh;
        }
    }

    /** Ids of the parser processes that were started and not replaced, to measure their memory. */
    public Set<Long> processIds() {
        return Set.copyOf(started);
    }

    @Override
    public void close() {
        closed = true;
        Consumer<Slot> end = slot -> {
            synchronized (slot) {
                if (slot.child != null) {
                    slot.child.close();
                }
            }
        };
        all.forEach(end);
        started.clear();
    }
}
