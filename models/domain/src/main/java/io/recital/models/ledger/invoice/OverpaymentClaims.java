package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Claimed;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes one entry of what several lines were overcharged: paid only, less what was credited, until when it can be asked back. */
public final class OverpaymentClaims {
    private final Dossier dossier;
    private final PriceBook book;
    private final Credits credits;
    private final Map<InvoiceKey, List<InvoiceLine>> invoices;

    /** Those of a dossier, which several checks make. */
    public static OverpaymentClaims of(Dossier dossier) {
        return dossier.reading(OverpaymentClaims.class, OverpaymentClaims::new);
    }

    private OverpaymentClaims(Dossier dossier) {
        this.dossier = dossier;
        this.book = PriceBook.of(dossier);
        this.credits = new Credits(dossier.facts());
        this.invoices =
                dossier.facts().invoiceLines().stream().collect(Collectors.groupingBy(OverpaymentClaims::invoice));
    }

    /** What tells invoices apart: sellers may use a number of each other, and again in another year. */
    record InvoiceKey(String vendor, String number, LocalDate date) {}

    static InvoiceKey invoice(InvoiceLine line) {
        return new InvoiceKey(line.vendor().id(), line.invoice(), line.invoiceDate());
    }

    /**
     * The recoverable overpayment of lines of one matter; empty where nothing was paid or all was given back. What is
     * still to be paid of the same matter counts too: it was invoiced, and is to be credited with the rest.
     */
    public Optional<LedgerEntry> overpayment(String check, Part part, String title, List<Overcharge> overcharges) {
        List<Overcharge> open = overcharges.stream()
                .filter(overcharge -> !isWithheld(overcharge))
                .toList();
        if (open.stream().allMatch(overcharge -> overcharge.line().paidOn() == null)) {
            return Optional.empty();
        }
        List<Optional<RefundClause>> refunds = open.stream()
                .map(overcharge -> RefundClause.find(book, overcharge.line(), dossier.asOf()))
                .toList();
        List<Optional<LocalDate>> until = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            InvoiceLine line = open.get(i).line();
            until.add(refunds.get(i).flatMap(clause -> clause.lastDay(line)));
        }
        List<Finding> clauses = refunds.stream()
                .flatMap(Optional::stream)
                .map(RefundClause::finding)
                .toList();
        return entry(
                check, LeakageClass.RECOVERABLE_OVERPAYMENT, part, title, open, clauses, RefundClause.earliest(until));
    }

    /** An entry of any class: the sum of the lines, less the credit notes that are for them. */
    Optional<LedgerEntry> entry(
            String check,
            LeakageClass leakage,
            Part part,
            String title,
            List<Overcharge> overcharges,
            List<Finding> clauses,
            @Nullable LocalDate until) {
        List<InvoiceLine> lines = overcharges.stream().map(Overcharge::line).toList();
        CurrencyUnit currency = lines.get(0).currency();
        Workings workings = new Workings(currency);
        overcharges.forEach(overcharge -> workings.steps().addAll(overcharge.workings()));
        BigDecimal sum = overcharges.stream().map(Overcharge::excess).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (overcharges.size() > 1) {
            workings.step(Operation.SUM, workings.money(sum), inputs(workings, overcharges));
        }
        List<CreditNote> given = leakage == LeakageClass.UNDER_BILLING ? List.of() : credits.against(lines, sum);
        BigDecimal left = sum;
        for (CreditNote note : given) {
            Input before = Workings.earlier("so far", workings.money(left));
            left = left.subtract(note.net());
            workings.step(
                    Operation.DIFFERENCE,
                    workings.money(left),
                    before,
                    Workings.cell("credited, " + note.creditNote(), note, "net", note.net()));
        }
        BigDecimal amount = left.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        if (amount.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new LedgerEntry(
                        check,
                        leakage,
                        title,
                        period(lines),
                        Money.of(currency, amount),
                        rests(overcharges, clauses),
                        rows(overcharges, given),
                        workings.steps(),
                        until,
                        overcharges.stream()
                                .mapToDouble(Overcharge::confidence)
                                .min()
                                .orElse(0))
                .claiming(claimed(part, overcharges)));
    }

    /** The money of the lines themselves, or what a clause gives for them. */
    private static Claimed claimed(Part part, List<Overcharge> overcharges) {
        return new Claimed(
                part,
                overcharges.stream()
                        .map(overcharge -> part == Part.CONSEQUENCE
                                ? overcharge.rests().get(0).id() + " " + row(overcharge.line())
                                : row(overcharge.line()))
                        .collect(Collectors.toSet()));
    }

    static String row(InvoiceLine line) {
        return line.kind().label() + ":" + line.id();
    }

    private static Input[] inputs(Workings workings, List<Overcharge> overcharges) {
        return overcharges.stream()
                .map(overcharge -> Workings.earlier(
                        "invoice " + overcharge.line().invoice() + ", line "
                                + overcharge.line().line(),
                        workings.money(overcharge.excess())))
                .toArray(Input[]::new);
    }

    private static List<Finding> rests(List<Overcharge> overcharges, List<Finding> clauses) {
        return Stream.concat(overcharges.stream().flatMap(overcharge -> overcharge.rests().stream()), clauses.stream())
                .distinct()
                .toList();
    }

    private static List<String> rows(List<Overcharge> overcharges, List<CreditNote> given) {
        Set<String> rows = new LinkedHashSet<>();
        for (Overcharge overcharge : overcharges) {
            rows.add(overcharge.line().kind().label() + ":" + overcharge.line().id());
            rows.addAll(overcharge.rows());
        }
        given.forEach(note -> rows.add(note.kind().label() + ":" + note.id()));
        return List.copyOf(rows);
    }

    static Period period(List<InvoiceLine> lines) {
        LocalDate from = lines.stream()
                .map(OverpaymentClaims::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate to = lines.stream()
                .map(InvoiceLine::priceDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new Period(from, to.isBefore(from) ? from : to);
    }

    private static LocalDate first(InvoiceLine line) {
        return line.service() == null ? line.invoiceDate() : line.service().from();
    }

    /** Whether the tenant paid just so much less than invoiced. */
    private boolean isWithheld(Overcharge overcharge) {
        List<InvoiceLine> all = invoices.getOrDefault(invoice(overcharge.line()), List.of());
        Optional<BigDecimal> paid = all.stream()
                .map(InvoiceLine::paidAmount)
                .flatMap(amount -> Optional.ofNullable(amount).stream())
                .findFirst();
        BigDecimal gross =
                all.stream().map(line -> line.net().add(line.tax())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax =
                overcharge.excess().multiply(overcharge.line().taxRate()).movePointLeft(2);
        return paid.map(gross::subtract)
                .filter(less -> isAbout(less, overcharge.excess())
                        || isAbout(less, overcharge.excess().add(tax)))
                .isPresent();
    }

    private static boolean isAbout(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(new BigDecimal("0.01")) <= 0;
    }
}
