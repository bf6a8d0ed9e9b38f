package io.recital.ingestion.document;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Builds the parts of Word documents that the tests read. */
final class WordFiles {
    private WordFiles() {}

    /** A list that prints {@code 1.}, {@code 1.1} and {@code (a)}; returns its number. */
    static BigInteger clauseNumbering(XWPFDocument document) {
        CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.ZERO);
        level(definition, 0, STNumberFormat.DECIMAL, "%1.");
        level(definition, 1, STNumberFormat.DECIMAL, "%1.%2");
        level(definition, 2, STNumberFormat.LOWER_LETTER, "(%3)");
        return document.createNumbering()
                .addNum(document.createNumbering().addAbstractNum(new XWPFAbstractNum(definition)));
    }

    private static void level(CTAbstractNum definition, int at, STNumberFormat.Enum format, String text) {
        CTLvl level = definition.addNewLvl();
        level.setIlvl(BigInteger.valueOf(at));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
    }

    static XWPFParagraph paragraph(XWPFDocument document, String words) {
        XWPFParagraph paragraph = document.createParagraph();
        if (!words.isEmpty()) {
            paragraph.createRun().setText(words);
        }
        return paragraph;
    }

    static XWPFParagraph numbered(XWPFDocument document, BigInteger list, int level, String words) {
        XWPFParagraph paragraph = paragraph(document, words);
        CTNumPr numbering = paragraph.getCTP().addNewPPr().addNewNumPr();
        numbering.addNewIlvl().setVal(BigInteger.valueOf(level));
        numbering.addNewNumId().setVal(list);
        return paragraph;
    }

    static void style(XWPFDocument document, String id, String name, @Nullable String basedOn) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (basedOn != null) {
            style.addNewBasedOn().setVal(basedOn);
        }
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    static XWPFTable table(XWPFDocument document, List<List<String>> rows) {
        XWPFTable table = document.createTable(rows.size(), rows.get(0).size());
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).size(); j++) {
                table.getRow(i).getCell(j).setText(rows.get(i).get(j));
            }
        }
        return table;
    }

    static void deleted(XWPFParagraph paragraph, String words) {
        CTRunTrackChange change = paragraph.getCTP().addNewDel();
        change.setId(BigInteger.ONE);
        change.addNewR().addNewDelText().setStringValue(words);
    }

    static void inserted(XWPFParagraph paragraph, String words) {
        CTRunTrackChange change = paragraph.getCTP().addNewIns();
        change.setId(BigInteger.TWO);
        change.addNewR().addNewT().setStringValue(words);
    }

    static void footnote(XWPFDocument document, XWPFParagraph paragraph, String words) {
        XWPFFootnote footnote = document.createFootnote();
        footnote.createParagraph().createRun().setText(words);
        paragraph.addFootnoteReference(footnote);
    }
}
