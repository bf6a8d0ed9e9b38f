package io.recital.samples;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** A page whose text is text. */
final class InkCanvas implements PageCanvas {
    private static final float UNDERLINE = 0.6f;

    private final PDPageContentStream content;

    InkCanvas(PDDocument document, PDPage page) throws IOException {
        content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, false);
    }

    @Override
    public void line(PdfText.Line line, double x, double baseline, double size, double spacing) throws IOException {
        content.beginText();
        content.setWordSpacing((float) spacing);
        content.newLineAtOffset((float) x, (float) baseline);
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < line.pieces().size(); i++) {
            PdfText.Piece piece = line.pieces().get(i);
            run.append(i > 0 && piece.spaced() ? " " : "").append(piece.text());
            boolean ends = i + 1 == line.pieces().size()
                    || !line.pieces().get(i + 1).font().equals(piece.font());
            if (ends) {
                content.setFont(piece.font(), (float) size);
                content.showText(run.toString());
                run.setLength(0);
            }
        }
        content.endText();
        for (PdfText.Stretch stretch : line.underlined(size, spacing)) {
            rule(x + stretch.from(), baseline - 1.6, x + stretch.to(), baseline - 1.6, UNDERLINE);
        }
    }

    @Override
    public void rule(double fromX, double fromY, double toX, double toY, double width) throws IOException {
        content.setLineWidth((float) width);
        content.moveTo((float) fromX, (float) fromY);
        content.lineTo((float) toX, (float) toY);
        content.stroke();
    }

    @Override
    public void shade(double x, double y, double width, double height) throws IOException {
        content.setNonStrokingColor(0.91f);
        content.addRect((float) x, (float) y, (float) width, (float) height);
        content.fill();
        content.setNonStrokingColor(0f);
    }

    @Override
    public void finish() throws IOException {
        content.close();
    }
}
