package io.recital.models.ledger.stated;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.evidence.Formula;
import io.recital.models.fact.FactColumns;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.CheckInput.Take;
import io.recital.models.ledger.stated.CheckSheet.MissingInput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes from rows of facts what a stated check wants to know of them. */
final class RowsInput {
    private final CheckSheet sheet;
    private final CheckInput.Rows wanted;

    RowsInput(CheckSheet sheet, CheckInput.Rows wanted) {
        this.sheet = sheet;
        this.wanted = wanted;
    }

    void read() throws MissingInput {
        List<PerformanceFact> found = sheet.pool().list(wanted.rows(), sheet.at());
        refuseOtherCurrencies(found);
        if (wanted.take() == Take.COUNT) {
            count(found);
            return;
        }
        List<CellValue> cells = cells(found);
        if (cells.isEmpty()) {
            none();
            return;
        }
        found.forEach(sheet::take);
        take(cells);
    }

    private List<CellValue> cells(List<PerformanceFact> found) throws MissingInput {
        if (wanted.formula() != null) {
            List<CellValue> computed = new ArrayList<>();
            for (PerformanceFact row : found) {
                computed.add(computed(new Formula(wanted.formula()), row));
            }
            return computed;
        }
        String column = wanted.column() == null ? "" : wanted.column();
        return found.stream()
                .flatMap(row -> CellValue.find(row, column, wanted.pattern()).stream())
                .toList();
    }

    /** What the formula gives for a row; a row that lacks one of its columns is neither nothing nor left aside. */
    private CellValue computed(Formula formula, PerformanceFact row) throws MissingInput {
        Map<String, BigDecimal> taken = new HashMap<>();
        List<Input> inputs = new ArrayList<>();
        for (String name : formula.names()) {
            if (FactColumns.names(row.kind()).contains(name)) {
                CellValue cell = CellValue.find(row, name, null)
                        .orElseThrow(() ->
                                new MissingInput(name + " of " + CheckSheet.id(row) + " (" + wanted.name() + ")"));
                taken.put(name, cell.number());
                inputs.add(cell.input(name));
            } else {
                taken.put(name, sheet.value(name).orElseThrow(() -> new MissingInput(name)));
                inputs.add(sheet.shown(name));
            }
        }
        BigDecimal value = sheet.working(formula, taken, inputs);
        return new CellValue(value, CellValue.plain(value), row, null);
    }

    private void count(List<PerformanceFact> found) throws MissingInput {
        if (found.isEmpty() && (wanted.ifNone() != null || !sheet.pool().reaches(wanted.rows(), sheet.at()))) {
            none();
            return;
        }
        found.forEach(sheet::take);
        String count = Integer.toString(found.size());
        if (!found.isEmpty()) {
            sheet.add(new Derivation(
                    Operation.COUNT,
                    found.stream()
                            .map(row -> Input.of(
                                    wanted.name(),
                                    row.id(),
                                    new FactCell(row.kind().label(), row.id(), "id")))
                            .toList(),
                    count));
        }
        sheet.put(wanted.name(), BigDecimal.valueOf(found.size()), new Input(wanted.name(), count, null));
    }

    private void none() throws MissingInput {
        if (wanted.ifNone() == null) {
            throw new MissingInput(wanted.rows().facts() + " rows" + words() + " (" + wanted.name() + ")");
        }
        sheet.put(
                wanted.name(),
                wanted.ifNone(),
                new Input(wanted.name() + ", as there is no row", CellValue.plain(wanted.ifNone()), null));
    }

    private String words() {
        return wanted.rows().where().isEmpty()
                ? ""
                : " with "
                        + String.join(
                                ", ",
                                wanted.rows().where().entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + entry.getValue())
                                        .toList());
    }

    private void take(List<CellValue> cells) throws MissingInput {
        String name = wanted.name();
        switch (wanted.take()) {
            case FIRST -> sheet.put(name, cells.get(0).number(), cells.get(0).input(name));
            case LAST ->
                sheet.put(
                        name,
                        cells.get(cells.size() - 1).number(),
                        cells.get(cells.size() - 1).input(name));
            case ONLY -> {
                if (cells.size() > 1) {
                    throw new MissingInput("which of " + cells.size() + " rows" + words() + " counts (" + name + ")");
                }
                sheet.put(name, cells.get(0).number(), cells.get(0).input(name));
            }
            case LEAST -> extreme(name, cells, Operation.LEAST, Comparator.comparing(CellValue::number));
            case GREATEST ->
                extreme(
                        name,
                        cells,
                        Operation.GREATEST,
                        Comparator.comparing(CellValue::number).reversed());
            case SUM -> sum(name, cells);
            case AVERAGE -> average(name, cells);
            case COUNT -> throw new IllegalStateException("Rows are counted without their cells");
        }
    }

    private void extreme(String name, List<CellValue> cells, Operation operation, Comparator<CellValue> order) {
        CellValue best = cells.stream().min(order).orElseThrow();
        if (cells.size() > 1) {
            sheet.add(new Derivation(
                    operation, cells.stream().map(cell -> cell.input(name)).toList(), best.display()));
        }
        sheet.put(name, best.number(), best.input(name));
    }

    private BigDecimal sum(String name, List<CellValue> cells) {
        if (cells.size() == 1) {
            sheet.put(name, cells.get(0).number(), cells.get(0).input(name));
            return cells.get(0).number();
        }
        BigDecimal sum = cells.stream().map(CellValue::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        sheet.add(new Derivation(
                Operation.SUM, cells.stream().map(cell -> cell.input(name)).toList(), CellValue.plain(sum)));
        sheet.put(name, sum, new Input(name, CellValue.plain(sum), null));
        return sum;
    }

    private void average(String name, List<CellValue> cells) {
        BigDecimal sum = sum(name, cells);
        BigDecimal count = BigDecimal.valueOf(cells.size());
        BigDecimal average = sum.divide(count, MathContext.DECIMAL128);
        if (cells.size() > 1) {
            String result =
                    average.setScale(CheckSheet.FINE, RoundingMode.HALF_UP).toPlainString();
            sheet.add(new Derivation(
                    Operation.QUOTIENT,
                    List.of(
                            new Input(name, CellValue.plain(sum), null),
                            new Input("rows", CellValue.plain(count), null)),
                    result));
            sheet.put(name, average, new Input(name, CellValue.plain(average), null));
        }
    }

    /** Money of another currency is not added up: nobody said at what rate. */
    private void refuseOtherCurrencies(List<PerformanceFact> found) throws MissingInput {
        boolean money = Stream.concat(
                        Stream.ofNullable(wanted.column()),
                        Stream.ofNullable(wanted.formula()).flatMap(text -> new Formula(text).names().stream()))
                .anyMatch(column -> column.matches("net|tax|gross|paid_amount|amount|unit_price"));
        if (!money || sheet.stated().currency() == null) {
            return;
        }
        for (PerformanceFact row : found) {
            String currency =
                    FactColumns.find(row, "currency").map(Object::toString).orElse("");
            if (!currency.isEmpty()
                    && !currency.equals(sheet.stated().currency().getCode())) {
                throw new MissingInput("a rate for " + currency + " of " + CheckSheet.id(row) + ", as the check is in "
                        + sheet.stated().currency().getCode() + " (" + wanted.name() + ")");
            }
        }
    }
}
