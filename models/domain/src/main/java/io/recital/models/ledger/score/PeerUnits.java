package io.recital.models.ledger.score;

import static java.util.function.Predicate.not;

import io.recital.models.maturity.Assessment;
import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.Indicator;
import io.recital.models.maturity.MaturityEvidence;
import io.recital.models.maturity.Share;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The units of a tenant beside each other: by its own companies that sign where there are two or more, or else by the side
 * on which it stands. Each is judged by the counterparties that it alone deals with.
 */
final class PeerUnits {
    private static final List<String> COLUMNS =
            List.of("unit", "counterparties", "dimension", "stage", "found", "in the other units");

    private final LocalDate day;
    private final Map<Criterion, Boolean> answers;
    private final boolean byCompany;
    private final Map<String, List<MaturityPart>> units;

    private PeerUnits(ReportQuestion question, List<MaturityPart> parts) {
        this.day = question.asOf();
        this.answers = MaturityReporter.answersOn(day, question);
        this.byCompany = parts.stream()
                        .map(MaturityPart::unit)
                        .filter(OwnUnit::isOneCompany)
                        .map(OwnUnit::companyKey)
                        .distinct()
                        .count()
                >= 2;
        this.units = byCompany ? byCompany(parts) : grouped(parts, OwnUnit::side);
    }

    static Report.Section of(ReportQuestion question, List<MaturityPart> parts) {
        PeerUnits peers = new PeerUnits(question, parts);
        List<List<ReportCell>> rows = new ArrayList<>();
        peers.units.forEach((name, unit) -> rows.addAll(peers.rows(name, unit)));
        return new Report.Section(peers.title(), COLUMNS, rows);
    }

    private String title() {
        String by = byCompany
                ? "by the own company that signs"
                : "by the side on which you stand: the contracts do not tell of two own companies";
        return "Peer units, " + by + " (answers count for all of them)";
    }

    /** Under the name as it was written first. */
    private static Map<String, List<MaturityPart>> byCompany(List<MaturityPart> parts) {
        Map<String, String> names = new TreeMap<>();
        parts.forEach(
                part -> names.putIfAbsent(part.unit().companyKey(), part.unit().company()));
        return grouped(parts, unit -> names.getOrDefault(unit.companyKey(), unit.company()));
    }

    private static Map<String, List<MaturityPart>> grouped(List<MaturityPart> parts, Function<OwnUnit, String> name) {
        return parts.stream()
                .collect(Collectors.groupingBy(part -> name.apply(part.unit()), TreeMap::new, Collectors.toList()));
    }

    private List<List<ReportCell>> rows(String name, List<MaturityPart> unit) {
        Map<Indicator, Share> own = shares(unit);
        List<MaturityPart> rest = units.entrySet().stream()
                .filter(not(entry -> entry.getKey().equals(name)))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        Map<Indicator, Share> others = rest.isEmpty() ? Map.of() : shares(rest);
        return Assessment.of(new MaturityEvidence(own, answers), day).standings().stream()
                .map(standing -> List.of(
                        ReportCell.of(name),
                        ReportCell.of(unit.size()),
                        ReportCell.of(standing.dimension().label()),
                        ReportCell.of(MaturityReporter.stage(standing)),
                        ReportCell.of(found(standing, own)),
                        ReportCell.of(found(standing, others))))
                .toList();
    }

    private Map<Indicator, Share> shares(Collection<MaturityPart> parts) {
        return MaturityCount.shares(parts.stream().map(part -> part.on(day)).toList());
    }

    private static String found(Assessment.Standing standing, Map<Indicator, Share> shares) {
        return standing.results().stream()
                .flatMap(result -> result.criterion().indicator().stream())
                .distinct()
                .flatMap(indicator -> Stream.ofNullable(shares.get(indicator))
                        .map(share -> indicator.label() + " " + MaturityReporter.share(share)))
                .collect(Collectors.joining("; "));
    }
}
