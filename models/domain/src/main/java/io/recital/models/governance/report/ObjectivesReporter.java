package io.recital.models.governance.report;

import io.recital.models.contract.DocumentSort;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.governance.Objective;
import io.recital.models.governance.Objective.Link;
import io.recital.models.governance.Recorded;
import io.recital.models.ledger.measure.NamedResults;
import io.recital.models.performance.ComparedContract;
import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report {@code objectives}: what each came to, which contracts serve them, and which serve none. */
public final class ObjectivesReporter implements Reporter {
    private record Member(Standing standing, FamilyMember member) {}

    @Override
    public String name() {
        return "objectives";
    }

    @Override
    public Report report(ReportQuestion question) {
        List<Objective> objectives = question.governance().list(Objective.class).stream()
                .map(Recorded::content)
                .toList();
        List<Member> contracts = contracts(question);
        return new Report(
                name(),
                "Business objectives",
                question.asOf(),
                List.of(
                        realised(objectives, question),
                        links(objectives, question),
                        coverage(objectives, contracts),
                        unserving(objectives, contracts)));
    }

    /** Those in force that stand on their own or are orders; what only changes another serves with it. */
    private static List<Member> contracts(ReportQuestion question) {
        return question.standings().stream()
                .flatMap(standing -> standing.family().inForce(question.asOf()).stream()
                        .filter(member ->
                                DocumentSort.of(ComparedContract.typeIn(member.findings())) != DocumentSort.PART)
                        .map(member -> new Member(standing, member)))
                .toList();
    }

    private static Section realised(List<Objective> objectives, ReportQuestion question) {
        return new Section(
                "Objectives",
                List.of("objective", "aim", "owner", "from", "contracts", "realised", "missing", "rows"),
                objectives.stream()
                        .map(objective -> {
                            ObjectiveValue value = ObjectiveValue.of(objective, question.standings(), question.asOf());
                            return List.of(
                                    ReportCell.of(objective.title()),
                                    ReportCell.of(GovernanceReporter.label(objective.aim())),
                                    ReportCell.of(objective.owner()),
                                    ReportCell.of(objective.from()),
                                    ReportCell.of(objective.links().stream()
                                            .map(Link::contract)
                                            .distinct()
                                            .count()),
                                    ReportCell.of(value.realised()),
                                    ReportCell.of(value.missing()),
                                    ReportCell.of(String.join(" ", value.rows())));
                        })
                        .toList());
    }

    private static Section links(List<Objective> objectives, ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Objective objective : objectives) {
            for (Link link : objective.links()) {
                Optional<Member> member = question.standings().stream()
                        .flatMap(standing -> standing.family().find(link.contract()).stream()
                                .map(found -> new Member(standing, found)))
                        .findFirst();
                member.ifPresent(found -> rows.add(List.of(
                        ReportCell.of(objective.title()),
                        ReportCell.of(found.standing().name()),
                        ReportCell.of(found.member().contract().title()),
                        ReportCell.of(by(link)),
                        ReportCell.of(fault(link, found)))));
            }
        }
        return new Section(
                "What serves them", List.of("objective", "counterparty", "contract", "by", "not found"), rows);
    }

    private static String by(Link link) {
        String lever = link.lever() == null ? "" : link.lever().label();
        String measure = link.measure() == null ? "" : link.measure();
        return (lever + (lever.isEmpty() || measure.isEmpty() ? "" : ", ") + measure);
    }

    /** A link that names what the contract does not have, or what nothing measures, shows nothing. */
    private static String fault(Link link, Member found) {
        boolean noLever = link.lever() != null
                && found.member().findings().stream()
                        .noneMatch(finding ->
                                finding.content() instanceof CommercialLever lever && lever.lever() == link.lever());
        if (noLever) {
            return "the contract has no such lever";
        }
        return link.measure() != null
                        && NamedResults.of(found.standing().dossier(), link.measure())
                                .isEmpty()
                ? "nothing measures it"
                : "";
    }

    private static Section coverage(List<Objective> objectives, List<Member> contracts) {
        long served = contracts.stream()
                .filter(contract -> isServing(objectives, contract))
                .count();
        return new Section(
                "Coverage",
                List.of("contracts in force", "that serve an objective", "that serve none"),
                List.of(List.of(
                        ReportCell.of(contracts.size()),
                        ReportCell.of(served),
                        ReportCell.of(contracts.size() - served))));
    }

    private static Section unserving(List<Objective> objectives, List<Member> contracts) {
        return new Section(
                "Contracts that serve no objective",
                List.of("counterparty", "contract"),
                contracts.stream()
                        .filter(contract -> !isServing(objectives, contract))
                        .map(contract -> List.of(
                                ReportCell.of(contract.standing().name()),
                                ReportCell.of(contract.member().contract().title())))
                        .toList());
    }

    private static boolean isServing(List<Objective> objectives, Member contract) {
        return objectives.stream()
                .anyMatch(objective ->
                        objective.isServedBy(contract.member().contract().id()));
    }
}
