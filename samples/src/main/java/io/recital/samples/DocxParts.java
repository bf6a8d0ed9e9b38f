package io.recital.samples;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The parts of a Word file that every sample shares: styles, numbering, and the form of headers and footers. */
final class DocxParts {
    /** Half points; Arial is wider than Times. */
    private static final String BODY = "<w:sz w:val=\"22\"/>";

    private static final String SANS_BODY = "<w:sz w:val=\"20\"/>";

    private DocxParts() {}

    /**
     * Adds the styles and the numbering.
     *
     * @param serif whether the styles, which are written for a face with serifs, keep it
     */
    static void install(XWPFDocument document, boolean serif) throws IOException {
        try (InputStream styles = part("docx-styles.xml");
                InputStream numbering = part("docx-numbering.xml")) {
            String xml = new String(styles.readAllBytes(), StandardCharsets.UTF_8);
            String fitting =
                    serif ? xml : xml.replace("Times New Roman", "Arial").replace(BODY, SANS_BODY);
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(fitting).getStyles());
            XWPFNumbering target = document.createNumbering();
            target.setNumbering(NumberingDocument.Factory.parse(numbering).getNumbering());
        } catch (XmlException e) {
            throw new SampleException(SampleException.Category.SOURCE, "The Word styles or numbering are not valid", e);
        }
    }

    private static InputStream part(String name) {
        return Objects.requireNonNull(DocxParts.class.getResourceAsStream(name), name);
    }

    /** Writes the two ends of a header or footer, with fields for <code>{page}</code> and <code>{pages}</code>. */
    static void furnish(XWPFParagraph paragraph, List<String> ends, int width) {
        CTTabStop tab = paragraph.getCTP().addNewPPr().addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(width));
        paragraph.setStyle("Furniture");
        words(paragraph, ends.get(0));
        paragraph.createRun().addTab();
        words(paragraph, ends.get(1));
    }

    private static void words(XWPFParagraph paragraph, String words) {
        for (String part : words.split("(?=\\{)|(?<=\\})")) {
            switch (part) {
                case "{page}" -> field(paragraph, "PAGE");
                case "{pages}" -> field(paragraph, "NUMPAGES");
                default -> paragraph.createRun().setText(part);
            }
        }
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        field.addNewR().addNewT().setStringValue("1");
    }
}
