package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.KindMapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the reading of files came to.
 *
 * @param refused what was not taken; the first of each file when they are very many
 * @param refusedInAll how many were not taken
 * @param warnings what is odd about what was taken; the first of each file when they are very many
 * @param warningsInAll how many there are
 */
public record FactReport(
        List<SheetReport> sheets,
        List<RefusedRow> refused,
        int refusedInAll,
        List<RowWarning> warnings,
        int warningsInAll) {
    public FactReport {
        sheets = List.copyOf(sheets);
        refused = List.copyOf(refused);
        warnings = List.copyOf(warnings);
    }

    /** With rows that were refused later. */
    FactReport withRefused(List<RefusedRow> more) {
        List<RefusedRow> all = new ArrayList<>(refused);
        all.addAll(more);
        return new FactReport(sheets, all, refusedInAll + more.size(), warnings, warningsInAll);
    }

    /** How many rows of each kind were taken. */
    public Map<FactKind, Integer> taken() {
        Map<FactKind, Integer> counts = new EnumMap<>(FactKind.class);
        sheets.forEach(sheet -> counts.merge(sheet.kind(), sheet.facts(), Integer::sum));
        return counts;
    }

    /**
     * How the sheets were read, to be remembered for the feed; of several sheets of a kind the last. Without constants:
     * what was stated is known, and what followed from a header may be otherwise under another.
     */
    public FeedMapping mapping() {
        Map<FactKind, KindMapping> kinds = new EnumMap<>(FactKind.class);
        sheets.forEach(sheet ->
                kinds.merge(sheet.kind(), sheet.mapping().withoutConstants(), (before, last) -> last.orElse(before)));
        return new FeedMapping(kinds);
    }
}
