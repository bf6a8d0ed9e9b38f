package io.recital.performance.claim;

import io.recital.performance.claim.LetterLine.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Sets a letter as plain text or as a Word document. */
public final class LetterDocument {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int INDENT = 567;
    private static final int SPACE = 120;

    private LetterDocument() {}

    public static byte[] write(List<LetterLine> lines) {
        try (XWPFDocument document = new XWPFDocument()) {
            lines.forEach(line -> paragraph(document, line));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As plain text. */
    public static String text(List<LetterLine> lines) {
        return lines.stream()
                .map(line -> switch (line.style()) {
                    case HEADING -> "\n" + line.text() + "\n";
                    case TEXT -> line.text() + "\n";
                    case QUOTE, FIGURES -> "    " + line.text() + "\n";
                })
                .collect(Collectors.joining());
    }

    private static void paragraph(XWPFDocument document, LetterLine line) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(SPACE);
        XWPFRun run = paragraph.createRun();
        run.setText(line.text());
        run.setFontSize(11);
        if (line.style() == Style.HEADING) {
            run.setBold(true);
            paragraph.setSpacingBefore(2 * SPACE);
            paragraph.setKeepNext(true);
        } else if (line.style() == Style.QUOTE) {
            run.setItalic(true);
            paragraph.setIndentationLeft(INDENT);
        } else if (line.style() == Style.FIGURES) {
            paragraph.setIndentationLeft(INDENT);
        }
    }
}
