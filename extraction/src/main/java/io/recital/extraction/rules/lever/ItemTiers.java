package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A price list in which some items have a row for each quantity: the bands of one item are no bands of another. */
final class ItemTiers {
    private ItemTiers() {}

    /** The bands of each item that has some, and the prices of the others; none where rows are not told apart by an item. */
    static List<Candidate> judge(LeverTable table) {
        Map<String, List<TableRow>> items = new LinkedHashMap<>();
        for (TableRow row : table.body()) {
            item(row)
                    .ifPresent(cell -> items.computeIfAbsent(cell.text().strip(), key -> new ArrayList<>())
                            .add(row));
        }
        boolean several = items.size() > 1 && items.values().stream().anyMatch(rows -> rows.size() > 1);
        boolean whole = items.values().stream().mapToInt(List::size).sum()
                == table.body().size();
        if (!several || !whole) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        List<TableRow> plain = new ArrayList<>();
        for (List<TableRow> rows : items.values()) {
            Optional<Candidate> tiers = rows.size() > 1 ? TierTables.tiers(of(table, rows)) : Optional.empty();
            if (rows.size() > 1
                    && tiers.filter(lever -> hasTierForEach(lever, rows)).isEmpty()) {
                return List.of();
            }
            tiers.map(lever -> named(table, lever, rows)).ifPresentOrElse(found::add, () -> plain.addAll(rows));
        }
        if (!plain.isEmpty()) {
            found.addAll(RateCards.judge(of(table, plain)));
        }
        return found;
    }

    private static boolean hasTierForEach(Candidate lever, List<TableRow> rows) {
        return ((CommercialLever) lever.content())
                .find(Name.TIERS)
                .filter(TypedValue.Tiers.class::isInstance)
                .filter(tiers -> ((TypedValue.Tiers) tiers).tiers().size() == rows.size())
                .isPresent();
    }

    private static LeverTable of(LeverTable table, List<TableRow> rows) {
        return new LeverTable(table.reading(), table.clause(), rows, table.hasTotal(), table.lead());
    }

    /** The first cell of a row, unless it is a number or a band itself. */
    private static Optional<TableCell> item(TableRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.span().isEmpty() && !cell.text().isBlank())
                .findFirst()
                .filter(cell -> cell.column() == 0
                        && cell.text().codePoints().anyMatch(Character::isLetter)
                        && Values.TIERS.bandOf(cell.text(), cell.header()).isEmpty());
    }

    private static Candidate named(LeverTable table, Candidate tiers, List<TableRow> rows) {
        CommercialLever lever = (CommercialLever) tiers.content();
        TableCell item = item(rows.get(0)).orElseThrow();
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.ITEM, item.text())));
        parameters.addAll(lever.parameters());
        Units.of(table.lead()).ifPresent(unit -> parameters.add(parameter(Name.BASE, unit)));
        List<Citation> citations = new ArrayList<>(table.cite(List.of(item), List.of()));
        citations.addAll(tiers.citations());
        return new Candidate(new CommercialLever(lever.lever(), parameters), citations, tiers.confidence());
    }
}
