package io.recital.samples.truth;

import io.recital.samples.evidence.Wording;
import io.recital.samples.evidence.WrittenDate;
import io.recital.samples.evidence.WrittenNumber;
import io.recital.samples.evidence.WrittenQuote;
import io.recital.samples.facts.FactFile;
import io.recital.samples.facts.FactRow;
import io.recital.samples.facts.FactTable;
import io.recital.samples.truth.TruthItem.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the value of each input again from the facts or from the wording that it names. */
final class InputReader {
    private final FactTable facts;
    private final List<WrittenQuote> quotes;

    InputReader(FactTable facts, List<WrittenQuote> quotes) {
        this.facts = facts;
        this.quotes = quotes;
    }

    /**
     * The input's value.
     *
     * @param known the inputs before it
     */
    Given read(Input input, Map<String, Given> known) throws UnreadableInput {
        if (input.row() != null) {
            return cell(input.row(), input.column());
        }
        if (input.sum() != null) {
            return sum(input, input.sum());
        }
        if (Boolean.TRUE.equals(input.count())) {
            List<FactRow> rows = rows(input);
            return Given.of(BigDecimal.valueOf(rows.size()), rows, "number of rows of " + described(input));
        }
        if (input.days() != null) {
            return days(input.days(), known);
        }
        if (input.quote() != null) {
            return quoted(input, input.quote());
        }
        throw new UnreadableInput("it is neither a row, a sum, a count, days nor a quote");
    }

    private Given cell(String id, @Nullable String column) throws UnreadableInput {
        FactRow row = row(id);
        if (column == null || !row.file().columns().contains(column)) {
            throw new UnreadableInput(row.file().label() + " have no column " + column);
        }
        String source = id + ", " + column;
        if (!row.has(column)) {
            throw new UnreadableInput(source + " is empty");
        }
        if (FactFile.isDate(column)) {
            return Given.of(row.date(column), List.of(row), source);
        }
        if (!FactFile.isDecimal(column)) {
            throw new UnreadableInput(source + " is neither a number nor a date");
        }
        return Given.of(row.decimal(column), List.of(row), source);
    }

    private FactRow row(String id) throws UnreadableInput {
        Optional<FactRow> row = facts.find(id);
        return row.orElseThrow(() -> new UnreadableInput("no fact has the id " + id));
    }

