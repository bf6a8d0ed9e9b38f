package io.recital.samples;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Writes titles, headings and paragraphs into a Word file. Lengths are twips. */
final class DocxText {
    private static final int STEP = 760;
    /** The column of a number that is a word, such as "Article 12". */
    private static final int WIDE_STEP = 1200;

    private final XWPFDocument document;
    private final SourceDocument source;

    DocxText(XWPFDocument document, SourceDocument source) {
        this.document = document;
        this.source = source;
    }

    void add(Block block) {
        if (block instanceof Block.Title title) {
            styled("Title", title.text());
        } else if (block instanceof Block.Centred centred) {
            styled("Subtitle", centred.text());
        } else if (block instanceof Block.Heading heading) {
            heading(heading);
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Block.PageBreak) {
            document.createParagraph().setPageBreak(true);
        } else {
            throw new SampleException(
                    SampleException.Category.SOURCE, source.name() + ": only a PDF has pages that are scanned");
        }
    }

    private void styled(String style, String marked) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        write(paragraph, marked, source.isOrnate());
    }

    private void heading(Block.Heading heading) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + heading.level());
        if (source.isOrnate() && heading.number().startsWith("A")) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            XWPFRun number = paragraph.createRun();
            number.setText(heading.number());
            number.addBreak();
        } else {
            number(paragraph, heading.number(), 0, source.isNumberedAutomatically() ? 0 : -1);
        }
        write(paragraph, heading.text(), source.isOrnate());
    }

    private void paragraph(Block.Paragraph block) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(
                source.properties().getOrDefault("justify", "true").equals("false")
                        ? ParagraphAlignment.LEFT
                        : ParagraphAlignment.BOTH);
        paragraph.setIndentationLeft(block.indent() * STEP);
        paragraph.setKeepNext(block.text().endsWith(":"));
        boolean isClauseNumber = block.marker().matches("\\d.*");
        int level = isClauseNumber ? 1 : block.indent() + 1;
        number(paragraph, block.marker(), block.indent(), source.isNumberedAutomatically() ? level : -1);
        write(paragraph, block.text(), source.isOrnate());
    }

    /** Sets the number as a list level, or as text with a hanging indent when {@code level} is negative. */
    private static void number(XWPFParagraph paragraph, String number, int indent, int level) {
        if (number.isEmpty()) {
            return;
        }
        int step = number.length() > 6 ? WIDE_STEP : STEP;
        paragraph.setIndentationLeft(indent * STEP + step);
        paragraph.setIndentationHanging(step);
        if (level >= 0) {
            paragraph.setNumID(BigInteger.ONE);
            paragraph.setNumILvl(BigInteger.valueOf(level));
        } else {
            XWPFRun run = paragraph.createRun();
            run.setText(number);
            run.addTab();
        }
    }

    /**
     * Writes marked-up text.
     *
     * @param underlines whether what is marked as italic is underlined instead
     */
    static void write(XWPFParagraph paragraph, String marked, boolean underlines) {
        for (Run run : Run.parse(marked)) {
            XWPFRun words = paragraph.createRun();
            words.setText(run.text());
            if (run.face() == Run.Face.BOLD) {
                words.setBold(true);
            } else if (run.face() == Run.Face.ITALIC && underlines) {
                words.setUnderline(UnderlinePatterns.SINGLE);
            } else if (run.face() == Run.Face.ITALIC) {
                words.setItalic(true);
            }
        }
    }
}
