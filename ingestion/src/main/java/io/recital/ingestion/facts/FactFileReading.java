package io.recital.ingestion.facts;

import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.SourcedFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The two readings of one file: the first finds out what its sheets are, the second makes facts of their rows. */
final class FactFileReading {
    private static final int HEADER_ROWS = 20;
    private static final int BATCH = 1000;
    private static final int MOST_REPORTED = 10_000;

    private final String file;
    private final FeedMapping stated;
    private final HeaderReading header;
    private final Consumer<List<SourcedFact>> sink;
    private final Map<String, SheetSurvey> surveys = new LinkedHashMap<>();
    private final Map<String, List<TableRow>> headless = new LinkedHashMap<>();
    private final List<SourcedFact> batch = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private final List<RowWarning> warnings = new ArrayList<>();
    private final Map<String, Integer> factsOf = new HashMap<>();
    private final Map<String, Integer> refusedOf = new HashMap<>();
    private int refusedInAll;
    private int warningsInAll;

    FactFileReading(String file, FeedMapping stated, Consumer<List<SourcedFact>> sink) {
        this.file = file;
        this.stated = stated;
        this.header = new HeaderReading(stated);
        this.sink = sink;
    }

    /** Finds headers among the first rows of each sheet, and how what is below them is written. */
    TableVisitor survey() {
        return new TableVisitor() {
            @Override
            public void row(TableRow row) {
                surveyRow(row);
            }

            @Override
            public void broken(String sheet, int line, String reason) {
                // The second reading refuses it.
            }
        };
    }

    private void surveyRow(TableRow row) {
        SheetSurvey known = surveys.get(row.sheet());
        if (known != null) {
            known.add(row);
            return;
        }
        List<TableRow> rows = headless.computeIfAbsent(row.sheet(), sheet -> new ArrayList<>());
        if (rows.size() < HEADER_ROWS) {
            rows.add(row);
            Optional<SheetPlan> plan = header.find(row);
            plan.ifPresent(found -> {
                surveys.put(row.sheet(), new SheetSurvey(found, row.line()));
                headless.remove(row.sheet());
            });
        }
    }

    /** Refuses the sheets that no header was found in, and makes facts of the rows of the others. */
    TableVisitor rows() {
        headless.forEach((sheet, rows) -> refuse(sheet, rows.get(0).line(), header.refusal(widest(rows))));
        Map<String, SheetRows> readings = new HashMap<>();
        SeenIds ids = new SeenIds();
        surveys.forEach((sheet, survey) -> readings.put(
                sheet, new SheetRows(survey, stated.of(survey.plan().kind()), ids)));
        return new TableVisitor() {
            @Override
            public void row(TableRow row) {
                SheetRows reading = readings.get(row.sheet());
                if (reading != null && row.line() > reading.survey().headerLine()) {
                    take(reading, row);
                }
            }

            @Override
            public void broken(String sheet, int line, String reason) {
                refuse(sheet, line, reason);
            }
        };
    }

    private static TableRow widest(List<TableRow> rows) {
        return rows.stream()
                .reduce((one, other) -> other.cells().size() > one.cells().size() ? other : one)
                .orElseThrow();
    }

    private void take(SheetRows reading, TableRow row) {
        PerformanceFact fact;
        try {
            fact = reading.fact(row);
        } catch (IllegalArgumentException e) {
            refuse(row.sheet(), row.line(), String.valueOf(e.getMessage()));
            return;
        }
        reading.warning(fact).ifPresent(text -> warn(row, text));
        factsOf.merge(row.sheet(), 1, Integer::sum);
        batch.add(new SourcedFact(fact, file, row.sheet(), row.line()));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void warn(TableRow row, String text) {
        warningsInAll++;
        if (warnings.size() < MOST_REPORTED) {
            warnings.add(new RowWarning(file, row.sheet(), row.line(), text));
        }
    }

    void refuse(String sheet, int line, String reason) {
        refusedInAll++;
        refusedOf.merge(sheet, 1, Integer::sum);
        if (refused.size() < MOST_REPORTED) {
            refused.add(new RefusedRow(file, sheet, line, reason));
        }
    }

    /** Hands over what is left. */
    void flush() {
        if (!batch.isEmpty()) {
            sink.accept(List.copyOf(batch));
            batch.clear();
        }
    }

    FactReport report() {
        if (surveys.isEmpty() && refused.isEmpty()) {
            refuse("", 0, "The file holds no rows.");
        }
        List<SheetReport> sheets = new ArrayList<>();
        surveys.forEach((sheet, survey) -> sheets.add(new SheetReport(
                file,
                sheet,
                survey.plan().kind(),
                survey.headerLine(),
                survey.mapping(stated.of(survey.plan().kind())),
                survey.plan().ignored(),
                factsOf.getOrDefault(sheet, 0),
                refusedOf.getOrDefault(sheet, 0))));
        return new FactReport(sheets, refused, refusedInAll, warnings, warningsInAll);
    }
}
