package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.KindMapping;
import io.recital.models.fact.PerformanceFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes facts of the rows of a sheet, one by one. */
final class SheetRows {
    private final SheetSurvey survey;
    private final SheetPlan plan;
    private final Map<FactField, Way> ways = new HashMap<>();
    private final SeenIds ids;
    private final RowCompletion completion;

    /**
     * Prepares the reading of a sheet.
     *
     * @param ids those that the file has had so far
     */
    SheetRows(SheetSurvey survey, KindMapping stated, SeenIds ids) {
        this.survey = survey;
        this.plan = survey.plan();
        this.ids = ids;
        this.completion = new RowCompletion(survey.givesBackInNegatives());
        plan.columns().keySet().forEach(field -> ways.put(field, survey.way(field, stated)));
    }

    SheetSurvey survey() {
        return survey;
    }

    /** The fact of a row, or an exception whose message says what is wrong with the row. */
    PerformanceFact fact(TableRow row) {
        Map<String, Object> values = values(row);
        FactKind kind = plan.kind();
        completion.complete(kind, values);
        values.computeIfAbsent("id", field -> idOf(values));
        PerformanceFact fact = FactRows.fact(kind, new RowValues(values));
        ids.refuseSecond(fact, row);
        return fact;
    }

    private Map<String, Object> values(TableRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        refuseSpillOver(row, problems);
        plan.columns().forEach((field, column) -> read(field, row.cell(column), values, problems));
        plan.constants().forEach((field, constant) -> read(field, Cell.of(constant), values, problems));
        for (List<String> need : FactLayout.needs(plan.kind())) {
            if (need.stream().noneMatch(values::containsKey)
                    && problems.stream().noneMatch(problem -> need.stream().anyMatch(problem::startsWith))) {
                problems.add(String.join(" or ", need) + " is empty");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems) + ".");
        }
        return values;
    }

    private void refuseSpillOver(TableRow row, List<String> problems) {
        int width = plan.headers().size();
        if (row.cells().size() > width
                && row.cells().subList(width, row.cells().size()).stream().anyMatch(cell -> !cell.isEmpty())) {
            problems.add("it has " + row.cells().size() + " cells under a header of " + width
                    + "; a text that holds the separator needs quotes");
        }
    }

    private void read(FactField field, Cell cell, Map<String, Object> values, List<String> problems) {
        if (cell.isEmpty()) {
            return;
        }
        try {
            values.put(field.name(), CellReading.value(field, cell, ways.getOrDefault(field, Way.UNDECIDED)));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private String idOf(Map<String, Object> values) {
        return FactLayout.key(plan.kind()).stream()
                .map(field -> String.valueOf(values.getOrDefault(field, "")))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** What is odd about a fact that is taken nevertheless. */
    Optional<String> warning(PerformanceFact fact) {
        if (fact instanceof InvoiceLine line) {
            if (line.quantity().signum() < 0 || line.net().signum() < 0) {
                return Optional.of(
                        "quantity " + line.quantity().toPlainString() + " and net "
                                + line.net().toPlainString()
                                + " are taken as they stand and lower what is counted; what gives money back is a credit note.");
            }
            BigDecimal product = line.quantity().multiply(line.unitPrice());
            BigDecimal minor = BigDecimal.ONE.movePointLeft(line.currency().getDecimalPlaces());
            if (line.net().subtract(product).abs().compareTo(minor) > 0) {
                return Optional.of("net is " + line.net().toPlainString() + ", where quantity times unit price is "
                        + product.stripTrailingZeros().toPlainString() + ".");
            }
        }
        return Optional.empty();
    }
}