    private Given sum(Input input, String column) throws UnreadableInput {
        List<FactRow> rows = rows(input);
        if (!FactFile.isDecimal(column)) {
            throw new UnreadableInput(column + " holds no numbers");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (FactRow row : rows) {
            sum = sum.add(row.has(column) ? row.decimal(column) : BigDecimal.ZERO);
        }
        return Given.of(sum, rows, "sum of " + column + " of " + counted(rows) + " of " + described(input));
    }

    private static String counted(List<FactRow> rows) {
        return rows.size() == 1 ? "one row" : rows.size() + " rows";
    }

    private List<FactRow> rows(Input input) throws UnreadableInput {
        Optional<FactFile> file = FactFile.find(String.valueOf(input.file()));
        if (file.isEmpty()) {
            throw new UnreadableInput("there is no file of facts " + input.file());
        }
        Map<String, JsonNode> where = input.where() == null ? Map.of() : input.where();
        List<String> columns = new ArrayList<>(where.keySet());
        if (input.on() != null) {
            columns.add(input.on());
        } else if (input.from() != null || input.to() != null) {
            throw new UnreadableInput("\"from\" and \"to\" need the date column in \"on\"");
        }
        for (String column : columns) {
            if (!file.get().columns().contains(column)) {
                throw new UnreadableInput(file.get().label() + " have no column " + column);
            }
        }
        List<FactRow> rows = facts.list(file.get()).stream()
                .filter(row -> where.entrySet().stream().allMatch(e -> matches(row.cell(e.getKey()), e.getValue())))
                .filter(row -> isWithin(row, input))
                .toList();
        if (rows.isEmpty() && input.sum() != null) {
            throw new UnreadableInput("no row of " + described(input) + " is there");
        }
        return rows;
    }

    private static boolean matches(String cell, JsonNode wanted) {
        if (wanted.isArray()) {
            return wanted.valueStream().anyMatch(value -> value.asString().equals(cell));
        }
        return wanted.asString().equals(cell);
    }

    private static boolean isWithin(FactRow row, Input input) {
        if (input.on() == null) {
            return true;
        }
        if (!row.has(input.on())) {
            return false;
        }
        LocalDate date = row.date(input.on());
        return (input.from() == null || !date.isBefore(input.from()))
                && (input.to() == null || !date.isAfter(input.to()));
    }

    private static String described(Input input) {
        StringBuilder words = new StringBuilder(String.valueOf(input.file()));
        if (input.where() != null) {
            input.where()
                    .forEach((column, value) -> words.append(", ")
                            .append(column)
                            .append(' ')
                            .append(
                                    value.isArray()
                                            ? String.join(
                                                    " or ",
                                                    value.valueStream()
                                                            .map(JsonNode::asString)
                                                            .toList())
                                            : value.asString()));
        }
        if (input.on() != null) {
            words.append(", ").append(input.on());
            words.append(input.from() == null ? "" : " from " + input.from());
            words.append(input.to() == null ? "" : " to " + input.to());
        }
        return words.toString();
    }

    private Given days(List<String> ends, Map<String, Given> known) throws UnreadableInput {
        Given first;
        Given last;
        if (ends.size() == 4) {
            first = cell(ends.get(0), ends.get(1));
            last = cell(ends.get(2), ends.get(3));
        } else if (ends.size() == 2 && known.containsKey(ends.get(0)) && known.containsKey(ends.get(1))) {
            first = java.util.Objects.requireNonNull(known.get(ends.get(0)));
            last = java.util.Objects.requireNonNull(known.get(ends.get(1)));
        } else {
            throw new UnreadableInput("\"days\" takes row, column, row, column, or two inputs that stand before it");
        }
        LocalDate from = first.date();
        LocalDate to = last.date();
        if (from == null || to == null) {
            throw new UnreadableInput("\"days\" stand between two dates");
        }
        List<FactRow> rows = new ArrayList<>(first.rows());
        rows.addAll(last.rows());
        return Given.of(
                BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)),
                rows,
                "days from " + from + " (" + first.source() + ") to " + to + " (" + last.source() + ")");
    }

    private Given quoted(Input input, int index) throws UnreadableInput {
        if (index < 0 || index >= quotes.size()) {
            throw new UnreadableInput("the item has no quote " + index + "; they are counted from 0");
        }
        String written = String.valueOf(input.written());
        WrittenQuote quote = quotes.get(index);
        String line = quote.text().replaceAll("\\s+", " ");
        if (input.written() == null || Wording.find(written, line, 0) < 0) {
            throw new UnreadableInput("“" + written + "” does not stand in quote " + index);
        }
        String value = input.value() == null ? "" : input.value().asString();
        String source = "“" + written + "”" + (quote.path().isEmpty() ? "" : ", " + quote.path());
        if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
            LocalDate date = LocalDate.parse(value);
            if (!WrittenDate.states(written, date)) {
                throw new UnreadableInput("“" + written + "” does not say " + date);
            }
            return Given.of(date, List.of(), source);
        }
        if (!value.matches("-?\\d+(\\.\\d+)?") || !WrittenNumber.states(written, new BigDecimal(value))) {
            throw new UnreadableInput("“" + written + "” does not say " + value);
        }
        return Given.of(new BigDecimal(value), List.of(), source);
    }

    /** An input that has no value; the message says why. */
    static final class UnreadableInput extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableInput(String message) {
            super(message);
        }
    }
}
