package io.recital.samples.truth;

import io.recital.models.evidence.Formula;
import io.recital.samples.Complaints;
import io.recital.samples.facts.FactFile;
import io.recital.samples.facts.FactRow;
import io.recital.samples.facts.FactTable;
import io.recital.samples.truth.TruthItem.Step;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calculation of one item, done again from its inputs. */
final class Derivation {
    private final TruthItem item;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();

    Derivation(TruthItem item, FactTable facts, String where, Complaints complaints) {
        this.item = item;
        InputReader reader = new InputReader(facts, item.quotes());
        item.inputs().forEach((name, input) -> {
            try {
                Given value = reader.read(input, given);
                given.put(name, value);
                if (value.number() != null) {
                    values.put(name, value.number());
                }
            } catch (InputReader.UnreadableInput e) {
                complaints.add(where, "input " + name + ": " + e.getMessage());
            }
        });
        if (given.size() == item.inputs().size()) {
            item.steps().forEach(step -> take(step, where, complaints));
        }
    }

    private void take(Step step, String where, Complaints complaints) {
        String name = "step " + step.name();
        try {
            BigDecimal result = new Formula(step.formula()).evaluate(values);
            if (!isSame(result, step.result())) {
                complaints.add(where, name + ": its result is " + result.toPlainString() + ", not " + step.result());
            }
            if (values.putIfAbsent(step.name(), result) != null) {
                complaints.add(where, name + ": another input or step has this name");
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            complaints.add(where, name + ": " + e.getMessage());
        }
    }

    /** A condition that holds is 1, and one that does not is 0. */
    private static boolean isSame(BigDecimal result, String stated) {
        String number = stated.equals("true") ? "1" : stated.equals("false") ? "0" : stated;
        return number.matches("-?\\d+(\\.\\d+)?") && result.compareTo(new BigDecimal(number)) == 0;
    }

    /** The inputs with their values. */
    Map<String, Given> given() {
        return Collections.unmodifiableMap(given);
    }

    /** Whether an input or a step comes to the amount. */
    boolean comesTo(BigDecimal amount) {
        return values.values().stream().anyMatch(value -> value.compareTo(amount) == 0);
    }

    /** All facts that the item rests on. */
    Set<FactRow> rows() {
        return given.values().stream()
                .flatMap(value -> value.rows().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The facts whose price, quantity or money the item takes one by one. */
    Set<FactRow> charged() {
        return given.entrySet().stream()
                .filter(entry -> isCharge(item.inputs().get(entry.getKey())))
                .flatMap(entry -> entry.getValue().rows().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isCharge(TruthItem.@Nullable Input input) {
        return input != null
                && input.row() != null
                && (FactFile.isMoney(String.valueOf(input.column())) || "quantity".equals(input.column()));
    }

    /** The facts whose money is the claim itself, such as an invoice that was sent twice. */
    Set<FactRow> claimed() {
        if (item.amount() == null) {
            return Set.of();
        }
        BigDecimal amount = item.amount().amount();
        return given.entrySet().stream()
                .filter(entry -> isMoney(item.inputs().get(entry.getKey())))
                .map(Map.Entry::getValue)
                .filter(value -> value.number() != null && value.number().compareTo(amount) == 0)
                .flatMap(value -> value.rows().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isMoney(TruthItem.@Nullable Input input) {
        if (input == null) {
            return false;
        }
        String column = input.sum() == null ? input.column() : input.sum();
        return column != null && FactFile.isMoney(column);
    }

    /** The currencies of the money among its inputs. */
    Set<String> currencies() {
        return rows().stream()
                .filter(row -> row.file().columns().contains("currency") && row.has("currency"))
                .filter(row -> row.file() != FactFile.VENDORS)
                .map(row -> row.cell("currency"))
                .collect(Collectors.toSet());
    }

    boolean usesAnExchangeRate() {
        return rows().stream().anyMatch(row -> row.file() == FactFile.EXCHANGE_RATES);
    }
}
