package io.recital.models.ledger.duty;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.FamilyMember;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with the portfolio itself: documents that are missing, unsigned or there twice, what has to be stated again
 * of new versions, contracts that ended and are still invoiced, counterparties with invoices and no contract, odd invoices, contracts and measures that nobody
 * measures.
 */
public final class DiscoveryReporter implements Reporter {
    private static final Set<RelationKind> ODD =
            Set.of(RelationKind.REFERS_TO_MISSING, RelationKind.UNSIGNED, RelationKind.DUPLICATE_OF);

    @Override
    public String name() {
        return "discovery";
    }

    @Override
    public Report report(ReportQuestion question) {
        return new Report(
                name(),
                "Discovery",
                question.asOf(),
                List.of(
                        section(
                                "Documents",
                                List.of("counterparty", "document", "finding", "other", "confidence", "evidence"),
                                documents(question)),
                        section(
                                "Ended and still invoiced",
                                List.of("counterparty", "contract", "ended", "last invoice", "invoices since"),
                                ended(question)),
                        section(
                                "Counterparties with invoices and no contract",
                                List.of("vendor", "invoices", "first", "last", "named contract"),
                                withoutContract(question)),
                        section(
                                "Invoice numbers used twice by one vendor",
                                OddInvoices.NUMBERS,
                                OddInvoices.numbersUsedTwice(question)),
                        section(
                                "Invoices in another currency than the others under the contract",
                                OddInvoices.CURRENCIES,
                                OddInvoices.otherCurrencies(question)),
                        section(
                                "Stated findings to be stated again",
                                List.of("counterparty", "contract", "finding", "id", "words"),
                                toBeStatedAgain(question)),
                        section("Invoice lines below nothing", OddInvoices.NEGATIVE, OddInvoices.negative(question)),
                        section(
                                "Contracts that nobody measures",
                                List.of("counterparty", "contract", "measures"),
                                contractsUnmeasured(question)),
                        section(
                                "Measures that nobody measures",
                                List.of("counterparty", "contract", "measure"),
                                unmeasured(question))));
    }

    private static Report.Section section(String title, List<String> columns, List<List<ReportCell>> rows) {
        return new Report.Section(title, columns, rows);
    }

    private static List<List<ReportCell>> documents(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            ContractFamily family = standing.family();
            family.relations().stream()
                    .filter(relation -> ODD.contains(relation.kind()))
                    .map(relation -> document(standing.name(), family, relation))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static List<ReportCell> document(String name, ContractFamily family, DocumentRelation relation) {
        String title = family.find(relation.contract())
                .map(member -> member.contract().title())
                .orElse("");
        String evidence = relation.evidence().isEmpty()
                ? ""
                : relation.evidence().get(0).path() + " “"
                        + relation.evidence().get(0).quote() + "”";
        return List.of(
                ReportCell.of(name),
                ReportCell.of(title),
                ReportCell.of(relation.kind().label().replace('-', ' ')),
                ReportCell.of(relation.toName()),
                ReportCell.of(BigDecimal.valueOf(Math.round(relation.confidence() * 100), 2)),
                ReportCell.of(evidence.strip()));
    }

    /** What people stated of earlier versions of documents, of which a quote no longer stands in the current one. */
    private static List<List<ReportCell>> toBeStatedAgain(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (FamilyMember member : standing.family().members()) {
                member.lost()
                        .forEach(lost -> rows.add(List.of(
                                ReportCell.of(standing.name()),
                                ReportCell.of(member.contract().title()),
                                ReportCell.of(lost.finding().content().summary()),
                                ReportCell.of(lost.finding().id().toString()),
                                ReportCell.of(lost.words()))));
            }
        }
        return rows;
    }

