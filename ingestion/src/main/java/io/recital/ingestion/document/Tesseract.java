package io.recital.ingestion.document;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads the words of one image with the Tesseract program. */
final class Tesseract {
    private static final long PAGE_SECONDS = 90;

    /** Page segmentation that first finds out which way up the page was scanned. */
    private static final String FIND_WAY_UP = "1";

    /** The program ended without a result for a page. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    private final Path program;

    Tesseract(Path program) {
        this.program = program;
    }

    static Optional<Path> findOnPath() {
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
            Path candidate = Path.of(folder, "tesseract");
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    boolean isThere() {
        return Files.isExecutable(program);
    }

    /**
     * The lines that stand in the image.
     *
     * @param page number of the page, 1 for the first
     * @param scale points per pixel of the image
     */
    List<PdfLine> read(Path image, int page, float scale) throws IOException {
        Path table = Files.createTempFile("recital-ocr", "");
        Path result = Path.of(table + ".tsv");
        try {
            run(List.of(program.toString(), image.toString(), table.toString(), "--psm", FIND_WAY_UP, "tsv"));
            return TesseractWords.lines(Files.readAllLines(result, StandardCharsets.UTF_8), page, scale);
        } finally {
            Files.deleteIfExists(table);
            Files.deleteIfExists(result);
        }
    }

    private static void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            if (!process.waitFor(PAGE_SECONDS, TimeUnit.SECONDS)) {
                throw new Failure("Tesseract took longer than " + PAGE_SECONDS + " seconds for a page");
            }
            if (process.exitValue() != 0) {
                throw new Failure("Tesseract ended with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for Tesseract", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
