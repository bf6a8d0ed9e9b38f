package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** The lines of one invoice, and the credit notes that name it. Sellers may use one number, and again in another year. */
public record Invoice(List<InvoiceLine> lines, List<CreditNote> creditNotes, List<Purchase> deliveries) {
    private record Key(Direction direction, String vendor, String number, LocalDate date, CurrencyUnit currency) {}

    public Invoice {
        lines = List.copyOf(lines);
        creditNotes = List.copyOf(creditNotes);
        deliveries = List.copyOf(deliveries);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An invoice has a line");
        }
    }

    private record All(List<Invoice> invoices) {}

    /** All invoices of a dossier, in the order of their first lines. */
    public static List<Invoice> of(Dossier dossier) {
        return dossier.reading(All.class, each -> new All(of(each.facts()))).invoices();
    }

    private static List<Invoice> of(Facts facts) {
        Map<Key, List<InvoiceLine>> invoices = facts.invoiceLines().stream()
                .collect(Collectors.groupingBy(Invoice::key, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Purchase>> byOrder = facts.purchases().stream()
                .filter(purchase -> !purchase.order().isBlank() && purchase.deliveredOn() != null)
                .collect(Collectors.groupingBy(Purchase::order));
        Map<String, List<CreditNote>> notes =
                facts.creditNotes().stream().collect(Collectors.groupingBy(CreditNote::invoice));
        return invoices.values().stream()
                .map(lines -> new Invoice(
                        lines,
                        notes.getOrDefault(lines.get(0).invoice(), List.of()).stream()
                                .filter(note -> corrects(note, lines.get(0)))
                                .toList(),
                        lines.stream()
                                .filter(line -> line.service() == null)
                                .flatMap(line -> byOrder.getOrDefault(line.order(), List.of()).stream()
                                        .filter(purchase -> purchase.product().equalsIgnoreCase(line.product())))
                                .distinct()
                                .toList()))
                .toList();
    }

    private static Key key(InvoiceLine line) {
        String vendor = line.vendor().id().isBlank()
                ? line.vendor().name()
                : line.vendor().id();
        return new Key(
                line.direction(), vendor.toLowerCase(Locale.ROOT), line.invoice(), line.invoiceDate(), line.currency());
    }

    private static boolean corrects(CreditNote note, InvoiceLine line) {
        return !note.invoice().isBlank()
                && note.invoice().equals(line.invoice())
                && note.direction() == line.direction()
                && note.currency().equals(line.currency())
                && !note.issuedOn().isBefore(line.invoiceDate());
    }

    public InvoiceLine first() {
        return lines.get(0);
    }

    public String number() {
        return first().invoice();
    }

    public Direction direction() {
        return first().direction();
    }

    public LocalDate date() {
        return first().invoiceDate();
    }

    public CurrencyUnit currency() {
        return first().currency();
    }

    public Optional<LocalDate> findReceived() {
        return lines.stream()
                .map(InvoiceLine::receivedOn)
                .filter(Objects::nonNull)
                .findFirst();
    }

    public Optional<LocalDate> findPaid() {
        return lines.stream().map(InvoiceLine::paidOn).filter(Objects::nonNull).findFirst();
    }

    /** From the first to the last day of what is invoiced; empty where no line says. */
    public Optional<Period> findService() {
        List<Period> periods = lines.stream()
                .map(InvoiceLine::service)
                .filter(Objects::nonNull)
                .toList();
        return periods.stream()
                .reduce((one, other) -> new Period(
                        one.from().isBefore(other.from()) ? one.from() : other.from(),
                        one.to().isAfter(other.to()) ? one.to() : other.to()));
    }

    /** The last day on which something of it was delivered or done: by its lines, or else by the orders that they name. */
    public Optional<LocalDate> findDelivered() {
        return Stream.concat(
                        findService().map(Period::to).stream(),
                        deliveries.stream().map(Purchase::deliveredOn).filter(Objects::nonNull))
                .max(LocalDate::compareTo);
    }

    /** What was paid for it with tax; empty while nothing is known to have been paid. */
    public Optional<BigDecimal> findPaidAmount() {
        return lines.stream()
                .map(InvoiceLine::paidAmount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add);
    }

    /** Without tax, as invoiced. */
    public BigDecimal net() {
        return lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal tax() {
        return lines.stream().map(InvoiceLine::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** With tax, less what credit notes of up to a day gave back. */
    public BigDecimal dueOn(LocalDate day) {
        return creditedUpTo(day).stream()
                .map(note -> note.net().add(note.tax()))
                .reduce(net().add(tax()), BigDecimal::subtract);
    }

    /** Without tax, less what credit notes of up to a day gave back. */
    public BigDecimal netDueOn(LocalDate day) {
        return creditedUpTo(day).stream().map(CreditNote::net).reduce(net(), BigDecimal::subtract);
    }

    private Collection<CreditNote> creditedUpTo(LocalDate day) {
        return creditNotes.stream()
                .filter(note -> !note.issuedOn().isAfter(day))
                .toList();
    }

    /** Orders and contracts that its lines name, orders first. */
    public Set<String> references() {
        Set<String> references = new LinkedHashSet<>();
        lines.forEach(line -> references.add(line.order()));
        lines.forEach(line -> references.add(line.contract()));
        references.remove("");
        return references;
    }

    /** Ids of its rows, by kind. */
    public List<String> rows() {
        return lines.stream().map(line -> line.kind().label() + ":" + line.id()).toList();
    }

    /** The sum of its lines less credit notes of up to a day, each with its cell; with tax or without. */
    public Derivation sum(boolean withTax, LocalDate day) {
        List<Derivation.Input> inputs = new ArrayList<>();
        for (InvoiceLine line : lines) {
            inputs.add(cell("net, line " + line.line(), line.net(), line.id(), "net"));
            if (withTax && line.tax().signum() != 0) {
                inputs.add(cell("tax, line " + line.line(), line.tax(), line.id(), "tax"));
            }
        }
        for (CreditNote note : creditedUpTo(day)) {
            BigDecimal given = withTax ? note.net().add(note.tax()) : note.net();
            inputs.add(new Derivation.Input(
                    "credit note " + note.creditNote(), given.negate().toPlainString(), null));
        }
        BigDecimal sum = withTax ? dueOn(day) : netDueOn(day);
        return new Derivation(Derivation.Operation.SUM, inputs, sum.toPlainString());
    }

    private Derivation.Input cell(String what, BigDecimal value, String row, String column) {
        return Derivation.Input.of(
                what, value.toPlainString(), new FactCell(first().kind().label(), row, column));
    }

    /** A value of its first line as an input of a derivation. */
    public Derivation.Input input(String what, Object value, String column) {
        return Derivation.Input.of(
                what, value.toString(), new FactCell(first().kind().label(), first().id(), column));
    }
}
