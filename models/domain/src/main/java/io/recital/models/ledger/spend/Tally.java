package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.family.FamilyMember;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.ItemCodes;
import io.recital.models.ledger.lever.NameWords;
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

    private static final Pattern NOT_TAKEN = Pattern.compile(
            "\\b(?:not|missed|missing|undelivered|returned|rejected|refused|lost|short|late|ordered|forecast)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final CountedUnit unit;
    private final String item;
    private final Period period;

    /** @param item what is counted; empty for all that has the unit */
    Tally(Dossier dossier, String unit, String item, Period period) {
        this.dossier = dossier;
        this.item = item;
        this.unit = CountedUnit.of(unit);
        this.period = period;
    }

    /** What was measured, or else received, or else invoiced. */
    Optional<Volume> count() {
        Optional<Volume> measured = measured();
        return measured.isPresent() || !candidates().isEmpty()
                ? measured
                : received().or(this::invoiced);
    }

    /** The rows of the one measure that is about the unit: named like it, or else reported in it. */
    private List<Measurement> candidates() {
        List<Measurement> named = dossier.facts().measurements().stream()
                .filter(row -> NameWords.of(row.measure()).equals(unit.kind()))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<Measurement> about = one(dossier.facts().measurements().stream()
                .filter(row -> NameWords.of(row.measure()).holds(unit.kind()))
                .filter(row ->
                        row.unit().isBlank() || CountedUnit.of(row.unit()).isLike(unit)));
        return about.isEmpty() && !item.isBlank()
                ? one(dossier.facts().measurements().stream()
                        .filter(row -> NameWords.of(row.measure()).holds(NameWords.of(item))
                                && !NOT_TAKEN.matcher(row.measure()).find())
                        .filter(row -> CountedUnit.of(row.unit()).isLike(unit)))
                : about;
    }

    /** The rows where all are of one measure. */
    private static List<Measurement> one(Stream<Measurement> rows) {
        List<Measurement> all = rows.toList();
        return all.stream().map(Measurement::measure).distinct().count() == 1 ? all : List.of();
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

    private Volume sum(List<Measurement> rows, Period period) {
        List<Input> inputs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Measurement row : rows) {
            BigDecimal value = Objects.requireNonNullElse(row.value(), BigDecimal.ZERO);
            sum = sum.add(value);
            inputs.add(cell(row.measure() + ", " + row.period(), row, "value", value));
        }
        BigDecimal each = rows.get(0).unit().isBlank()
                        || !CountedUnit.of(rows.get(0).unit()).isLike(unit)
                ? BigDecimal.ONE
                : CountedUnit.of(rows.get(0).unit()).in(unit);
        return volume(sum, each, period, inputs, rows);
    }

    private Optional<Volume> received() {
        List<Purchase> all = dossier.facts().purchases().stream()
                .filter(row -> row.quantityReceived() != null && row.deliveredOn() != null)
                .filter(row -> period.holds(Objects.requireNonNullElse(row.deliveredOn(), LocalDate.MIN)))
                .filter(row -> CountedUnit.of(row.unit()).isLike(unit) && isOfItem(row.product()))
                .toList();
        boolean apart = all.stream().anyMatch(row -> hasOwnTerms(row.order()));
        if (!isOneUnit(all.stream().map(Purchase::unit))
                || !Coverage.isWhole(dossier, period)
                || (apart && !leavesOrdersOut())) {
            return Optional.empty();
        }
        List<Purchase> counted =
                all.stream().filter(row -> !hasOwnTerms(row.order())).toList();
        List<Input> inputs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Purchase row : counted) {
            BigDecimal value = Objects.requireNonNullElse(row.quantityReceived(), BigDecimal.ZERO);
            sum = sum.add(value);
            inputs.add(cell("received, order " + row.order(), row, "quantity_received", value));
        }
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(volume(sum, CountedUnit.of(all.get(0).unit()).in(unit), period, inputs, counted));
    }

    private Optional<Volume> invoiced() {
        List<InvoiceLine> all = dossier.facts().invoiceLines().stream()
                .filter(line -> period.holds(line.priceDay()) && isInvoiceOfItem(line))
                .toList();
        boolean apart = all.stream().anyMatch(line -> hasOwnTerms(line.order()));
        if (!isOneUnit(all.stream().map(InvoiceLine::unit)) || !Coverage.isWhole(dossier, period) || apart) {
            return Optional.empty();
        }
        List<Input> inputs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (InvoiceLine line : all) {
            sum = sum.add(line.quantity());
            inputs.add(cell("invoiced, " + line.invoice(), line, "quantity", line.quantity()));
        }
        return Optional.of(volume(sum, CountedUnit.of(all.get(0).unit()).in(unit), period, inputs, all));
    }

    private static boolean isOneUnit(Stream<String> units) {
        return units.map(CountedUnit::of).distinct().count() == 1;
    }

    /** Whether an order is for the goods that are counted. */
    boolean isOfItem(Purchase row) {
        return CountedUnit.of(row.unit()).isLike(unit) && isOfItem(row.product()) && !hasOwnTerms(row.order());
    }

    /** Whether a line is for the goods that are counted, and not for what is missing of them. */
    private boolean isInvoiceOfItem(InvoiceLine line) {
        return CountedUnit.of(line.unit()).isLike(unit)
                && !ShortfallInvoice.isOne(line)
                && (item.isBlank()
                        || !isInvoiced()
                        || isNamed(line.product())
                        || NameWords.of(line.description()).holds(NameWords.of(item))
                        || NameWords.of(item).equals(unit.kind()));
    }

    /** Whether any line is called like the item; where none is, it is a word for all that has the unit. */
    private boolean isInvoiced() {
        return dossier.facts().invoiceLines().stream()
                .anyMatch(line -> isNamed(line.product())
                        || NameWords.of(line.description()).holds(NameWords.of(item)));
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
                && (NameWords.of(item).holds(NameWords.of(product))
                        || dossier.family().members().stream()
                                .anyMatch(member -> ItemCodes.namesOf(member, product).stream()
                                        .anyMatch(name -> NameWords.of(item).holds(NameWords.of(name)))));
    }

    private boolean hasOwnTerms(String reference) {
        return !reference.isBlank()
                && dossier.family().members().stream()
                        .filter(FamilyMember::isOrder)
                        .anyMatch(order -> order.bears(reference));
    }

    /** Whether a clause says that what is ordered on terms of its own does not count. */
    private boolean leavesOrdersOut() {
        return dossier.family().members().stream()
                .flatMap(member -> Stream.concat(
                        member.findings().stream().flatMap(finding -> finding.citations().stream()),
                        Stream.concat(member.beside().sentences().stream(), member.beside().charges().stream())))
                .anyMatch(citation -> NOT_COUNTED.matcher(citation.quote()).find()
                        && citation.quote().toLowerCase(java.util.Locale.ROOT).contains("order"));
    }

    private static Input cell(String what, PerformanceFact row, String column, BigDecimal value) {
        return Input.of(what, value.toPlainString(), new FactCell(row.kind().label(), row.id(), column));
    }

    private Volume volume(
            BigDecimal sum, BigDecimal each, Period period, List<Input> inputs, List<? extends PerformanceFact> rows) {
        List<Derivation> steps = new ArrayList<>();
        steps.add(new Derivation(Operation.SUM, inputs, sum.toPlainString()));
        BigDecimal all = each.compareTo(BigDecimal.ONE) == 0 ? sum : sum.multiply(each);
        if (each.compareTo(BigDecimal.ONE) != 0) {
            steps.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(
                            new Input("as counted there", sum.toPlainString(), null),
                            new Input("of each", each.toPlainString(), null)),
                    all.toPlainString()));
        }
        return new Volume(
                all,
                period,
                steps,
                rows.stream().map(row -> row.kind().label() + ":" + row.id()).toList());
    }
}
