package io.recital.ingestion.facts;

import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.SourcedFact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads files of performance facts, CSV and XLSX, of any size: the header of a sheet says of what kind its rows are and
 * in which columns their fields stand, the whole of a column how its dates and numbers are written.
 */
public final class FactImport {
    private final FeedMapping stated;
    private final Consumer<List<SourcedFact>> sink;

    /**
     * Prepares an import.
     *
     * @param stated how the files of the feed are read, as far as that was stated or decided before
     * @param sink takes the facts in batches; a batch is of one file
     */
    public FactImport(FeedMapping stated, Consumer<List<SourcedFact>> sink) {
        this.stated = stated;
        this.sink = sink;
    }

    /** Reads the files one after another. */
    public FactReport read(List<Path> files) throws IOException {
        List<SheetReport> sheets = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        List<RowWarning> warnings = new ArrayList<>();
        int refusedInAll = 0;
        int warningsInAll = 0;
        for (Path file : files) {
            FactReport report = read(file);
            sheets.addAll(report.sheets());
            refused.addAll(report.refused());
            warnings.addAll(report.warnings());
            refusedInAll += report.refusedInAll();
            warningsInAll += report.warningsInAll();
        }
        return new FactReport(sheets, refused, refusedInAll, warnings, warningsInAll);
    }

    private FactReport read(Path file) throws IOException {
        FactFileReading reading = new FactFileReading(file.getFileName().toString(), stated, sink);
        try {
            TableFile table = TableFiles.open(file, new HeaderReading(stated));
            table.forEachRow(reading.survey());
            table.forEachRow(reading.rows());
            reading.flush();
        } catch (UnreadableFacts e) {
            reading.refuse("", 0, e.reason());
        }
        return reading.report();
    }
}
