package io.recital.models.ledger.stated;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.evidence.Formula;
import io.recital.models.fact.FactColumns;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.CheckInput.Take;
import io.recital.models.finding.ClauseCheck.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The computation of a stated check for one period: what it takes, what that comes to, and from which rows. */
final class CheckSheet {
    private static final int FINE = 12;

    private final StatedCheck stated;
    private final CheckedPeriod at;
    private final RowPool pool;
    private final Map<String, BigDecimal> values = new HashMap<>();
    private final Map<String, Input> shown = new HashMap<>();
    private final List<Derivation> workings = new ArrayList<>();
    private final Set<String> rows = new LinkedHashSet<>();
    private BigDecimal amount = BigDecimal.ZERO;

    private CheckSheet(StatedCheck stated, CheckedPeriod at, RowPool pool) {
        this.stated = stated;
        this.at = at;
        this.pool = pool;
    }

    /** An input that is not there; the message names it. */
    static final class MissingInput extends Exception {
        private static final long serialVersionUID = 1L;

        MissingInput(String message) {
            super(message);
        }
    }

    static CheckSheet of(StatedCheck stated, CheckedPeriod at, RowPool pool) throws MissingInput {
        CheckSheet sheet = new CheckSheet(stated, at, pool);
        sheet.compute();
        return sheet;
    }

    /** What the last step comes to, or zero where the condition does not hold. */
    BigDecimal amount() {
        return amount;
    }

    List<Derivation> workings() {
        return List.copyOf(workings);
    }

    List<String> rows() {
        return List.copyOf(rows);
    }

    private void compute() throws MissingInput {
        if (at.row() != null) {
            rows.add(id(at.row()));
        }
        put("start", at.period().from());
        put("end", at.period().to());
        put("today", pool.asOf());
        for (CheckInput input : stated.check().inputs()) {
            read(input);
        }
        for (int number = 0; number < stated.steps().size(); number++) {
            amount = step(stated.check().steps().get(number), stated.steps().get(number));
        }
        Formula when = stated.when();
        if (when != null && evaluate(when).signum() == 0) {
            write(when, "0");
            amount = BigDecimal.ZERO;
        }
    }

    private void put(String name, LocalDate day) {
        put(name, BigDecimal.valueOf(day.toEpochDay()), new Input(name, day.toString(), null));
    }

    private void put(String name, BigDecimal value, Input input) {
        values.put(name.toLowerCase(Locale.ROOT), value);
        shown.put(name.toLowerCase(Locale.ROOT), input);
    }

    private BigDecimal step(Step step, Formula formula) throws MissingInput {
        BigDecimal value = evaluate(formula);
        boolean exact = value.stripTrailingZeros().scale() <= FINE;
        String result = exact
                ? CellValue.plain(value)
                : value.setScale(FINE, RoundingMode.HALF_UP).toPlainString();
        write(formula, result);
        put(step.name(), value, new Input(step.name(), CellValue.plain(value), null));
        return value;
    }

