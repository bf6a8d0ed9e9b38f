package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * What an audit found for a period: how much less was paid, or more was charged, than should have been.
 *
 * @param row that tells it
 * @param difference positive or nothing
 * @param stated what had been paid, invoiced or reported before; nothing where that is not known
 * @param workings how difference and stated came about
 */
record AuditResult(
        Measurement row,
        AuditCostTerm.Wrong wrong,
        CurrencyUnit currency,
        BigDecimal difference,
        BigDecimal stated,
        List<Derivation> workings,
        List<String> rows) {
    private static final Pattern FOUND = Pattern.compile(
            "\\b(?:found|established|determined|audited|examined|inspected|as\\s+per)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COST =
            Pattern.compile("\\b(?:costs?|fees?|bills?|expenses)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OF_AUDITS = NameWords.of(
                    "found by inspection audit audited examination examined inspected review established determined as per")
            .all();

    AuditResult {
        workings = List.copyOf(workings);
        rows = List.copyOf(rows);
    }

    /** All of a dossier. */
    static List<AuditResult> of(Dossier dossier) {
        return dossier.facts().measurements().stream()
                .filter(row -> row.value() != null
                        && AuditCostTerm.isAudit(row.measure())
                        && !COST.matcher(row.measure()).find())
                .flatMap(row -> of(dossier, row).stream())
                .toList();
    }

    private static Optional<AuditResult> of(Dossier dossier, Measurement row) {
        Optional<CurrencyUnit> currency = ReportedSales.currency(row.unit());
        Optional<AuditCostTerm.Wrong> wrong = AuditCostTerm.wrongOf(row.measure());
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        return wrong.isPresent()
                ? Optional.of(difference(dossier, row, wrong.get(), currency.get()))
                : found(dossier, row, currency.get());
    }

    /** The report tells the difference itself. */
    private static AuditResult difference(
            Dossier dossier, Measurement row, AuditCostTerm.Wrong wrong, CurrencyUnit currency) {
        boolean under = wrong == AuditCostTerm.Wrong.UNDER;
        Predicate<InvoiceLine> audited = line -> !under || Royalties.isRoyalty(line);
        List<InvoiceLine> before = dossier.facts().invoiceLines().stream()
                .filter(line -> line.service() != null
                        && line.vendor().id().equals(row.vendor().id())
                        && line.currency().equals(currency)
                        && line.invoiceDate().isBefore(row.reportedOn())
                        && row.period().holds(line.service().from())
                        && row.period().holds(line.service().to()))
                .toList();
        List<InvoiceLine> own = before.stream().filter(audited).toList();
        List<InvoiceLine> lines = own.isEmpty() ? before : own;
        BigDecimal stated = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Derivation> steps = lines.isEmpty()
                ? List.of()
                : List.of(new Derivation(
                        Operation.SUM,
                        lines.stream()
                                .map(line -> Input.of(
                                        "invoice " + line.invoice() + ", line " + line.line(),
                                        line.net().toPlainString(),
                                        new FactCell(line.kind().label(), line.id(), "net")))
                                .toList(),
                        stated.toPlainString()));
        List<String> rows = new ArrayList<>(List.of(key(row)));
        lines.forEach(line -> rows.add(line.kind().label() + ":" + line.id()));
        return new AuditResult(row, wrong, currency, value(row), stated, steps, rows);
    }

    /** The report tells what it found of something that had been reported before. */
    private static Optional<AuditResult> found(Dossier dossier, Measurement row, CurrencyUnit currency) {
        if (!FOUND.matcher(row.measure()).find()) {
            return Optional.empty();
        }
        Set<String> name = new TreeSet<>(NameWords.of(row.measure()).all());
        name.removeAll(OF_AUDITS);
        List<Measurement> reported = dossier.facts().measurements().stream()
                .filter(other -> other.period().equals(row.period())
                        && other.unit().equals(row.unit())
                        && other.value() != null
                        && other.reportedOn().isBefore(row.reportedOn())
                        && NameWords.of(other.measure()).all().equals(name))
                .toList();
        if (name.isEmpty() || reported.size() != 1) {
            return Optional.empty();
        }
        BigDecimal stated = value(reported.get(0));
        BigDecimal difference = value(row).subtract(stated);
        List<Derivation> steps = List.of(new Derivation(
                Operation.DIFFERENCE,
                List.of(cell("found", row), cell("reported", reported.get(0))),
                difference.toPlainString()));
        return difference.signum() <= 0
                ? Optional.empty()
                : Optional.of(new AuditResult(
                        row,
                        AuditCostTerm.Wrong.UNDER,
                        currency,
                        difference,
                        stated,
                        steps,
                        List.of(key(row), key(reported.get(0)))));
    }

    static Input cell(String what, Measurement row) {
        return Input.of(
                what, value(row).toPlainString(), new FactCell(row.kind().label(), row.id(), "value"));
    }

    static String key(Measurement row) {
        return row.kind().label() + ":" + row.id();
    }

    static BigDecimal value(Measurement row) {
        BigDecimal value = row.value();
        return value == null ? BigDecimal.ZERO : value;
    }

    /** What should have been paid, or charged. */
    BigDecimal due() {
        return wrong == AuditCostTerm.Wrong.OVER ? stated.subtract(difference) : stated.add(difference);
    }

    Period period() {
        return row.period();
    }

    /** What an audit cost, of which this is a result: lines of invoices of somebody else, or a row that tells it. */
    static Stream<InvoiceLine> bills(Dossier dossier, Measurement row) {
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == Direction.RECEIVED
                        && !line.vendor().id().equals(row.vendor().id())
                        && line.invoiceDate().isAfter(row.period().to())
                        && line.invoiceDate().isAfter(row.reportedOn().minusMonths(6))
                        && line.invoiceDate().isBefore(row.reportedOn().plusMonths(12)))
                .toList();
        Set<String> invoices = lines.stream()
                .filter(line -> AuditCostTerm.isAudit(line.description()))
                .map(InvoiceLine::invoice)
                .collect(Collectors.toSet());
        return lines.stream().filter(line -> invoices.contains(line.invoice()));
    }

    static List<Measurement> costs(Dossier dossier, Measurement row) {
        return dossier.facts().measurements().stream()
                .filter(other -> other.value() != null
                        && other.reportedOn().equals(row.reportedOn())
                        && COST.matcher(other.measure()).find()
                        && AuditCostTerm.isAudit(other.measure())
                        && other.unit().equals(row.unit()))
                .toList();
    }
}
