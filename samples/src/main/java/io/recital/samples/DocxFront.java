package io.recital.samples;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabs;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

/** Writes the cover and the table of contents of a Word file. Lengths are twips. */
final class DocxFront {
    private static final int NUMBER = 760;

    private final XWPFDocument document;
    private final int textWidth;

    DocxFront(XWPFDocument document, int textWidth) {
        this.document = document;
        this.textWidth = textWidth;
    }

    void cover(Block.Cover cover, boolean ornate) {
        int title = cover.title();
        for (int i = 0; i < cover.lines().size(); i++) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setStyle(i == title ? "CoverTitle" : "CoverLine");
            int above = i == title ? 2400 : i == title + 1 ? 900 : 0;
            paragraph.setSpacingBefore(i == 0 ? 800 : above);
            String line = cover.lines().get(i);
            DocxText.write(paragraph, i == title ? line.replace("**", "") : line, ornate);
        }
        endPage();
    }

    private void endPage() {
        XWPFParagraph end = document.createParagraph();
        end.setSpacingAfter(0);
        end.createRun().addBreak(BreakType.PAGE);
    }

    /** A field that Word can update, holding the entries with the pages on which they stand in our own setting. */
    void contents(SourceDocument source) throws IOException {
        boolean us = source.drafter() == SourceDocument.Drafter.US;
        XWPFParagraph heading = document.createParagraph();
        heading.setStyle("ContentsHeading");
        heading.setAlignment(us ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        heading.createRun().setText(us ? "TABLE OF CONTENTS" : "Contents");
        Map<Integer, Integer> numbers = PdfRenderer.pageNumbers(source);
        List<ContentsEntry> entries = ContentsEntry.of(source);
        for (int i = 0; i < entries.size(); i++) {
            ContentsEntry entry = entries.get(i);
            XWPFParagraph line = document.createParagraph();
            if (i == 0) {
                begin(line);
            }
            entry(line, entry, "" + numbers.getOrDefault(entry.block(), 0));
            if (i + 1 == entries.size()) {
                mark(line, STFldCharType.END);
            }
        }
        endPage();
    }

    private static void begin(XWPFParagraph line) {
        mark(line, STFldCharType.BEGIN);
        line.createRun().getCTR().addNewInstrText().setStringValue(" TOC \\o \"1-1\" \\z \\u ");
        mark(line, STFldCharType.SEPARATE);
    }

    private static void mark(XWPFParagraph line, STFldCharType.Enum type) {
        line.createRun().getCTR().addNewFldChar().setFldCharType(type);
    }

    private void entry(XWPFParagraph line, ContentsEntry entry, String page) {
        line.setStyle("TOC1");
        CTTabs tabs = line.getCTP().getPPr().addNewTabs();
        if (!entry.number().isEmpty()) {
            tab(tabs, STTabJc.LEFT, entry.number().length() > 6 ? 2 * NUMBER : NUMBER);
        }
        CTTabStop right = tab(tabs, STTabJc.RIGHT, textWidth);
        right.setLeader(STTabTlc.DOT);
        XWPFRun run = line.createRun();
        if (!entry.number().isEmpty()) {
            run.setText(entry.number());
            run.addTab();
        }
        XWPFRun words = line.createRun();
        words.setText(entry.text());
        words.addTab();
        line.createRun().setText(page);
    }

    private static CTTabStop tab(CTTabs tabs, STTabJc.Enum kind, int place) {
        CTTabStop tab = tabs.addNewTab();
        tab.setVal(kind);
        tab.setPos(BigInteger.valueOf(place));
        return tab;
    }
}
