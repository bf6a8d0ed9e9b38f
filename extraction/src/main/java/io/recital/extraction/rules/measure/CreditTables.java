package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Cells;
import io.recital.extraction.rules.statement.Prose;
import io.recital.extraction.rules.value.Band;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.TierParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads credits from tables of bands: one measure a table, or a column that says for which measure each band is. */
final class CreditTables {
    private static final Pattern NONE = Pattern.compile(
            "^\\W*(?:none|nil|no\\s+(?:service\\s+)?credit.*|n/?a|0(?:\\.0+)?(?![.\\d])\\s*%?.*|[-–—])\\W*$",
            Pattern.CASE_INSENSITIVE);

    private final TierParser tiers = new TierParser();
    private final PercentParser percents = new PercentParser();
    private final MoneyParser amounts = new MoneyParser();

    /** Whether a cell says that no credit is due. */
    static boolean isNone(String words) {
        return NONE.matcher(words).matches();
    }

    List<CreditTerms> read(ContractReading contract, Clause clause) {
        List<CreditTerms> terms = new ArrayList<>();
        for (List<TableRow> rows : Cells.tablesOf(clause)) {
            Columns columns = Columns.of(rows);
            if (columns.credit().isPresent() && columns.target().isEmpty()) {
                terms.addAll(readTable(contract, clause, rows, columns));
            }
        }
        return terms;
    }

    private List<CreditTerms> readTable(ContractReading contract, Clause clause, List<TableRow> rows, Columns columns) {
        Map<String, Bands> byMeasure = new LinkedHashMap<>();
        boolean labelled = isLabelled(rows);
        for (TableRow row : rows) {
            if (!row.header()) {
                String label = labelled ? labelOf(row, byMeasure) : "";
                byMeasure
                        .computeIfAbsent(label, measure -> new Bands())
                        .add(contract, row, columns.credit().orElseThrow());
            }
        }
        String about = about(contract, clause, columns);
        return byMeasure.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getValue().terms(clause, labelled ? entry.getKey() : about))
                .toList();
    }

    private static String about(ContractReading contract, Clause clause, Columns columns) {
        StringBuilder about = new StringBuilder(String.join(" ", clause.headingPath()));
        about.append(' ').append(columns.words());
        Prose.of(contract, clause)
                .sentences()
                .forEach(sentence -> about.append(' ').append(sentence.text()));
        return about.toString();
    }

    /** Whether the first column says which measure a row is about: none of its cells is a band, and one stands for several rows. */
    private boolean isLabelled(List<TableRow> rows) {
        List<String> labels = rows.stream()
                .filter(row -> !row.header())
                .map(row ->
                        Cells.find(row, 0).map(cell -> Cells.flat(cell.text())).orElse(""))
                .toList();
        boolean bands =
                labels.stream().anyMatch(label -> tiers.bandOf(label, "").isPresent());
        boolean codes = labels.stream().anyMatch(MeasureName::isCode);
        return !bands && !labels.isEmpty() && !labels.get(0).isEmpty() && (codes || repeat(labels));
    }

    private static boolean repeat(List<String> labels) {
        return labels.stream().distinct().count() > 1
                && labels.stream().distinct().count() < labels.size();
    }

    /** Its first cell; that of the row above where it is empty, because cells were merged. */
    private static String labelOf(TableRow row, Map<String, Bands> before) {
        String label = Cells.find(row, 0).map(cell -> Cells.flat(cell.text())).orElse("");
        return label.isEmpty() && !before.isEmpty()
                ? before.keySet().stream().reduce((first, last) -> last).orElseThrow()
                : label;
    }

    /** The bands of one measure on their way. */
    private final class Bands {
        private final List<Tier> found = new ArrayList<>();
        private final List<Citation> citations = new ArrayList<>();
        private final StringBuilder header = new StringBuilder();
        private @Nullable Target fullFrom;

        void add(ContractReading contract, TableRow row, int creditColumn) {
            Optional<TableCell> credit = Cells.find(row, creditColumn);
            for (TableCell cell : row.cells()) {
                if (credit.isEmpty() || cell.column() == creditColumn) {
                    continue;
                }
                Optional<Band> band = tiers.bandOf(cell.text(), cell.header());
                if (band.isPresent()) {
                    add(contract, band.get(), cell, credit.get());
                    return;
                }
            }
        }

        private void add(ContractReading contract, Band band, TableCell cell, TableCell credit) {
            List<ValueMatch> values = new ArrayList<>(percents.findAll(credit.text()));
            values.addAll(amounts.findAll(credit.text()));
            if (isNone(credit.text())) {
                if (band.from() != null && (band.to() == null || band.to().intValue() == 100)) {
                    Comparison comparison = band.fromIncluded() ? Comparison.AT_LEAST : Comparison.ABOVE;
                    fullFrom = new Target(comparison, band.from(), band.unit(), null, true, 0, 0);
                    header.append(cell.header()).append(' ');
                    citations.addAll(Cells.cite(contract, List.of(cell, credit)));
                }
            } else if (!values.isEmpty()) {
                found.add(band.earning(values.get(0).value()));
                citations.addAll(Cells.cite(contract, List.of(cell, credit)));
            }
        }

        boolean isEmpty() {
            return found.isEmpty();
        }

        CreditTerms terms(Clause clause, String about) {
            return new CreditTerms(
                    clause, (about + " " + header).strip(), found, null, fullFrom, List.copyOf(citations));
        }
    }
}
