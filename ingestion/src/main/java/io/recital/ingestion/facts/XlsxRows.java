package io.recital.ingestion.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Puts the rows of a worksheet together from its XML; a formula counts as what it last came to. */
final class XlsxRows extends DefaultHandler {
    /** As many digits as a workbook keeps: what stands after them is the computer's, not the author's. */
    private static final MathContext DIGITS = new MathContext(15);

    private final String sheet;
    private final SharedStrings texts;
    private final XlsxDates dates;
    private final TableVisitor visitor;
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private int line;
    private int column;
    private @Nullable String type;
    private int style;
    private boolean inValue;

    XlsxRows(String sheet, SharedStrings texts, XlsxDates dates, TableVisitor visitor) {
        this.sheet = sheet;
        this.texts = texts;
        this.dates = dates;
        this.visitor = visitor;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        switch (localName) {
            case "row" -> {
                String number = attributes.getValue("r");
                line = number == null ? line + 1 : Integer.parseInt(number.strip());
                column = -1;
                cells.clear();
            }
            case "c" -> startCell(attributes);
            case "v", "t" -> inValue = true;
            default -> {}
        }
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t");
        String number = attributes.getValue("s");
        style = number == null ? -1 : Integer.parseInt(number);
        content.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inValue) {
            content.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        switch (localName) {
            case "v", "t" -> inValue = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {}
        }
    }

    private void endCell() {
        while (cells.size() < column) {
            cells.add(Cell.EMPTY);
        }
        cells.add(content.isEmpty() ? Cell.EMPTY : cell(content.toString()));
    }

    /** A number that is none, or a text that is not there, is kept as it stands: its row will be refused for it. */
    private Cell cell(String value) {
        try {
            return switch (type == null ? "n" : type) {
                case "s" ->
                    Cell.of(texts.getItemAt(Integer.parseInt(value.strip())).getString());
                case "n" -> number(value);
                case "b" -> Cell.of(value.equals("1") ? "true" : "false");
                default -> Cell.of(value);
            };
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Cell.of(value);
        }
    }

    private Cell number(String value) {
        BigDecimal number = new BigDecimal(value.strip());
        if (!dates.isDate(style)) {
            return Cell.of(number.round(DIGITS));
        }
        LocalDateTime time = dates.at(number.doubleValue());
        if (time == null) {
            return Cell.of(number);
        }
        return number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0
                ? Cell.of(time.toLocalTime().toString())
                : Cell.of(time.toLocalDate());
    }

    private void endRow() {
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            visitor.row(new TableRow(sheet, line, cells));
        }
    }
}
