package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.family.FamilyMember;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.ItemCodes;
import io.recital.models.ledger.lever.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts a quantity over a period from what was measured in it, piece by piece, or else from what was received. It counts
 * nothing where a piece is missing, or where it is open whether an order with terms of its own belongs to it.
 */
final class Tally {
    private static final Pattern NOT_COUNTED = Pattern.compile(
            "\\b(?:not|neither|nor|never)\\s+(?:be\\s+)?count|\\bcounts?\\s+(?:neither|not|nor|for\\s+neither)\\b|\\bleft\\s+out\\s+of\\b[^.]{0,30}\\bcount",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final Words unit;
    private final String item;
    private final Period period;

    /** @param item what is counted; empty for all that has the unit */
    Tally(Dossier dossier, String unit, String item, Period period) {
        this.dossier = dossier;
        this.item = item;
        this.unit = Words.of(unit);
        this.period = period;
    }

    Optional<Volume> count() {
        Optional<Volume> measured = measured();
        return measured.isPresent() || !candidates().isEmpty() ? measured : received();
    }

    /** The rows of the one measure that is about the unit: named like it, or else reported in it. */
    private List<Measurement> candidates() {
        List<Measurement> named = dossier.facts().measurements().stream()
                .filter(row -> Words.of(row.measure()).equals(unit))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<Measurement> about = dossier.facts().measurements().stream()
                .filter(row -> Words.of(row.measure()).holds(unit))
                .filter(row -> row.unit().isBlank() || Words.of(row.unit()).equals(unit))
                .toList();
        boolean one = about.stream().map(Measurement::measure).distinct().count() == 1;
        return one ? about : List.of();
    }

    private Optional<Volume> measured() {
        List<Measurement> rows = candidates().stream()
                .filter(row -> row.value() != null
                        && !row.period().from().isBefore(period.from())
                        && !row.period().to().isAfter(period.to()))
                .toList();
        return whole(rows).or(() -> tiled(rows));
    }

    /** The row that states the whole period; of corrections the last. */
    private Optional<Volume> whole(List<Measurement> rows) {
        return rows.stream()
                .filter(row ->
                        row.period().to().equals(period.to()) && row.period().days() * 10 >= period.days() * 8)
                .max(Comparator.comparing(Measurement::reportedOn))
                .map(row -> sum(List.of(row), row.period()));
    }

    /** Rows of shorter times that follow on each other from the first day to the last. */
    private Optional<Volume> tiled(List<Measurement> rows) {
        TreeMap<LocalDate, Measurement> byStart = new TreeMap<>();
        rows.stream()
                .sorted(Comparator.comparing(Measurement::reportedOn))
                .forEach(row -> byStart.put(row.period().from(), row));
        LocalDate next = period.from();
        for (Measurement row : byStart.values()) {
            if (!row.period().from().equals(next)) {
                return Optional.empty();
            }
            next = row.period().to().plusDays(1);
        }
        return next.equals(period.to().plusDays(1))
                ? Optional.of(sum(List.copyOf(byStart.values()), period))
                : Optional.empty();
    }

    private static Volume sum(List<Measurement> rows, Period period) {
        List<Input> inputs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Measurement row : rows) {
            BigDecimal value = Objects.requireNonNullElse(row.value(), BigDecimal.ZERO);
            sum = sum.add(value);
            inputs.add(cell(row.measure() + ", " + row.period(), row, "value", value));
        }
        return volume(sum, period, inputs, rows);
    }

    private Optional<Volume> received() {
        List<Purchase> all = dossier.facts().purchases().stream()
                .filter(row -> row.quantityReceived() != null && row.deliveredOn() != null)
                .filter(row -> period.holds(Objects.requireNonNullElse(row.deliveredOn(), LocalDate.MIN)))
                .filter(row -> Words.of(row.unit()).equals(unit) && isOfItem(row.product()))
                .toList();
        boolean apart = all.stream().anyMatch(this::hasOwnTerms);
        if (all.isEmpty() || !Coverage.isWhole(dossier, period) || (apart && !leavesOrdersOut())) {
            return Optional.empty();
        }
        List<Purchase> counted = all.stream().filter(row -> !hasOwnTerms(row)).toList();
        List<Input> inputs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Purchase row : counted) {
            BigDecimal value = Objects.requireNonNullElse(row.quantityReceived(), BigDecimal.ZERO);
            sum = sum.add(value);
            inputs.add(cell("received, order " + row.order(), row, "quantity_received", value));
        }
        return counted.isEmpty() ? Optional.empty() : Optional.of(volume(sum, period, inputs, counted));
    }

    /**
     * Whether a product is the item: its number stands in the item's name, or beside a name of a price list that is the
     * item. Where no product is, all are meant: the item is a word for them.
     */
    private boolean isOfItem(String product) {
        return item.isBlank() || !isAmongProducts() || isNamed(product);
    }

    private boolean isAmongProducts() {
        return dossier.facts().purchases().stream().anyMatch(row -> isNamed(row.product()));
    }

    private boolean isNamed(String product) {
        return product.length() > 1
                && (Words.of(item).holds(Words.of(product))
                        || dossier.family().members().stream()
                                .anyMatch(member -> ItemCodes.namesOf(member, product).stream()
                                        .anyMatch(name -> Words.of(item).holds(Words.of(name)))));
    }

    private boolean hasOwnTerms(Purchase row) {
        return dossier.family().members().stream()
                .filter(FamilyMember::isOrder)
                .anyMatch(order -> order.bears(row.order()));
    }

    /** Whether a clause says that what is ordered on terms of its own does not count. */
    private boolean leavesOrdersOut() {
        return dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .flatMap(finding -> finding.citations().stream())
                .anyMatch(citation -> NOT_COUNTED.matcher(citation.quote()).find()
                        && citation.quote().toLowerCase(java.util.Locale.ROOT).contains("order"));
    }

    private static Input cell(String what, PerformanceFact row, String column, BigDecimal value) {
        return Input.of(what, value.toPlainString(), new FactCell(row.kind().label(), row.id(), column));
    }

    private static Volume volume(
            BigDecimal sum, Period period, List<Input> inputs, List<? extends PerformanceFact> rows) {
        return new Volume(
                sum,
                period,
                List.of(new Derivation(Operation.SUM, inputs, sum.toPlainString())),
                rows.stream()
                        .flatMap(row -> Stream.of(row.kind().label() + ":" + row.id()))
                        .toList());
    }
}
