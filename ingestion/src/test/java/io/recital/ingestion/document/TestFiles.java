package io.recital.ingestion.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Builds the documents that the tests read. */
final class TestFiles {
    static final PDFont REGULAR = new PDType1Font(FontName.HELVETICA);
    static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    private TestFiles() {}

    static Path text(Path folder, String name, String words) throws IOException {
        return Files.write(folder.resolve(name), words.getBytes(UTF_8));
    }

    /** A PDF whose pages print the lines, 14 points apart; a line starting with {@code *} is bold. */
    static Path pdf(Path folder, String name, List<List<String>> pages) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = pdf(pages)) {
            document.save(file.toFile());
        }
        return file;
    }

    static PDDocument pdf(List<List<String>> pages) throws IOException {
        PDDocument document = new PDDocument();
        for (List<String> lines : pages) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float y = 790;
                for (String line : lines) {
                    boolean bold = line.startsWith("*");
                    print(content, bold ? BOLD : REGULAR, 11, 70, y, bold ? line.substring(1) : line);
                    y -= 14;
                }
            }
        }
        return document;
    }

    static void print(PDPageContentStream content, PDFont font, float size, float x, float y, String words)
            throws IOException {
        if (!words.isEmpty()) {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(x, y);
            content.showText(words);
            content.endText();
        }
    }

    static Path zip(Path folder, String name, Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(zip(entries));
        }
        return file;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
