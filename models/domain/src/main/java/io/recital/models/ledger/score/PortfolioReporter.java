package io.recital.models.ledger.score;

import io.recital.models.contract.DocumentSort;
import io.recital.models.evidence.Citation;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.family.ValuesInForce;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerTotal;
import io.recital.models.performance.ComparedContract;
import io.recital.models.report.PartedReporter;
import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The report {@code portfolio}: what contracts are worth and by what right it is said, what of it is at risk, and what of
 * the money that clauses give has come in. Currencies and bases are never added up: no rate is agreed for that.
 */
public final class PortfolioReporter implements PartedReporter<PortfolioReporter.Part> {
    private static final String UNKNOWN = ValueBasis.UNKNOWN.name().toLowerCase(Locale.ROOT);

    /** What a contract is worth by its own words; an amount of none where it states none. */
    private record Value(String contract, String basis, List<Money> amount, String end, String clauses) {}

    /** Sums of a counterparty by what they are and their currency. */
    record Part(
            Standing standing,
            List<Value> values,
            Map<CurrencyUnit, BigDecimal> bought,
            Map<CurrencyUnit, BigDecimal> sold,
            Map<CurrencyUnit, BigDecimal> credited,
            List<LedgerTotal> open) {}

    @Override
    public String name() {
        return "portfolio";
    }

    @Override
    public Part part(Standing standing, ReportQuestion question) {
        Dossier dossier = standing.dossier();
        Period days = question.daysOrYear();
        return new Part(
                standing,
                values(standing, question),
                invoiced(dossier, days, Direction.RECEIVED),
                invoiced(dossier, days, Direction.ISSUED),
                credited(dossier, days),
                open(standing.ledger(), days).totals(question.asOf()));
    }

    private static Ledger open(Ledger ledger, Period days) {
        return new Ledger(ledger.entries().stream()
                .filter(entry -> entry.period().overlaps(days))
                .collect(Collectors.toList()));
    }

    @Override
    public Report report(ReportQuestion question, List<Part> parts) {
        return new Report(
                name(),
                "Portfolio " + question.daysOrYear(),
                question.asOf(),
                List.of(totals(parts), contracts(parts), actual(parts), atRisk(parts), realised(parts)));
    }

    private static List<Value> values(Standing standing, ReportQuestion question) {
        List<Governed<ContractFact>> stated = ValuesInForce.of(standing.family(), question.asOf());
        List<Value> values = new ArrayList<>();
        for (FamilyMember member : standing.family().inForce(question.asOf())) {
            List<Value> own = stated.stream()
                    .filter(governed -> governed.member().equals(member))
                    .map(PortfolioReporter::value)
                    .toList();
            values.addAll(own);
            boolean standsAlone = DocumentSort.of(ComparedContract.typeIn(member.findings())) != DocumentSort.PART;
            if (own.isEmpty() && standsAlone && stated.stream().noneMatch(governed -> changes(governed, member))) {
                values.add(new Value(member.contract().title(), UNKNOWN, List.of(), end(member), ""));
            }
        }
        return values;
    }

    private static boolean changes(Governed<ContractFact> governed, FamilyMember member) {
        return governed.replaced().stream()
                .anyMatch(old -> old.contract().equals(member.contract().id()));
    }

