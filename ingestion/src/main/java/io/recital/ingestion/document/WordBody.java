package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Streams through a Word document part and hands over its paragraphs and tables in order.
 *
 * <p>Tracked changes: inserted text is text, deleted and moved-away text is not. Hidden text and field instructions are
 * left out; a field's shown result is kept. Footnote parts are read by the same means.
 */
final class WordBody {
    /** Receives what stands in the body. */
    interface Sink {
        void paragraph(WordParagraph paragraph);

        void table(List<Row> rows);

        /** The paragraphs that follow belong to the footnote or endnote of this name. */
        default void note(String name) {}
    }

    /** A cell: its paragraphs, the columns it covers and whether it goes on from above. */
    record Cell(List<WordParagraph> paragraphs, int width, boolean continues) {}

    /** A table row; {@code before} columns are left empty at its start. */
    record Row(List<Cell> cells, boolean header, int before) {}

    private static final Set<String> LEFT_OUT = Set.of(
            "del",
            "moveFrom",
            "delText",
            "instrText",
            "delInstrText",
            "rPrChange",
            "pPrChange",
            "tblPrChange",
            "tcPrChange",
            "trPrChange",
            "sectPrChange",
            "numberingChange",
            "sectPr",
            "object",
            "sdtPr",
            "sdtEndPr",
            "tblPr",
            "tblGrid");

    /** A table while it is being read. */
    private static final class OpenTable {
        final List<Row> rows = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        List<WordParagraph> paragraphs = new ArrayList<>();
        boolean header;
        boolean deleted;
        int before;
        int width = 1;
        boolean continues;
    }

    private final XMLStreamReader xml;
    private final Sink sink;
    private final Deque<OpenTable> tables = new ArrayDeque<>();
    private final Deque<WordParagraph> paragraphs = new ArrayDeque<>();
    private boolean bold;
    private boolean hidden;
    private boolean inText;
    private boolean trackedChanges;
    private boolean inRowProperties;
    private boolean inParagraphProperties;

    private WordBody(XMLStreamReader xml, Sink sink) {
        this.xml = xml;
        this.sink = sink;
    }

    /** Reads the part and says whether it held tracked changes. */
    static boolean read(InputStream part, Sink sink) throws IOException, DocumentRefusal {
        try {
            WordBody body = new WordBody(SafeXml.stream(part), sink);
            body.readAll();
            return body.trackedChanges;
        } catch (XMLStreamException e) {
            throw new IOException("The document's XML is not well-formed", e);
        }
    }

