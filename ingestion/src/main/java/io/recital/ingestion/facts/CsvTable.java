package io.recital.ingestion.facts;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file. */
final class CsvTable implements TableFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Path file;

    CsvTable(Path file) {
        this.file = file;
    }

    @Override
    public void forEachRow(Consumer<TableRow> reader) throws IOException, UnreadableFacts {
        try (Reader characters = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.builder()
                        .setReader(characters)
                        .setFormat(FORMAT)
                        .get()) {
            int line = 1;
            for (CSVRecord csvRecord : parser) {
                TableRow row =
                        new TableRow("", line, csvRecord.stream().map(Cell::of).toList());
                if (row.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
                    reader.accept(row);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            throw new UnreadableFacts("The file is not readable as CSV. Export it again as CSV or XLSX.");
        }
    }
}