    private static List<List<ReportCell>> ended(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (FamilyMember member : standing.family().members()) {
                member.findExpiration()
                        .ifPresent(end -> endedRow(standing, member, end).ifPresent(rows::add));
            }
        }
        return rows;
    }

    private static Optional<List<ReportCell>> endedRow(Standing standing, FamilyMember member, LocalDate end) {
        List<InvoiceLine> since = standing.dossier().facts().invoiceLines().stream()
                .filter(line -> (member.bears(line.order())
                                || (member.bears(line.contract()) && isNobodysOrder(standing, line)))
                        && line.priceDay().isAfter(end))
                .toList();
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(
                        ReportCell.of(standing.name()),
                        ReportCell.of(member.contract().title()),
                        ReportCell.of(end),
                        ReportCell.of(since.stream()
                                .map(InvoiceLine::invoiceDate)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()),
                        ReportCell.of(since.stream()
                                .map(InvoiceLine::invoice)
                                .distinct()
                                .count())));
    }

    private static boolean isNobodysOrder(Standing standing, InvoiceLine line) {
        return standing.family().members().stream().noneMatch(member -> member.bears(line.order()));
    }

    private static List<List<ReportCell>> withoutContract(ReportQuestion question) {
        Map<String, List<InvoiceLine>> byVendor = new LinkedHashMap<>();
        question.unassigned().get().stream()
                .filter(fact -> fact instanceof InvoiceLine line && line.direction() == Direction.RECEIVED)
                .map(InvoiceLine.class::cast)
                .sorted(Comparator.comparing(InvoiceLine::invoiceDate))
                .forEach(line -> byVendor.computeIfAbsent(
                                (line.vendor().name() + " " + line.vendor().id()).strip(), key -> new ArrayList<>())
                        .add(line));
        return byVendor.entrySet().stream()
                .map(entry -> List.of(
                        ReportCell.of(entry.getKey()),
                        ReportCell.of(entry.getValue().stream()
                                .map(InvoiceLine::invoice)
                                .distinct()
                                .count()),
                        ReportCell.of(entry.getValue().get(0).invoiceDate()),
                        ReportCell.of(entry.getValue()
                                .get(entry.getValue().size() - 1)
                                .invoiceDate()),
                        ReportCell.of(entry.getValue().stream()
                                .map(InvoiceLine::contract)
                                .filter(contract -> !contract.isBlank())
                                .distinct()
                                .collect(Collectors.joining(", ")))))
                .toList();
    }

    private static List<List<ReportCell>> unmeasured(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            Dossier dossier = standing.dossier();
            Set<String> measured = measured(dossier);
            dossier.family().listInForce(PerformanceMeasure.class, dossier.asOf()).stream()
                    .filter(measure -> !measured.contains(measure.content().name()))
                    .map(measure -> List.of(
                            ReportCell.of(standing.name()),
                            ReportCell.of(measure.member().contract().title()),
                            ReportCell.of(measure.content().name())))
                    .forEach(rows::add);
        }
        return rows;
    }

    /** Those that promise something in numbers of which nothing was ever measured. */
    private static List<List<ReportCell>> contractsUnmeasured(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            Dossier dossier = standing.dossier();
            Set<String> measured = measured(dossier);
            Map<String, List<PerformanceMeasure>> promised =
                    dossier.family().listInForce(PerformanceMeasure.class, dossier.asOf()).stream()
                            .collect(Collectors.groupingBy(
                                    measure -> measure.member().contract().title(),
                                    LinkedHashMap::new,
                                    Collectors.mapping(measure -> measure.content(), Collectors.toList())));
            promised.forEach((contract, measures) -> {
                if (measures.stream().noneMatch(measure -> measured.contains(measure.name()))) {
                    rows.add(List.of(
                            ReportCell.of(standing.name()), ReportCell.of(contract), ReportCell.of(measures.size())));
                }
            });
        }
        return rows;
    }

    private static Set<String> measured(Dossier dossier) {
        return MeasureResults.of(dossier).stream()
                .filter(result -> !result.measurements().isEmpty())
                .map(result -> result.measure().name())
                .collect(Collectors.toSet());
    }
}
