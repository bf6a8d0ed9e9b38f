package io.recital.samples;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** The paper of a Word file. Lengths are twips, twentieths of a point. */
record DocxPage(int width, int height) {
    private static final int MARGIN = 1440;
    private static final int HEAD = 1640;
    private static final int FURNITURE = 800;

    static DocxPage of(SourceDocument source) {
        boolean letter = source.drafter() == SourceDocument.Drafter.US;
        return letter ? new DocxPage(12240, 15840) : new DocxPage(11906, 16838);
    }

    int textWidth() {
        return width - 2 * MARGIN;
    }

    /** Sets paper and margins, and header and footer on all pages but a cover. */
    void set(XWPFDocument document, SourceDocument source) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(width));
        section.getPgSz().setH(BigInteger.valueOf(height));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(HEAD));
        margins.setBottom(BigInteger.valueOf(HEAD));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(FURNITURE));
        margins.setFooter(BigInteger.valueOf(FURNITURE));
        DocxParts.furnish(
                document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), source.header(), textWidth());
        DocxParts.furnish(
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), source.footer(), textWidth());
        if (source.blocks().stream().anyMatch(Block.Cover.class::isInstance)) {
            section.addNewTitlePg();
            document.createHeader(HeaderFooterType.FIRST).createParagraph();
            document.createFooter(HeaderFooterType.FIRST).createParagraph();
        }
    }
}
