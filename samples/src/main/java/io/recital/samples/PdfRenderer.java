package io.recital.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Sets a sample as a PDF in the standard fonts, the same bytes each time (and so uncompressed: what a deflater writes
 * depends on its version). Lengths are points.
 */
final class PdfRenderer implements Renderer {
    private static final double SIZE = 10.5;
    private static final double LEADING = 13.4;
    private static final double STEP = 36;
    private static final double CELL = 9;
    private static final double PADDING = 4;

    @Override
    public byte[] render(SourceDocument source) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) source.name().hashCode());
            document.setDocumentInformation(information(source));
            PdfText text = new PdfText(source.property("font").equals("serif"));
            PDRectangle paper = source.drafter() == SourceDocument.Drafter.UK ? PDRectangle.A4 : PDRectangle.LETTER;
            try (PdfPages pages = new PdfPages(document, paper, text)) {
                for (Block block : source.blocks()) {
                    set(block, pages, text);
                }
                pages.furnish(source.header(), source.footer());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static PDDocumentInformation information(SourceDocument source) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(source.title());
        information.setProducer("Recital samples");
        GregorianCalendar made = GregorianCalendar.from(source.madeAt().atZone(ZoneOffset.UTC));
        information.setCreationDate(made);
        information.setModificationDate(made);
        return information;
    }

    private static void set(Block block, PdfPages pages, PdfText text) throws IOException {
        if (block instanceof Block.Title title) {
            centred("**" + title.text() + "**", 16, pages, text);
            pages.down(8);
        } else if (block instanceof Block.Centred centred) {
            centred(centred.text(), SIZE, pages, text);
        } else if (block instanceof Block.Heading heading) {
            heading(heading, pages, text);
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph, pages, text);
        } else if (block instanceof Block.Table table) {
            table(table, pages, text);
        } else if (block instanceof Block.Signatures signatures) {
            signatures(signatures, pages, text);
        } else {
            pages.newPage();
        }
    }

    private static void centred(String marked, double size, PdfPages pages, PdfText text) throws IOException {
        for (PdfText.Line line : text.wrap(marked, size, pages.width())) {
            pages.line(line, (pages.width() - text.width(line, size)) / 2, size, size, 0);
            pages.down(size * 1.4);
        }
        pages.down(4);
    }

    private static void heading(Block.Heading heading, PdfPages pages, PdfText text) throws IOException {
        double size = heading.level() == 1 ? 11.5 : SIZE;
        if (!pages.fits(5 * LEADING)) {
            pages.newPage();
        }
        pages.down(7);
        double indent = heading.number().isEmpty() ? 0 : STEP;
        number("**" + heading.number() + "**", 0, size, pages, text);
        for (PdfText.Line line : text.wrap("**" + heading.text() + "**", size, pages.width() - indent)) {
            pages.line(line, indent, size, size, 0);
            pages.down(LEADING + 1);
        }
        pages.down(3);
    }

    private static void paragraph(Block.Paragraph paragraph, PdfPages pages, PdfText text) throws IOException {
        double left = paragraph.indent() * STEP;
        double indent = left + (paragraph.marker().isEmpty() ? 0 : STEP);
        double width = pages.width() - indent;
        List<PdfText.Line> lines = text.wrap(paragraph.text(), SIZE, width);
        if (!pages.fits(Math.min(2, lines.size()) * LEADING)) {
            pages.newPage();
        }
        number(paragraph.marker(), left, SIZE, pages, text);
        for (PdfText.Line line : lines) {
            if (!pages.fits(LEADING)) {
                pages.newPage();
            }
            pages.line(line, indent, SIZE, SIZE, width);
            pages.down(LEADING);
        }
        pages.down(5);
    }

    private static void number(String marker, double x, double size, PdfPages pages, PdfText text) throws IOException {
        if (!Run.plain(marker).isEmpty()) {
            pages.line(text.wrap(marker, size, STEP * 2).get(0), x, size, size, 0);
        }
    }

    private static void table(Block.Table table, PdfPages pages, PdfText text) throws IOException {
        List<String> header =
                table.header().stream().map(cell -> "**" + cell + "**").toList();
        pages.down(3);
        row(table, header, true, pages, text);
        for (List<String> row : table.rows()) {
            if (!pages.fits(height(table, row, pages, text))) {
                pages.newPage();
                row(table, header, true, pages, text);
            }
            row(table, row, false, pages, text);
        }
        pages.down(10);
    }

    private static double height(Block.Table table, List<String> row, PdfPages pages, PdfText text) throws IOException {
        int lines = 1;
        for (int column = 0; column < row.size(); column++) {
            lines = Math.max(lines, cell(table, row, column, pages, text).size());
        }
        return lines * CELL * 1.25 + 2 * PADDING;
    }

    private static List<PdfText.Line> cell(
            Block.Table table, List<String> row, int column, PdfPages pages, PdfText text) throws IOException {
        return text.wrap(row.get(column), CELL, table.share(column) * pages.width() - 2 * PADDING);
    }

    private static void row(Block.Table table, List<String> row, boolean header, PdfPages pages, PdfText text)
            throws IOException {
        double height = height(table, row, pages, text);
        if (header && !pages.fits(height * 2)) {
            pages.newPage();
        }
        if (header) {
            pages.shade(0, pages.width(), height);
        }
        double x = 0;
        pages.rule(0, 0, pages.width(), 0);
        for (int column = 0; column < row.size(); column++) {
            double width = table.share(column) * pages.width();
            double drop = PADDING + CELL * 0.95;
            for (PdfText.Line line : cell(table, row, column, pages, text)) {
                double rest = width - 2 * PADDING - text.width(line, CELL);
                pages.line(line, x + PADDING + (table.rightAligned().get(column) ? rest : 0), drop, CELL, 0);
                drop += CELL * 1.25;
            }
            pages.rule(x, 0, x, height);
            x += width;
        }
        pages.rule(x, 0, x, height);
        pages.rule(0, height, pages.width(), height);
        pages.down(height);
    }

    private static void signatures(Block.Signatures signatures, PdfPages pages, PdfText text) throws IOException {
        double column = pages.width() / signatures.signatories().size();
        List<List<PdfText.Line>> columns = new ArrayList<>();
        for (Block.Signatory signatory : signatures.signatories()) {
            List<PdfText.Line> lines = new ArrayList<>();
            for (String line : signatory.lines()) {
                lines.addAll(text.wrap(line, SIZE, column - 24));
            }
            columns.add(lines);
        }
        int most = columns.stream().mapToInt(List::size).max().orElse(0);
        if (!pages.fits(most * LEADING * 1.3 + LEADING)) {
            pages.newPage();
        }
        pages.down(LEADING);
        for (int i = 0; i < most; i++) {
            for (int c = 0; c < columns.size(); c++) {
                if (i < columns.get(c).size()) {
                    pages.line(columns.get(c).get(i), c * column, SIZE, SIZE, 0);
                }
            }
            pages.down(LEADING * 1.3);
        }
    }
}
