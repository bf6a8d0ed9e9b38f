package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads files of performance facts, CSV and XLSX, in the plain layout: the header of a sheet says its kind. */
public final class FactFiles {
    private FactFiles() {}

    /** All facts of the files in a folder, in the order of the files' names. */
    public static FactReading read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return read(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    /** All facts of some files. */
    public static FactReading read(List<Path> files) throws IOException {
        List<PerformanceFact> facts = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            SheetsReading sheets = new SheetsReading(name, facts, refused);
            try {
                table(file).forEachRow(sheets::row);
            } catch (UnreadableFacts e) {
                refused.add(new RefusedRow(name, "", 0, e.reason()));
            }
        }
        return new FactReading(Facts.of(facts), refused);
    }

    private static TableFile table(Path file) throws UnreadableFacts {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return new CsvTable(file);
        }
        if (name.endsWith(".xlsx")) {
            return new XlsxTable(file);
        }
        throw new UnreadableFacts("Facts are read from CSV and XLSX files. Export it as one of them.");
    }

    /** Reads the sheets of one file; the first row of each is its header. */
    private static final class SheetsReading {
        private final String file;
        private final List<PerformanceFact> facts;
        private final List<RefusedRow> refused;
        private final Map<String, Optional<SheetHeader>> headers = new HashMap<>();

        SheetsReading(String file, List<PerformanceFact> facts, List<RefusedRow> refused) {
            this.file = file;
            this.facts = facts;
            this.refused = refused;
        }

        void row(TableRow row) {
            if (!headers.containsKey(row.sheet())) {
                Optional<SheetHeader> header = SheetHeader.find(row);
                headers.put(row.sheet(), header);
                if (header.isEmpty()) {
                    refuse(row, "The header is of no kind of facts. Name the columns as the README shows.");
                }
                return;
            }
            headers.get(row.sheet()).ifPresent(header -> {
                try {
                    facts.add(header.fact(row));
                } catch (IllegalArgumentException e) {
                    refuse(row, String.valueOf(e.getMessage()));
                }
            });
        }

        private void refuse(TableRow row, String reason) {
            refused.add(new RefusedRow(file, row.sheet(), row.line(), reason));
        }
    }

    /** The kind of a sheet and in which column each of its fields stands. */
    private record SheetHeader(FactKind kind, Map<String, Integer> columns) {
        static Optional<SheetHeader> find(TableRow row) {
            Map<String, Integer> columns = new HashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                columns.putIfAbsent(row.cell(i).text().toLowerCase(Locale.ROOT), i);
            }
            for (FactKind kind : FactKind.values()) {
                List<FactField> fields = FactLayout.fields(kind);
                if (fields.stream().allMatch(field -> !field.required() || columns.containsKey(field.name()))
                        && fields.stream()
                                .map(FactField::name)
                                .collect(Collectors.toSet())
                                .containsAll(columns.keySet())) {
                    return Optional.of(new SheetHeader(kind, columns));
                }
            }
            return Optional.empty();
        }

        PerformanceFact fact(TableRow row) {
            Map<String, Object> values = new HashMap<>();
            List<String> problems = new ArrayList<>();
            for (FactField field : FactLayout.fields(kind)) {
                Integer column = columns.get(field.name());
                Cell cell = column == null ? Cell.EMPTY : row.cell(column);
                if (!cell.isEmpty()) {
                    try {
                        values.put(field.name(), CellReading.value(field, cell));
                    } catch (IllegalArgumentException e) {
                        problems.add(String.valueOf(e.getMessage()));
                    }
                } else if (field.required()) {
                    problems.add(field.name() + " is empty");
                }
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems) + ".");
            }
            return FactRows.fact(kind, new RowValues(values));
        }
    }
}
