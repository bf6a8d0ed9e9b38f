package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.KindMapping;
import java.util.List;

/**
 * How a sheet was read.
 *
 * @param sheet name of the worksheet; empty in a CSV file
 * @param headerLine where its header stands, counted from 1
 * @param mapping that was used
 * @param ignored headers of the columns that no field takes
 * @param facts how many rows were taken
 * @param refused how many rows were not
 */
public record SheetReport(
        String file,
        String sheet,
        FactKind kind,
        int headerLine,
        KindMapping mapping,
        List<String> ignored,
        int facts,
        int refused) {
    public SheetReport {
        ignored = List.copyOf(ignored);
    }
}