    private static Value value(Governed<ContractFact> governed) {
        ContractFact fact = governed.content();
        List<Money> amount = fact.value() instanceof TypedValue.Amount stated
                ? List.of(stated.value().toMoney(RoundingMode.HALF_UP))
                : List.of();
        String basis = fact.basis() == null || amount.isEmpty()
                ? UNKNOWN
                : fact.basis().name().toLowerCase(Locale.ROOT);
        return new Value(
                governed.member().contract().title(),
                basis,
                amount,
                end(governed.member()),
                governed.finding().citations().stream()
                        .map(PortfolioReporter::place)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static String place(Citation citation) {
        return (citation.file() + " " + citation.path()).strip();
    }

    private static String end(FamilyMember member) {
        return member.findExpiration().map(Object::toString).orElse("");
    }

    private static Map<CurrencyUnit, BigDecimal> invoiced(Dossier dossier, Period days, Direction direction) {
        return sums(dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && days.holds(line.invoiceDate()))
                .collect(Collectors.groupingBy(
                        InvoiceLine::currency,
                        Collectors.reducing(BigDecimal.ZERO, InvoiceLine::net, BigDecimal::add))));
    }

    private static Map<CurrencyUnit, BigDecimal> credited(Dossier dossier, Period days) {
        return sums(dossier.facts().creditNotes().stream()
                .filter(note -> note.direction() == Direction.RECEIVED && days.holds(note.issuedOn()))
                .collect(Collectors.groupingBy(
                        CreditNote::currency, Collectors.reducing(BigDecimal.ZERO, CreditNote::net, BigDecimal::add))));
    }

    private static Map<CurrencyUnit, BigDecimal> sums(Map<CurrencyUnit, BigDecimal> sums) {
        return new TreeMap<>(sums);
    }

    private static Section totals(List<Part> parts) {
        record Line(String basis, String currency) {}
        Map<Line, List<Value>> lines = parts.stream()
                .flatMap(part -> part.values().stream())
                .collect(Collectors.groupingBy(
                        value -> new Line(
                                value.basis(),
                                value.amount().stream()
                                        .map(amount -> amount.getCurrencyUnit().getCode())
                                        .findFirst()
                                        .orElse("")),
                        () -> new TreeMap<>(Comparator.comparing(Line::basis).thenComparing(Line::currency)),
                        Collectors.toList()));
        return new Section(
                "Value under contract, by basis and currency",
                List.of("basis", "currency", "contracts", "value"),
                lines.entrySet().stream()
                        .map(line -> List.of(
                                ReportCell.of(line.getKey().basis()),
                                ReportCell.of(line.getKey().currency()),
                                ReportCell.of(line.getValue().size()),
                                sum(line.getValue())))
                        .toList());
    }

    private static ReportCell sum(List<Value> values) {
        return values.stream()
                .flatMap(value -> value.amount().stream())
                .reduce(Money::plus)
                .map(ReportCell::of)
                .orElse(ReportCell.EMPTY);
    }

    private static Section contracts(List<Part> parts) {
        return new Section(
                "Value by contract",
                List.of("counterparty", "contract", "basis", "value", "ends", "clauses"),
                parts.stream()
                        .flatMap(part -> part.values().stream()
                                .map(value -> List.of(
                                        ReportCell.of(part.standing().name()),
                                        ReportCell.of(value.contract()),
                                        ReportCell.of(value.basis()),
                                        sum(List.of(value)),
                                        ReportCell.of(value.end()),
                                        ReportCell.of(value.clauses()))))
                        .toList());
    }

    private static Section actual(List<Part> parts) {
        return new Section(
                "Actual: what was invoiced in these days, without tax",
                List.of("counterparty", "direction", "invoiced"),
                parts.stream()
                        .flatMap(part -> Stream.concat(
                                lines(part, "we pay", part.bought()), lines(part, "we are paid", part.sold())))
                        .toList());
    }

    private static Stream<List<ReportCell>> lines(Part part, String direction, Map<CurrencyUnit, BigDecimal> sums) {
        return sums.entrySet().stream()
                .map(sum -> List.of(
                        ReportCell.of(part.standing().name()),
                        ReportCell.of(direction),
                        ReportCell.of(money(sum.getKey(), sum.getValue()))));
    }

    private static Section atRisk(List<Part> parts) {
        return new Section(
                "Value at risk: what the ledger holds of these days that is not settled, by class",
                List.of("counterparty", "class", "certain", "provisional"),
                parts.stream()
                        .flatMap(part -> part.open().stream()
                                .filter(total -> total.certain().isPositive()
                                        || total.provisional().isPositive())
                                .map(total -> List.of(
                                        ReportCell.of(part.standing().name()),
                                        ReportCell.of(total.leakage().label()),
                                        ReportCell.of(total.certain()),
                                        ReportCell.of(total.provisional()))))
                        .toList());
    }

    private static Section realised(List<Part> parts) {
        return new Section(
                "Realised against negotiated: credited, still to be asked for, and gone",
                List.of("counterparty", "realised", "open", "lapsed", "missed", "negotiated", "realised in percent"),
                parts.stream()
                        .flatMap(part -> NegotiatedValue.of(part.credited(), part.open()).stream()
                                .map(value -> List.of(
                                        ReportCell.of(part.standing().name()),
                                        ReportCell.of(value.realised()),
                                        ReportCell.of(value.open()),
                                        ReportCell.of(value.lapsed()),
                                        ReportCell.of(value.missed()),
                                        ReportCell.of(value.negotiated()),
                                        value.percent().map(ReportCell::of).orElse(ReportCell.EMPTY))))
                        .toList());
    }

    private static Money money(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }
}
