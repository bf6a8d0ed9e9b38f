package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many units failed in a period.
 *
 * @param units those that events tell of one by one; empty when only their number is known
 * @param confidence between 0 and 1
 */
record UnitCount(
        BigDecimal number, List<ContractEvent> units, List<String> rows, List<Derivation> workings, double confidence) {
    private static final Set<String> SHORT = Set.of("short", "missing", "undelivered", "shortfall", "short-shipped");

    private static final Set<String> LATE = Set.of("late", "delayed", "belated", "overdue");
    private static final String[] A_DELIVERY = {
        "delivery", "deliveries", "consignment", "shipment", "order", "load", "drop"
    };

    UnitCount {
        units = List.copyOf(units);
        rows = List.copyOf(rows);
        workings = List.copyOf(workings);
    }

    /** Counted by the measure that failed and by the events of the sort: where they differ, the fewer count. */
    static Optional<UnitCount> ofFailures(MeasureResult result, String unit, Facts facts) {
        List<ContractEvent> events = events(facts, unit, result.contract(), result.period());
        Optional<BigDecimal> failures = isCounted(result.measure(), unit) ? result.failures() : Optional.empty();
        if (failures.isEmpty()) {
            return events.isEmpty() ? Optional.empty() : Optional.of(ofEvents(events, unit));
        }
        BigDecimal told = BigDecimal.valueOf(events.size());
        if (!events.isEmpty() && told.compareTo(failures.get()) < 0) {
            UnitCount fewer = ofEvents(events, unit);
            return Optional.of(new UnitCount(fewer.number, events, fewer.rows, fewer.workings, 0.7));
        }
        List<Derivation> workings = new ArrayList<>(result.workings());
        result.measurements().stream().findFirst().ifPresent(row -> workings.add(difference(row, failures.get())));
        return Optional.of(new UnitCount(failures.get(), events, result.rows(), workings, result.confidence()));
    }

    private static Derivation difference(Measurement row, BigDecimal failures) {
        return new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        Input.of(row.measure() + ", all", row.denominator() + "", cell(row, "denominator")),
                        Input.of(row.measure() + ", good", row.numerator() + "", cell(row, "numerator"))),
                failures.toPlainString());
    }

    private static FactCell cell(Measurement row, String column) {
        return new FactCell(FactKind.MEASUREMENT.label(), row.id(), column);
    }

    /** Whether what the measure counts are such units. */
    private static boolean isCounted(PromisedMeasure measure, String unit) {
        String metric = measure.content().metric();
        return TellingWords.of(measure.name() + " " + (metric == null ? "" : metric))
                        .shared(TellingWords.of(unit))
                > 0;
    }

    /** Counted by what facts say of the unit itself: a measurement of its name, events, or short deliveries. */
    static Optional<UnitCount> ofFacts(Facts facts, String unit, String contract, Period period) {
        List<Measurement> measured = facts.measurements().stream()
                .filter(row -> row.contract().equals(contract) && row.period().equals(period))
                .filter(row -> row.value() != null && isOf(row, unit))
                .toList();
        if (!measured.isEmpty()) {
            return measured.stream().map(Measurement::measure).distinct().count() == 1
                    ? measured.stream()
                            .max(Comparator.comparing(Measurement::reportedOn))
                            .map(UnitCount::ofMeasurement)
                    : Optional.empty();
        }
        List<ContractEvent> events = events(facts, unit, contract, period);
        if (!events.isEmpty()) {
            return Optional.of(ofEvents(events, unit));
        }
        TellingWords words = TellingWords.of(unit);
        if (LATE.stream().anyMatch(words::has)) {
            return ofLateDeliveries(facts, words, contract, period);
        }
        return SHORT.stream().anyMatch(words::has)
                ? ofShortDeliveries(facts, words, contract, period)
                : Optional.empty();
    }

    /** Whether a row counts such units: all words of the unit stand in its name, in full or cut short. */
    private static boolean isOf(Measurement row, String unit) {
        MeasureWords words = MeasureWords.of(unit);
        return !words.isEmpty() && words.shared(MeasureWords.of(row.measure())) == words.size();
    }

    private static UnitCount ofMeasurement(Measurement row) {
        BigDecimal value = java.util.Objects.requireNonNull(row.value());
        Derivation count = new Derivation(
                Operation.SUM,
                List.of(Input.of(row.measure(), value.toPlainString(), cell(row, "value"))),
                value.toPlainString());
        return new UnitCount(
                value, List.of(), List.of(FactKind.MEASUREMENT.label() + ":" + row.id()), List.of(count), 0.9);
    }

    private static UnitCount ofEvents(List<ContractEvent> events, String unit) {
        List<Input> inputs = events.stream()
                .map(event -> Input.of(
                        unit, event.date().toString(), new FactCell(FactKind.EVENT.label(), event.id(), "date")))
                .toList();
        List<String> rows = events.stream()
                .map(event -> FactKind.EVENT.label() + ":" + event.id())
                .toList();
        BigDecimal number = BigDecimal.valueOf(events.size());
        return new UnitCount(
                number, events, rows, List.of(new Derivation(Operation.COUNT, inputs, number.toPlainString())), 0.8);
    }

    /** Units that came after the day promised: those of a late delivery, or the late deliveries themselves. */
    private static Optional<UnitCount> ofLateDeliveries(
            Facts facts, TellingWords unit, String contract, Period period) {
        BigDecimal number = BigDecimal.ZERO;
        List<Input> parts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (Purchase purchase : facts.purchases()) {
            LocalDate promised = purchase.promisedOn();
            LocalDate delivered = purchase.deliveredOn();
            if (promised == null || delivered == null || !delivered.isAfter(promised)) {
                continue;
            }
            boolean isOf = unit.has(TellingWords.of(purchase.unit()).all().toArray(String[]::new));
            BigDecimal received = purchase.quantityReceived();
            if (purchase.contract().equals(contract)
                    && period.holds(delivered)
                    && (unit.has(A_DELIVERY) || (isOf && received != null))) {
                BigDecimal count = isOf && received != null ? received : BigDecimal.ONE;
                number = number.add(count);
                parts.add(Input.of(
                        "late, " + purchase.order(),
                        count.toPlainString(),
                        new FactCell(FactKind.PURCHASE.label(), purchase.id(), "quantity_received")));
                rows.add(FactKind.PURCHASE.label() + ":" + purchase.id());
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnitCount(
                        number,
                        List.of(),
                        rows,
                        List.of(new Derivation(Operation.SUM, parts, number.toPlainString())),
                        0.8));
    }

    private static Optional<UnitCount> ofShortDeliveries(
            Facts facts, TellingWords unit, String contract, Period period) {
        List<Purchase> delivered = facts.purchases().stream()
                .filter(purchase -> purchase.contract().equals(contract)
                        && unit.has(TellingWords.of(purchase.unit()).all().toArray(String[]::new)))
                .filter(purchase -> purchase.deliveredOn() != null && period.holds(purchase.deliveredOn()))
                .toList();
        if (delivered.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal number = BigDecimal.ZERO;
        List<Derivation> workings = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<Input> parts = new ArrayList<>();
        for (Purchase purchase : delivered) {
            BigDecimal ordered = purchase.quantityOrdered();
            BigDecimal received = purchase.quantityReceived();
            if (ordered != null && received != null && ordered.compareTo(received) > 0) {
                BigDecimal lacking = ordered.subtract(received);
                number = number.add(lacking);
                rows.add(FactKind.PURCHASE.label() + ":" + purchase.id());
                workings.add(new Derivation(
                        Operation.DIFFERENCE,
                        List.of(
                                Input.of(
                                        "ordered",
                                        ordered.toPlainString(),
                                        new FactCell(FactKind.PURCHASE.label(), purchase.id(), "quantity_ordered")),
                                Input.of(
                                        "received",
                                        received.toPlainString(),
                                        new FactCell(FactKind.PURCHASE.label(), purchase.id(), "quantity_received"))),
                        lacking.toPlainString()));
                parts.add(new Input("short, " + purchase.order(), lacking.toPlainString(), null));
            }
        }
        if (!parts.isEmpty()) {
            workings.add(new Derivation(Operation.SUM, parts, number.toPlainString()));
        }
        return Optional.of(new UnitCount(number, List.of(), rows, workings, 0.8));
    }

    /** Events of the sort that no other event excuses. */
    private static List<ContractEvent> events(Facts facts, String unit, String contract, Period period) {
        TellingWords wanted = TellingWords.of(unit);
        Set<String> excused = facts.events().stream()
                .filter(event ->
                        TellingWords.of(event.event().replace('-', ' ')).has("excused", "excuse", "relief"))
                .map(ContractEvent::reference)
                .filter(reference -> !reference.isBlank())
                .collect(Collectors.toSet());
        return facts.events().stream()
                .filter(event -> event.contract().equals(contract) && period.holds(event.date()))
                .filter(event ->
                        TellingWords.of(event.event().replace('-', ' ')).shared(wanted)
                                == wanted.all().size())
                .filter(event -> !excused.contains(event.reference()))
                .toList();
    }

    /** The same with some units left out. */
    UnitCount without(List<ContractEvent> waived, Derivation working) {
        List<String> all = new ArrayList<>(rows);
        waived.forEach(event -> all.add(FactKind.EVENT.label() + ":" + event.id()));
        List<Derivation> steps = new ArrayList<>(workings);
        steps.add(working);
        return new UnitCount(
                number.subtract(BigDecimal.valueOf(waived.size())),
                units,
                all.stream().distinct().toList(),
                steps,
                confidence);
    }
}
