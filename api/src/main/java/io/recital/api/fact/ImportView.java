package io.recital.api.fact;

import io.recital.ingestion.facts.FactImports.Counts;
import io.recital.ingestion.facts.FactImports.Imported;
import io.recital.ingestion.facts.RefusedRow;
import io.recital.ingestion.facts.RowWarning;
import io.recital.ingestion.facts.SheetReport;
import io.recital.models.fact.FactKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import came to.
 *
 * @param counts by kind: new rows, corrected rows, rows that were known
 * @param sheets how each sheet was read, with the mapping that was used
 * @param refusedInAll how many rows were not taken; the first 10,000 of each file are listed
 * @param vendorsToReview how many vendors of all facts are not surely a counterparty
 */
record ImportView(
        String feed,
        Map<FactKind, Counts> counts,
        List<SheetReport> sheets,
        int refusedInAll,
        List<RefusedRow> refused,
        int warningsInAll,
        List<RowWarning> warnings,
        int vendorsToReview) {
    static ImportView of(Imported imported, int vendorsToReview) {
        return new ImportView(
                imported.feed(),
                new TreeMap<>(imported.counts()),
                imported.report().sheets(),
                imported.report().refusedInAll(),
                imported.report().refused(),
                imported.report().warningsInAll(),
                imported.report().warnings(),
                vendorsToReview);
    }
}
