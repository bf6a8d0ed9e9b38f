package io.recital.extraction.rules.lever;

import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Span;
import io.recital.models.finding.Extraction.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Levers of tables: tiers, minimum amounts by year, and rate cards. */
final class TableRule {
    private static final Pattern SERVICE = Pattern.compile(
            "credit|availab|uptime|service\\s+level|\\bSLA\\b|\\bKPI\\b|performance|defect|ppm|on-time",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELIVERY = Pattern.compile(
            "\\b(?:due\\s+(?:date|on)|milestones?|acceptance\\s+criteria|deliverables?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TERMS = Pattern.compile(
            "\\bfor\\s+information\\b|\\b(?:worked\\s+|illustrative\\s+)?examples?\\s*:|\\bfor\\s+(?:example|illustration)\\b|\\ban\\s+assumed\\b|\\b(?:was|were)\\s+(?:reported|invoiced|shipped|sold)\\b",
            Pattern.CASE_INSENSITIVE);

    private TableRule() {}

    /** All levers of the clause's tables. */
    static List<Candidate> judge(ContractReading reading, Clause clause) {
        Map<Integer, List<TableRow>> tables = new LinkedHashMap<>();
        clause.rows()
                .forEach(row -> tables.computeIfAbsent(row.table(), table -> new ArrayList<>())
                        .add(row));
        List<Candidate> found = new ArrayList<>();
        int leadFrom = clause.span().start();
        for (List<TableRow> rows : tables.values()) {
            LeverTable table = LeverTable.of(reading, clause, rows, leadFrom);
            List<Candidate> terms = rows.stream()
                    .flatMap(row -> KeyTerms.read(reading, row).stream())
                    .toList();
            found.addAll(terms);
            if (terms.isEmpty() && isAboutPrices(table)) {
                found.addAll(judge(table));
            }
            leadFrom = Math.max(leadFrom, end(rows));
        }
        return found;
    }

    private static List<Candidate> judge(LeverTable table) {
        List<Candidate> items = ItemTiers.judge(table);
        if (!items.isEmpty()) {
            return items;
        }
        Optional<Candidate> tiers = TierTables.tiers(table).or(() -> TierTables.cumulative(table));
        if (tiers.isPresent()) {
            return List.of(tiers.get());
        }
        List<Candidate> breaks = TierTables.quantityBreaks(table);
        if (!breaks.isEmpty()) {
            return breaks;
        }
        List<Candidate> minima = TierTables.minima(table);
        return minima.isEmpty() ? RateCards.judge(table) : minima;
    }

    private static boolean isAboutPrices(LeverTable table) {
        return !table.isHeaded(SERVICE)
                && !table.isHeaded(DELIVERY)
                && !NO_TERMS.matcher(table.lead()).find();
    }

    private static int end(List<TableRow> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(TableCell::span)
                .mapToInt(Span::end)
                .max()
                .orElse(0);
    }
}
