package io.recital.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets titles, headings and paragraphs. Lengths are points. */
final class PdfBody {
    private static final double TITLE = 17;
    private static final double GAP = 10;
    /** Between the two columns of a bilingual clause. */
    private static final double GUTTER = 26;

    private final PdfPages pages;
    private final PdfStyle style;
    private final PdfText text;

    PdfBody(PdfPages pages) {
        this.pages = pages;
        this.style = pages.style();
        this.text = pages.text();
    }

    /** The height of a heading or paragraph; more than any page for everything else. */
    double height(Block block) throws IOException {
        if (block instanceof Block.Heading) {
            return 2 * style.leading() + 14;
        }
        if (block instanceof Block.Paragraph paragraph) {
            double width = pages.width() - indent(paragraph);
            return text.wrap(paragraph.text(), style.size(), width).size() * style.leading() + style.after();
        }
        return Double.MAX_VALUE;
    }

    void title(Block.Title title) throws IOException {
        pages.down(pages.isFresh() ? 6 : 14);
        centred("**" + title.text() + "**", TITLE);
        pages.down(10);
    }

    void centred(String marked, double size) throws IOException {
        for (PdfText.Line line : text.wrap(marked, size, pages.width())) {
            pages.centred(line, size, size);
            pages.down(size * 1.4);
        }
        pages.down(6);
    }

    void heading(Block.Heading heading) throws IOException {
        boolean article = style.ornate() && heading.number().startsWith("A");
        // room for the beginning of what it heads, be it the stem of a list
        if (!pages.fits((article ? 10 : 8) * style.leading())) {
            pages.newPage();
        }
        pages.down(pages.isFresh() ? 0 : heading.level() == 1 ? 9 : 5);
        if (article) {
            centred("**" + heading.number() + "**", style.size() + 1);
            pages.down(-5);
            centred("**" + heading.text() + "**", style.size() + 1);
            pages.down(3);
        } else {
            plain(heading);
        }
    }

    private void plain(Block.Heading heading) throws IOException {
        double size = heading.level() == 1 ? style.size() + 1 : style.size();
        String face = heading.level() < 3 ? "**" : "_";
        PdfText.Line number = text.line("**" + heading.number() + "**");
        double indent = heading.number().isEmpty() ? 0 : Math.max(style.step(), number.width(size) + GAP);
        pages.line(number, 0, size, size, 0);
        for (PdfText.Line line : text.wrap(face + heading.text() + face, size, pages.width() - indent)) {
            pages.line(line, indent, size, size, 0);
            pages.down(style.leading());
        }
        pages.down(5);
    }

    void paragraph(Block.Paragraph paragraph) throws IOException {
        double indent = indent(paragraph);
        double width = pages.width() - indent;
        List<PdfText.Line> lines = text.wrap(paragraph.text(), style.size(), width);
        boolean stem = paragraph.text().endsWith(":") && lines.size() < 4;
        int first = onThisPage(lines.size(), stem);
        if (first == 0) {
            pages.newPage();
            first = lines.size();
        }
        PdfText.Line marker = text.line(paragraph.marker());
        pages.line(marker, paragraph.indent() * style.step(), style.size(), style.size(), 0);
        for (int i = 0; i < lines.size(); i++) {
            if (i == first || !pages.fits(style.leading())) {
                pages.newPage();
            }
            pages.line(lines.get(i), indent, style.size(), style.size(), style.justified() ? width : 0);
            pages.down(style.leading());
        }
        pages.down(style.after());
    }

    /** Where the words begin, after the number. */
    private double indent(Block.Paragraph paragraph) throws IOException {
        double wide = Math.max(style.step(), text.width(paragraph.marker(), style.size()) + GAP);
        return paragraph.indent() * style.step() + (paragraph.marker().isEmpty() ? 0 : wide);
    }

    /** How many of the lines to set before the page ends: never a single line at the foot or the head of a page. */
    private int onThisPage(int lines, boolean stem) {
        int room = (int) Math.floor(pages.left() / style.leading());
        if (room >= lines + (stem ? 3 : 0)) {
            return lines;
        }
        int first = stem ? 0 : Math.min(room, lines - 2);
        return first < 2 ? 0 : first;
    }

    /** Two columns without rules, each paragraph at the height of its translation. */
    void bilingual(Block.Bilingual clause) throws IOException {
        if (!pages.fits(6 * style.leading())) {
            pages.newPage();
        }
        columns(clause.languages().stream()
                .map(language -> "**" + language + "**")
                .toList());
        for (List<String> row : clause.rows()) {
            columns(row);
        }
    }

    private void columns(List<String> cells) throws IOException {
        double width = (pages.width() - GUTTER) / 2;
        List<List<PdfText.Line>> columns = new ArrayList<>();
        for (String cell : cells) {
            columns.add(text.wrap(cell, style.size() - 0.5, width));
        }
        int most = Math.max(columns.get(0).size(), columns.get(1).size());
        if (most * style.leading() < pages.height() / 2 && !pages.fits(most * style.leading())) {
            pages.newPage();
        }
        for (int i = 0; i < most; i++) {
            if (!pages.fits(style.leading())) {
                pages.newPage();
            }
            for (int column = 0; column < 2; column++) {
                if (i < columns.get(column).size()) {
                    PdfText.Line line = columns.get(column).get(i);
                    pages.line(line, column * (width + GUTTER), style.size(), style.size() - 0.5, width);
                }
            }
            pages.down(style.leading() - 1);
        }
        pages.down(style.after());
    }
}
