package io.recital.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws the block in which the parties sign, never over two pages. Lengths are points. */
final class PdfSignatures {
    private static final double GUTTER = 30;
    private static final double SIGNATURE = 15;
    /** Three or more low lines, in whose place a line to write on is drawn. */
    private static final String BLANK = "_{3,}";

    private final PdfPages pages;
    private final PdfStyle style;
    private final PdfText text;

    PdfSignatures(PdfPages pages) {
        this.pages = pages;
        this.style = pages.style();
        this.text = pages.text();
    }

    void signatures(Block.Signatures block) throws IOException {
        int most = Math.min(2, block.signatories().size());
        for (int i = 0; i < block.signatories().size(); i += most) {
            int end = Math.min(i + most, block.signatories().size());
            draw(block.signatories().subList(i, end), width());
        }
    }

    /** The height of the first row of signatories. */
    double height(Block.Signatures block) throws IOException {
        int most = Math.min(2, block.signatories().size());
        return height(heads(block.signatories().subList(0, most), width()));
    }

    private double width() {
        return (pages.width() - GUTTER) / 2;
    }

    private List<List<PdfText.Line>> heads(List<Block.Signatory> signatories, double width) throws IOException {
        List<List<PdfText.Line>> heads = new ArrayList<>();
        for (Block.Signatory signatory : signatories) {
            heads.add(text.wrap(signatory.lines().get(0), style.size(), width));
        }
        return heads;
    }

    private double height(List<List<PdfText.Line>> heads) {
        int most = heads.stream().mapToInt(List::size).max().orElse(1);
        return 6 + most * style.leading() + 2.4 * SIGNATURE + 4 * style.leading() * 1.35;
    }

    private void draw(List<Block.Signatory> signatories, double width) throws IOException {
        List<List<PdfText.Line>> heads = heads(signatories, width);
        if (!pages.fits(height(heads))) {
            pages.newPage();
        }
        pages.down(6);
        int most = heads.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < most; line++) {
            for (int column = 0; column < signatories.size(); column++) {
                if (line < heads.get(column).size()) {
                    pages.line(heads.get(column).get(line), column * (width + GUTTER), style.size(), style.size(), 0);
                }
            }
            pages.down(style.leading());
        }
        pages.down(SIGNATURE * 2.4);
        for (int line = 1; line < signatories.get(0).lines().size(); line++) {
            for (int column = 0; column < signatories.size(); column++) {
                below(signatories.get(column), line, column * (width + GUTTER), width);
            }
            pages.down(style.leading() * 1.35);
        }
        pages.down(style.after());
    }

    /** The signature stands on its line, what is typed below it; an empty place becomes a line to write on. */
    private void below(Block.Signatory signatory, int line, double x, double width) throws IOException {
        String marked = signatory.lines().get(line);
        PdfText.Line words = text.line(marked.replaceFirst(BLANK, ""));
        double size = style.size();
        double start = words.pieces().isEmpty() ? 0 : words.width(size) + 6;
        if (line == 1) {
            boolean by = marked.startsWith("By:");
            pages.line(words, x, -3, signatory.isSigned() && !by ? SIGNATURE : size, 0);
            pages.rule(x + (by ? text.width("By:", size) + 6 : 0), 0, x + width, 0);
        } else {
            pages.line(words, x, size, size, 0);
            if (!signatory.isSigned()) {
                pages.rule(x + start, size + 2, x + width, size + 2);
            }
        }
    }
}
