package io.recital.samples.facts;

import io.recital.samples.Complaints;
import io.recital.samples.SampleException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the facts of one counterparty; each cell is a date or a number where its column says so. */
public final class FactReader {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String family;
    private final Complaints complaints;

    public FactReader(String family, Complaints complaints) {
        this.family = family;
        this.complaints = complaints;
    }

    /** All rows of a folder that can be read; an absent folder has none. */
    public List<FactRow> read(Path folder) {
        List<FactRow> rows = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return rows;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.sorted().toList()) {
                String name = path.getFileName().toString();
                FactFile.find(name.replaceFirst("\\.csv$", ""))
                        .filter(file -> name.endsWith(".csv"))
                        .ifPresentOrElse(
                                file -> readFile(file, path, rows),
                                () -> complaints.add(name, "facts have no such file"));
            }
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot read the facts in " + folder, e);
        }
        return rows;
    }

    private void readFile(FactFile file, Path path, List<FactRow> rows) {
        String name = path.getFileName().toString();
        try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, FORMAT)) {
            if (!parser.getHeaderNames().equals(file.columns())) {
                complaints.add(
                        name, "its columns are " + parser.getHeaderNames() + " where they should be " + file.columns());
                return;
            }
            for (CSVRecord line : parser) {
                String where = name + ", line " + parser.getCurrentLineNumber();
                if (!line.isConsistent()) {
                    complaints.add(
                            where,
                            line.size() + " cells where there are "
                                    + file.columns().size() + " columns");
                    continue;
                }
                FactRow row = new FactRow(file, family, line.toMap());
                if (hasReadableCells(row, where)) {
                    rows.add(row);
                }
            }
        } catch (CSVException | java.io.UncheckedIOException | IllegalArgumentException e) {
            complaints.add(name, "not readable as CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot read " + path, e);
        }
    }

    private boolean hasReadableCells(FactRow row, String where) {
        int before = complaints.list().size();
        if (!row.has("id")) {
            complaints.add(where, "a row needs an id");
        }
        for (String column : row.file().columns()) {
            String cell = row.cell(column);
            if (!cell.equals(cell.strip())) {
                complaints.add(where, column + " has blanks around “" + cell.strip() + "”");
            } else if (!cell.isEmpty() && !isReadable(column, cell, row.file())) {
                complaints.add(where, column + " is “" + cell + "”, not " + expected(column));
            }
        }
        if (!row.has(row.file().order())) {
            complaints.add(where, row.file().order() + " is empty");
        }
        return complaints.list().size() == before;
    }

    private static String expected(String column) {
        return FactFile.isDate(column) ? "a date such as 2026-06-30" : "a value that this column may hold";
    }

    private static boolean isReadable(String column, String cell, FactFile file) {
        try {
            if (FactFile.isDate(column)) {
                LocalDate.parse(cell);
            } else if (FactFile.isDecimal(column)) {
                return cell.matches("-?\\d+(\\.\\d+)?") && new BigDecimal(cell).precision() > 0;
            }
        } catch (DateTimeException e) {
            return false;
        }
        return switch (column) {
            case "direction" -> List.of("received", "issued").contains(cell);
            case "status" ->
                file != FactFile.CLAIMS
                        || List.of("sent", "accepted", "rejected", "credited").contains(cell);
            case "time" -> cell.matches("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
            case "currency", "base" -> cell.matches("[A-Z]{3}");
            default -> true;
        };
    }
}
