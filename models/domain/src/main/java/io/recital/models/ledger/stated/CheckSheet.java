package io.recital.models.ledger.stated;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.evidence.Formula;
import io.recital.models.fact.FactColumns;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.ClauseCheck.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The computation of a stated check for one period: what it takes, what that comes to, and from which rows. */
final class CheckSheet {
    static final int FINE = 12;

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
            take(at.row());
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

    void put(String name, BigDecimal value, Input input) {
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
            new RowsInput(this, wanted).read();
        } else if (input instanceof CheckInput.Rise rise) {
            RiseInput.read(rise, this);
        } else if (input instanceof CheckInput.Day day) {
            DayInput.read(day, this);
        } else if (input instanceof CheckInput.BusinessDays days) {
            DayInput.read(days, this);
        }
    }

    /** For what it is computed. */
    CheckedPeriod at() {
        return at;
    }

    RowPool pool() {
        return pool;
    }

    StatedCheck stated() {
        return stated;
    }

    /** The computation rests on a row. */
    void take(PerformanceFact row) {
        rows.add(id(row));
    }

    /** A part of the computation. */
    void add(Derivation working) {
        workings.add(working);
    }

    /** What a name stands for so far; empty where there is no such name. */
    Optional<BigDecimal> value(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    /** How what a name stands for is shown. */
    Input shown(String name) {
        return requireNonNull(shown.get(name.toLowerCase(Locale.ROOT)), name);
    }

    /** A day by the name of an input, or else as a moment of the period. */
    Input day(String named) throws MissingInput {
        if (value(named).isPresent()) {
            Input known = shown(named);
            if (!known.value().matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw new MissingInput("a day in " + named + ", which is " + known.value());
            }
            return known;
        }
        LocalDate day = Moment.parse(named).of(at).orElseThrow(() -> new MissingInput(named));
        PerformanceFact row = at.row();
        return row != null && FactColumns.names(row.kind()).contains(named)
                ? Input.of(named, day.toString(), new FactCell(row.kind().label(), row.id(), named))
                : new Input(named, day.toString(), null);
    }

    /** What a formula gives, with what it takes and how that is shown; at most twelve decimals. */
    BigDecimal working(Formula formula, Map<String, BigDecimal> taken, List<Input> inputs) throws MissingInput {
        BigDecimal value;
        try {
            value = formula.evaluate(taken);
        } catch (ArithmeticException e) {
            throw new MissingInput(String.valueOf(e.getMessage()));
        }
        BigDecimal fine =
                value.stripTrailingZeros().scale() <= FINE ? value : value.setScale(FINE, RoundingMode.HALF_UP);
        List<Input> all = new ArrayList<>(List.of(new Input("formula", formula.text(), null)));
        all.addAll(inputs);
        workings.add(new Derivation(Operation.FORMULA, all, CellValue.plain(fine)));
        return fine;
    }

    static String id(PerformanceFact row) {
        return row.kind().label() + ":" + row.id();
    }
}
