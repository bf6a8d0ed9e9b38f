package io.recital.ingestion.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file. */
final class CsvTable implements TableFile {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int HEADER_ROWS = 20;

    private final CsvText text;
    private final char separator;
    private final CSVFormat format;

    private CsvTable(CsvText text, char separator) {
        this.text = text;
        this.separator = separator;
        this.format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    /** Opens a file with the separator under which its header is recognised, or else the most frequent one. */
    static CsvTable open(CsvText text, HeaderReading header) throws IOException {
        CsvTable widest = new CsvTable(text, SEPARATORS[0]);
        int cells = 0;
        for (char separator : SEPARATORS) {
            CsvTable table = new CsvTable(text, separator);
            for (TableRow row : table.firstRows()) {
                if (header.find(row).isPresent()) {
                    return table;
                }
                if (row.cells().size() > cells) {
                    cells = row.cells().size();
                    widest = table;
                }
            }
        }
        return widest;
    }

    private List<TableRow> firstRows() throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (BufferedReader reader = text.open()) {
            CsvRecords records = new CsvRecords(reader, separator);
            String written = records.next();
            while (written != null && rows.size() < HEADER_ROWS) {
                if (!records.isBroken()) {
                    row(records.line(), written).ifPresent(rows::add);
                }
                written = records.next();
            }
        }
        return rows;
    }

    @Override
    public void forEachRow(TableVisitor visitor) throws IOException {
        try (BufferedReader reader = text.open()) {
            CsvRecords records = new CsvRecords(reader, separator);
            for (String written = records.next(); written != null; written = records.next()) {
                if (records.isBroken()) {
                    visitor.broken("", records.line(), "A quote begins and does not end; close or remove it.");
                } else {
                    row(records.line(), written).ifPresent(visitor::row);
                }
            }
        }
    }

    private Optional<TableRow> row(int line, String written) throws IOException {
        if (written.isBlank()) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(written, format)) {
            List<Cell> cells = new ArrayList<>();
            for (CSVRecord csvRecord : parser) {
                csvRecord.forEach(cell -> cells.add(Cell.of(cell)));
            }
            return cells.stream().allMatch(Cell::isEmpty)
                    ? Optional.empty()
                    : Optional.of(new TableRow("", line, cells));
        }
    }
}