    private void readAll() throws XMLStreamException, DocumentRefusal {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw SafeXml.doctypeRefused();
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml.getText());
                default -> {}
            }
        }
    }

    private void start() throws XMLStreamException {
        String name = xml.getLocalName();
        if (!WordXml.isWord(xml.getNamespaceURI())) {
            if (name.equals("Fallback")) {
                skip();
            }
            return;
        }
        if (LEFT_OUT.contains(name)) {
            trackedChanges |= name.equals("del") || name.equals("moveFrom");
            markDeletedRowOrEnd(name);
            skip();
            return;
        }
        switch (name) {
            case "ins", "moveTo" -> trackedChanges = true;
            case "footnote", "endnote" -> sink.note(noteName(name));
            case "footnoteReference", "endnoteReference" -> noteReference(name.replace("Reference", ""));
            case "tbl" -> tables.push(new OpenTable());
            case "tr", "tc", "trPr", "tcPr", "gridSpan", "vMerge", "tblHeader", "gridBefore" -> startTablePart(name);
            case "p" -> paragraphs.push(new WordParagraph());
            case "pPr" -> inParagraphProperties = true;
            case "pStyle", "numId", "ilvl", "outlineLvl" -> paragraphProperty(name);
            default -> startRunPart(name);
        }
    }

    private void markDeletedRowOrEnd(String name) {
        OpenTable table = tables.peek();
        if (name.equals("del") && inRowProperties && table != null) {
            table.deleted = true;
        }
        if (name.equals("del") || name.equals("moveFrom")) {
            leaveOutParagraphEnd();
        }
    }

    private void leaveOutParagraphEnd() {
        WordParagraph paragraph = paragraphs.peek();
        if (inParagraphProperties && paragraph != null) {
            paragraph.endLeftOut = true;
        }
    }

    private String noteName(String kind) {
        return kind + "/" + xml.getAttributeValue(xml.getNamespaceURI(), "id");
    }

    private void noteReference(String kind) {
        WordParagraph paragraph = paragraphs.peek();
        if (paragraph != null && !hidden) {
            paragraph.notes.add(noteName(kind));
        }
    }

    private void startTablePart(String name) {
        OpenTable table = tables.peek();
        if (table == null) {
            return;
        }
        switch (name) {
            case "tr" -> {
                table.cells = new ArrayList<>();
                table.header = false;
                table.deleted = false;
                table.before = 0;
            }
            case "tc" -> {
                table.paragraphs = new ArrayList<>();
                table.width = 1;
                table.continues = false;
            }
            case "trPr" -> inRowProperties = true;
            case "gridSpan" -> table.width = Math.max(1, Math.min(100, WordXml.number(value(), 1)));
            case "gridBefore" -> table.before = Math.max(0, Math.min(100, WordXml.number(value(), 0)));
            case "vMerge" -> table.continues = !"restart".equals(value());
            case "tblHeader" -> table.header = !WordXml.isOff(value());
            default -> {}
        }
    }

    private void paragraphProperty(String name) {
        WordParagraph paragraph = paragraphs.peek();
        if (paragraph == null) {
            return;
        }
        switch (name) {
            case "pStyle" -> paragraph.style = value();
            case "numId" -> paragraph.list = value();
            case "ilvl" -> paragraph.listLevel = WordXml.number(value(), 0);
            default -> paragraph.outline = WordXml.number(value(), 9) + 1;
        }
    }

    private void startRunPart(String name) {
        switch (name) {
            case "r" -> {
                bold = false;
                hidden = false;
            }
            case "b" -> bold = !WordXml.isOff(value());
            case "vanish" -> {
                hidden = !WordXml.isOff(value());
                if (hidden) {
                    leaveOutParagraphEnd();
                }
            }
            case "t" -> inText = true;
            case "tab", "ptab" -> characterOfRun("\t");
            case "br", "cr" -> characterOfRun("\n");
            case "noBreakHyphen" -> characterOfRun("\u2011");
            default -> {}
        }
    }

    private void characterOfRun(String character) {
        // a tab stop of the paragraph's properties is called w:tab as well, and has a position
        if (xml.getAttributeValue(xml.getNamespaceURI(), "pos") == null) {
            append(character);
        }
    }

    private void characters(String words) {
        if (inText) {
            append(words);
        }
    }

    private void append(String words) {
        WordParagraph paragraph = paragraphs.peek();
        if (paragraph != null && !hidden) {
            paragraph.words.append(words);
            paragraph.boldCharacters += bold ? words.length() : 0;
        }
    }

    private void end(String name) {
        if (!WordXml.isWord(xml.getNamespaceURI())) {
            return;
        }
        switch (name) {
            case "t" -> inText = false;
            case "trPr" -> inRowProperties = false;
            case "pPr" -> inParagraphProperties = false;
            case "p" -> endParagraph();
            case "tc", "tr", "tbl" -> endTablePart(name);
            default -> {}
        }
    }

    private void endParagraph() {
        WordParagraph paragraph = paragraphs.poll();
        if (paragraph == null) {
            return;
        }
        OpenTable table = tables.peek();
        if (table != null) {
            table.paragraphs.add(paragraph);
        } else {
            sink.paragraph(paragraph);
        }
    }

    private void endTablePart(String name) {
        OpenTable table = tables.peek();
        if (table == null) {
            return;
        }
        switch (name) {
            case "tc" -> table.cells.add(new Cell(table.paragraphs, table.width, table.continues));
            case "tr" -> {
                if (!table.deleted) {
                    table.rows.add(new Row(table.cells, table.header, table.before));
                }
            }
            default -> endTable(tables.pop());
        }
    }

    /** A table inside a cell becomes words of that cell. */
    private void endTable(OpenTable table) {
        OpenTable outer = tables.peek();
        if (outer == null) {
            sink.table(table.rows);
        } else {
            for (Row row : table.rows) {
                row.cells().forEach(cell -> outer.paragraphs.addAll(cell.paragraphs()));
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private @Nullable String value() {
        return xml.getAttributeValue(xml.getNamespaceURI(), "val");
    }
}
