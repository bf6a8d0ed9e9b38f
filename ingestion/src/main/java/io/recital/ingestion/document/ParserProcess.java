package io.recital.ingestion.document;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The child process that parses: one request after the other on standard input, one answer each on standard output.
 *
 * <p>Its only argument is the path of Tesseract, or {@code -}. It ends when its standard input ends, also in the middle of
 * a document, so that it never outlives its parent.
 */
public final class ParserProcess {
    static final int ANSWER = 1;
    static final int OCR_STARTED = 2;

    /** What to parse next. */
    private record Request(Path path, String name) {}

    private ParserProcess() {}

    public static void main(String[] arguments) throws Exception {
        DataInputStream requests = new DataInputStream(System.in);
        OutputStream answers = new BufferedOutputStream(System.out, 1 << 16);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        BlockingQueue<Request> queue = new ArrayBlockingQueue<>(1);
        Thread reading = new Thread(() -> readRequests(requests, queue), "requests");
        reading.setDaemon(true);
        reading.start();
        answer(queue, new DataOutputStream(answers), arguments);
    }

    private static void readRequests(DataInputStream in, BlockingQueue<Request> queue) {
        try {
            while (true) {
                queue.put(new Request(Path.of(in.readUTF()), in.readUTF()));
            }
        } catch (EOFException e) {
            end(0);
        } catch (IOException | InterruptedException e) {
            end(1);
        }
    }

    /** Ends at once, whatever the parser is doing, and takes a running OCR program along. */
    private static void end(int status) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(status);
    }

    private static void answer(BlockingQueue<Request> queue, DataOutputStream out, String[] arguments)
            throws Exception {
        boolean ocr = arguments.length > 0 && !arguments[0].equals("-");
        FileParser parser = new FileParser(ocr ? Path.of(arguments[0]) : null, () -> sayOcrStarted(out));
        while (true) {
            Request request = queue.take();
            ParseOutcome outcome = parser.parse(request.path(), request.name());
            out.writeByte(ANSWER);
            ParseOutcomeCodec.write(outcome, out);
        }
    }

    private static void sayOcrStarted(DataOutputStream out) {
        try {
            out.writeByte(OCR_STARTED);
            out.flush();
        } catch (IOException e) {
            end(1);
        }
    }
}
