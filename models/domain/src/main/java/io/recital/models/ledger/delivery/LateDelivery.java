package io.recital.models.ledger.delivery;

import static java.util.Objects.requireNonNull;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goods that came after the day that was promised.
 *
 * @param lines the invoice lines that charge for them; empty when none can be told to
 * @param held what the side that waits for them took of the delay
 */
record LateDelivery(Purchase purchase, LocalDate promised, LocalDate delivered, List<InvoiceLine> lines, HeldUp held) {
    LateDelivery {
        requireNonNull(purchase, "purchase");
        requireNonNull(held, "held");
        lines = List.copyOf(lines);
    }

    /** The same where the side that waits held it up: that many days do not count. */
    LateDelivery heldUp(HeldUp by) {
        return new LateDelivery(purchase, promised, delivered, lines, by);
    }

    /** The lines of the order's item: those for the day of delivery, where one order was delivered in several parts. */
    static LateDelivery of(Purchase purchase, LocalDate promised, LocalDate delivered, List<InvoiceLine> all) {
        List<InvoiceLine> ofItem = all.stream()
                .filter(line -> line.net().signum() > 0
                        && line.contract().equals(purchase.contract())
                        && !purchase.order().isBlank()
                        && line.order().equals(purchase.order())
                        && line.product().equalsIgnoreCase(purchase.product()))
                .toList();
        List<InvoiceLine> ofDay = ofItem.stream()
                .filter(line -> line.service() != null && line.service().holds(delivered))
                .toList();
        List<InvoiceLine> ofQuantity = ofItem.stream()
                .filter(line -> purchase.quantityReceived() != null
                        && line.quantity().compareTo(purchase.quantityReceived()) == 0)
                .toList();
        List<InvoiceLine> one = ofItem.size() == 1
                ? ofItem
                : ofDay.size() == 1 ? ofDay : ofQuantity.size() == 1 ? ofQuantity : List.of();
        return new LateDelivery(
                purchase,
                promised,
                delivered,
                ofItem.isEmpty() ? ofOrder(purchase, delivered, all) : one,
                HeldUp.NOTHING);
    }

    /** Where no line bears the item, as for a job that is invoiced in parts: the lines of one invoice for the order and the day. */
    private static List<InvoiceLine> ofOrder(Purchase purchase, LocalDate delivered, List<InvoiceLine> all) {
        List<InvoiceLine> ofOrder = all.stream()
                .filter(line -> line.net().signum() > 0 && line.contract().equals(purchase.contract()))
                .filter(line -> !purchase.order().isBlank() && line.order().equals(purchase.order()))
                .toList();
        boolean together = ofOrder.stream().map(InvoiceLine::invoice).distinct().count() == 1
                && ofOrder.stream().map(InvoiceLine::currency).distinct().count() == 1
                && ofOrder.stream()
                        .allMatch(
                                line -> line.service() != null && line.service().equals(Period.ofDay(delivered)));
        return together ? ofOrder : List.of();
    }

    /** How many days or weeks of the delay count. */
    long periods(LateDeliveryTerm term, BusinessCalendar calendar, List<Derivation> workings) {
        long late = days(promised, delivered, term.countsBusinessDays(), calendar);
        String days = term.countsBusinessDays() ? " business days" : " days";
        workings.add(new Derivation(
                Operation.DAYS_BETWEEN,
                List.of(cell("promised", promised, "promised_on"), cell("delivered", delivered, "delivered_on")),
                ChronoUnit.DAYS.between(promised, delivered) + " days"));
        long between = ChronoUnit.DAYS.between(promised, delivered);
        if (between != late) {
            workings.add(less(between + " days", "no business days among them", between - late + " days", late + days));
        }
        if (held.days() > 0) {
            long own = days(promised, promised.plusDays(held.days()), term.countsBusinessDays(), calendar);
            workings.add(less(late + days, "held up by the side that waits", own + days, late - own + days));
            late -= own;
        }
        long counted = late;
        if (term.free().isPresent()) {
            FreeDays free = term.free().get();
            LocalDate start = promised.plusDays(held.days());
            LocalDate last = free.span().after(start, calendar);
            long off = days(start, last, term.countsBusinessDays(), calendar);
            if (!delivered.isAfter(last)) {
                return 0;
            }
            if (free.takenOff()) {
                counted = late - off;
                workings.add(new Derivation(
                        Operation.DIFFERENCE,
                        List.of(
                                new Input("delay", late + days, null),
                                new Input("free", off + days, free.stated().citation())),
                        counted + days));
            }
        }
        int each = term.daysOfPeriod();
        long periods = term.countsCommenced() ? -Math.floorDiv(-counted, each) : counted / each;
        if (each > 1) {
            workings.add(new Derivation(
                    term.countsCommenced() ? Operation.COMMENCED_QUOTIENT : Operation.WHOLE_QUOTIENT,
                    List.of(
                            new Input("delay", counted + days, null),
                            new Input(term.countsCommenced() ? "each commenced" : "each full", each + days, null)),
                    Long.toString(periods)));
        }
        return Math.max(0, periods);
    }

    private static Derivation less(String from, String what, String off, String left) {
        return new Derivation(
                Operation.DIFFERENCE, List.of(new Input("delay", from, null), new Input(what, off, null)), left);
    }

    private static long days(LocalDate from, LocalDate to, boolean business, BusinessCalendar calendar) {
        return to.isAfter(from)
                ? from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(day -> !business || calendar.isBusinessDay(day))
                        .count()
                : 0;
    }

    BigDecimal price() {
        return lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The price added up, where several lines make it up. */
    Optional<Derivation> priceOfSeveral() {
        return lines.size() < 2
                ? Optional.empty()
                : Optional.of(new Derivation(
                        Operation.SUM, lines.stream().map(this::netOf).toList(), currency() + price().toPlainString()));
    }

    private Input netOf(InvoiceLine line) {
        return Input.of(
                line.description(),
                currency() + line.net().toPlainString(),
                new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net"));
    }

    private String currency() {
        return lines.get(0).currency().getCode() + " ";
    }

    Input priceInput() {
        InvoiceLine line = lines.get(0);
        if (lines.size() > 1) {
            return new Input("price of what came late", currency() + price().toPlainString(), null);
        }
        return Input.of(
                "price of what came late",
                line.currency().getCode() + " " + line.net().toPlainString(),
                new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net"));
    }

    private Input cell(String what, LocalDate day, String column) {
        return Input.of(what, day.toString(), new FactCell(FactKind.PURCHASE.label(), purchase.id(), column));
    }

    /** Ids of its rows, by kind. */
    List<String> rows() {
        List<String> rows = new ArrayList<>(List.of(FactKind.PURCHASE.label() + ":" + purchase.id()));
        lines.forEach(line -> rows.add(FactKind.INVOICE_LINE.label() + ":" + line.id()));
        rows.addAll(held.rows());
        return rows;
    }

    String name() {
        return (purchase.product() + (purchase.order().isBlank() ? "" : ", order " + purchase.order())).strip();
    }
}
