package io.recital.ingestion.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parent's end of one parser process: sends a file, waits for the answer, kills the process at the deadline. */
final class ParserChild implements AutoCloseable {
    /** Exit status of a Java process started with {@code -XX:+ExitOnOutOfMemoryError} that ran out of memory. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ParserChild.class);

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "parser-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private final ParserSettings settings;
    private final Path temporary;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private int parsed;
    private volatile boolean killed;
    private boolean readingImages;

    ParserChild(ParserSettings settings) throws IOException {
        this.settings = settings;
        this.temporary = Files.createTempDirectory("recital-parser");
        this.process = new ProcessBuilder(command(settings, temporary))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.requests = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    private static List<String> command(ParserSettings settings, Path temporary) {
        Path tesseract = settings.tesseract();
        return List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                ParserProcess.class.getName(),
                tesseract == null ? "-" : tesseract.toString());
    }

    long processId() {
        return process.pid();
    }

    /** Whether it should go on to another document. */
    boolean isUsable() {
        return process.isAlive() && !killed && parsed < settings.recycleAfter();
    }

    ParseOutcome parse(Path file, String name) {
        parsed++;
        readingImages = false;
        ScheduledFuture<?> watch = killAfter(settings.deadline());
        try {
            requests.writeUTF(file.toAbsolutePath().toString());
            requests.writeUTF(name);
            requests.flush();
            while (answers.readByte() == ParserProcess.OCR_STARTED) {
                watch.cancel(false);
                readingImages = true;
                watch = killAfter(settings.ocrDeadline());
            }
            return ParseOutcomeCodec.read(answers);
        } catch (IOException e) {
            return afterTheEnd();
        } finally {
            watch.cancel(false);
        }
    }

    private ScheduledFuture<?> killAfter(Duration deadline) {
        return WATCH.schedule(
                () -> {
                    killed = true;
                    kill();
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private ParseOutcome afterTheEnd() {
        Integer status = exitStatus();
        if (killed) {
            return timedOut();
        }
        killed = true;
        kill();
        if (status != null && status == OUT_OF_MEMORY) {
            return new ParseOutcome.Refused(
                    RefusalCategory.OUT_OF_MEMORY,
                    "Parsing needed more than the " + settings.heapMegabytes()
                            + " MB of memory that a parser has; split the document or raise the limit.");
        }
        return new ParseOutcome.Refused(
                RefusalCategory.PARSER_CRASHED, "The parser process ended while reading the file; try again.");
    }

    private ParseOutcome timedOut() {
        String reason = readingImages
                ? "Reading the document's images (OCR) was stopped after the "
                        + settings.ocrDeadline().toSeconds()
                        + " seconds that it may take; split the document or send a copy with text."
                : "Parsing was stopped after " + settings.deadline().toSeconds()
                        + " seconds without a result; send a simpler copy of the document.";
        return new ParseOutcome.Refused(RefusalCategory.TIMED_OUT, reason);
    }

    private @Nullable Integer exitStatus() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends the process and removes what it left on the disk. */
    @Override
    public void close() {
        kill();
        exitStatus();
        try (Stream<Path> left = Files.walk(temporary)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The temporary folder {} of a parser process could not be removed", temporary);
        }
    }
}