    private void write(Formula formula, String result) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("formula", formula.text(), null));
        formula.names().forEach(name -> inputs.add(shown.get(name)));
        workings.add(new Derivation(Operation.FORMULA, inputs, result));
    }

    private BigDecimal evaluate(Formula formula) throws MissingInput {
        try {
            return formula.evaluate(values);
        } catch (ArithmeticException e) {
            throw new MissingInput(String.valueOf(e.getMessage()));
        }
    }

    private void read(CheckInput input) throws MissingInput {
        if (input instanceof CheckInput.Written written) {
            Citation quote = WrittenFigure.quote(stated.finding(), written.written())
                    .orElseThrow(() -> new MissingInput("the quote of “" + written.written() + "”"));
            WrittenFigure figure = WrittenFigure.of(written);
            put(written.name(), figure.number(), new Input(written.name(), figure.shown(), quote));
        } else if (input instanceof CheckInput.Cell cell) {
            PerformanceFact row = at.row();
            CellValue value = Optional.ofNullable(row)
                    .flatMap(hand -> CellValue.find(hand, cell.column(), cell.pattern()))
                    .orElseThrow(() -> new MissingInput(cell.column() + " (" + cell.name() + ")"));
            put(cell.name(), value.number(), value.input(cell.name()));
        } else if (input instanceof CheckInput.Rows wanted) {
            read(wanted);
        }
    }

    private void read(CheckInput.Rows wanted) throws MissingInput {
        List<PerformanceFact> found = pool.list(wanted.rows(), at);
        refuseOtherCurrencies(wanted, found);
        if (wanted.take() == Take.COUNT) {
            count(wanted, found);
            return;
        }
        String column = wanted.column() == null ? "" : wanted.column();
        List<CellValue> cells = found.stream()
                .flatMap(row -> CellValue.find(row, column, wanted.pattern()).stream())
                .toList();
        if (cells.isEmpty()) {
            none(wanted);
            return;
        }
        found.forEach(row -> rows.add(id(row)));
        take(wanted, cells);
    }

    private void count(CheckInput.Rows wanted, List<PerformanceFact> found) {
        found.forEach(row -> rows.add(id(row)));
        String count = Integer.toString(found.size());
        if (!found.isEmpty()) {
            workings.add(new Derivation(
                    Operation.COUNT,
                    found.stream()
                            .map(row -> Input.of(
                                    wanted.name(),
                                    row.id(),
                                    new FactCell(row.kind().label(), row.id(), "id")))
                            .toList(),
                    count));
        }
        put(wanted.name(), BigDecimal.valueOf(found.size()), new Input(wanted.name(), count, null));
    }

    private void none(CheckInput.Rows wanted) throws MissingInput {
        if (wanted.ifNone() == null) {
            throw new MissingInput(wanted.rows().facts() + " rows" + words(wanted) + " (" + wanted.name() + ")");
        }
        put(
                wanted.name(),
                wanted.ifNone(),
                new Input(wanted.name() + ", as there is no row", CellValue.plain(wanted.ifNone()), null));
    }

    private static String words(CheckInput.Rows wanted) {
        return wanted.rows().where().isEmpty()
                ? ""
                : " with "
                        + String.join(
                                ", ",
                                wanted.rows().where().entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + entry.getValue())
                                        .toList());
    }

    private void take(CheckInput.Rows wanted, List<CellValue> cells) throws MissingInput {
        String name = wanted.name();
        switch (wanted.take()) {
            case FIRST -> put(name, cells.get(0).number(), cells.get(0).input(name));
            case LAST ->
                put(
                        name,
                        cells.get(cells.size() - 1).number(),
                        cells.get(cells.size() - 1).input(name));
            case ONLY -> {
                if (cells.size() > 1) {
                    throw new MissingInput(
                            "which of " + cells.size() + " rows" + words(wanted) + " counts (" + name + ")");
                }
                put(name, cells.get(0).number(), cells.get(0).input(name));
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
            workings.add(new Derivation(
                    operation, cells.stream().map(cell -> cell.input(name)).toList(), best.display()));
        }
        put(name, best.number(), best.input(name));
    }

    private BigDecimal sum(String name, List<CellValue> cells) {
        if (cells.size() == 1) {
            put(name, cells.get(0).number(), cells.get(0).input(name));
            return cells.get(0).number();
        }
        BigDecimal sum = cells.stream().map(CellValue::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        workings.add(new Derivation(
                Operation.SUM, cells.stream().map(cell -> cell.input(name)).toList(), CellValue.plain(sum)));
        put(name, sum, new Input(name, CellValue.plain(sum), null));
        return sum;
    }

    private void average(String name, List<CellValue> cells) {
        BigDecimal sum = sum(name, cells);
        BigDecimal count = BigDecimal.valueOf(cells.size());
        BigDecimal average = sum.divide(count, MathContext.DECIMAL128);
        if (cells.size() > 1) {
            String result = average.setScale(FINE, RoundingMode.HALF_UP).toPlainString();
            workings.add(new Derivation(
                    Operation.QUOTIENT,
                    List.of(
                            new Input(name, CellValue.plain(sum), null),
                            new Input("rows", CellValue.plain(count), null)),
                    result));
            put(name, average, new Input(name, CellValue.plain(average), null));
        }
    }

    /** Money of another currency is not added up: nobody said at what rate. */
    private void refuseOtherCurrencies(CheckInput.Rows wanted, List<PerformanceFact> found) throws MissingInput {
        boolean money =
                wanted.column() != null && wanted.column().matches("net|tax|gross|paid_amount|amount|unit_price");
        if (!money || stated.currency() == null) {
            return;
        }
        for (PerformanceFact row : found) {
            String currency =
                    FactColumns.find(row, "currency").map(Object::toString).orElse("");
            if (!currency.isEmpty() && !currency.equals(stated.currency().getCode())) {
                throw new MissingInput("a rate for " + currency + " of " + id(row) + ", as the check is in "
                        + stated.currency().getCode() + " (" + wanted.name() + ")");
            }
        }
    }

    private static String id(PerformanceFact row) {
        return row.kind().label() + ":" + row.id();
    }
}
