package io.recital.ingestion.document;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads the words of one image with the Tesseract program. */
final class Tesseract {
    private static final long PAGE_SECONDS = 90;
    private static final int COLUMNS = 12;

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
            run(List.of(program.toString(), image.toString(), table.toString(), "tsv"));
            return lines(Files.readAllLines(result, StandardCharsets.UTF_8), page, scale);
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
                throw new IOException("Tesseract took longer than " + PAGE_SECONDS + " seconds for a page");
            }
            if (process.exitValue() != 0) {
                throw new IOException("Tesseract ended with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for Tesseract", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<PdfLine> lines(List<String> table, int page, float scale) {
        List<PdfLine> lines = new ArrayList<>();
        List<PdfGlyph> words = new ArrayList<>();
        String current = "";
        for (String row : table.subList(Math.min(1, table.size()), table.size())) {
            String[] fields = row.split("\t", -1);
            boolean word = fields.length >= COLUMNS && fields[0].equals("5") && !fields[11].isBlank();
            if (!word) {
                continue;
            }
            String line = fields[2] + "/" + fields[3] + "/" + fields[4];
            if (!line.equals(current) && !words.isEmpty()) {
                lines.add(PdfLine.ofWords(page, words));
                words.clear();
            }
            current = line;
            words.add(word(fields, scale, words.size()));
        }
        if (!words.isEmpty()) {
            lines.add(PdfLine.ofWords(page, words));
        }
        return lines;
    }

    private static PdfGlyph word(String[] fields, float scale, int order) {
        float left = Integer.parseInt(fields[6]) * scale;
        float top = Integer.parseInt(fields[7]) * scale;
        float width = Integer.parseInt(fields[8]) * scale;
        float height = Integer.parseInt(fields[9]) * scale;
        return new PdfGlyph(fields[11], left, top + height, width, height, 10, 3, false, order);
    }
}
