package io.recital.models.governance.report;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.Finding;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.governance.Dispute;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Idea;
import io.recital.models.governance.Meeting;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.Risk;
import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report {@code governance}: meetings, actions and what they did, risks, ideas, disputes; what is overdue first. */
public final class GovernanceReporter implements Reporter {
    private record Of<R extends GovernanceRecord>(Standing standing, R content) {}

    @Override
    public String name() {
        return "governance";
    }

    @Override
    public Report report(ReportQuestion question) {
        return new Report(
                name(),
                "Governance",
                question.asOf(),
                List.of(
                        meetings(question),
                        called(question),
                        reports(question),
                        actions(question),
                        risks(question),
                        ideas(question),
                        disputes(question)));
    }

    private static <R extends GovernanceRecord> List<Of<R>> of(ReportQuestion question, Class<R> sort) {
        return question.standings().stream()
                .flatMap(standing -> question.governance().list(sort, id(standing)).stream()
                        .map(Recorded::content)
                        .map(content -> new Of<>(standing, content)))
                .toList();
    }

    private static UUID id(Standing standing) {
        return standing.family().counterparty().id();
    }

    private static Section meetings(ReportQuestion question) {
        return new Section(
                "Meetings",
                List.of("counterparty", "kind", "title", "day", "held on", "state", "attendees", "findings"),
                of(question, Meeting.class).stream()
                        .sorted(Comparator.comparing(each -> each.content().day()))
                        .map(each -> {
                            Meeting meeting = each.content();
                            return List.of(
                                    ReportCell.of(each.standing().name()),
                                    ReportCell.of(label(meeting.kind())),
                                    ReportCell.of(meeting.title()),
                                    ReportCell.of(meeting.day()),
                                    day(meeting.heldOn()),
                                    ReportCell.of(state(meeting, question.asOf())),
                                    ReportCell.of(String.join(", ", meeting.attendees())),
                                    ReportCell.of(String.join(" ", meeting.findings())));
                        })
                        .toList());
    }

    private static String state(Meeting meeting, LocalDate asOf) {
        return meeting.isHeldBy(asOf) ? "held" : meeting.isOverdueOn(asOf) ? "not held" : "planned";
    }

    private static Section called(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            List<Meeting> meetings = question.governance().list(Meeting.class, id(standing)).stream()
                    .map(Recorded::content)
                    .toList();
            for (MeetingDuty duty : MeetingDuty.of(standing.dossier(), meetings)) {
                rows.add(List.of(
                        ReportCell.of(standing.name()),
                        ReportCell.of(duty.clause().content().summary()),
                        ReportCell.of(duty.about().from()),
                        ReportCell.of(duty.about().to()),
                        ReportCell.of(label(duty.state())),
                        ReportCell.of(clauses(List.of(duty.clause())))));
            }
        }
        return new Section(
                "Meetings that clauses call for",
                List.of("counterparty", "what", "from", "to", "state", "clauses"),
                rows);
    }

    private static Section reports(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Of<Meeting> each : of(question, Meeting.class)) {
            for (Meeting.DueReport report : each.content().reports()) {
                rows.add(List.of(
                        ReportCell.of(each.standing().name()),
                        ReportCell.of(each.content().title()),
                        ReportCell.of(report.name()),
                        ReportCell.of(report.due()),
                        day(report.received()),
                        ReportCell.of(report.isMissingOn(question.asOf()) ? "missing" : "")));
            }
        }
        return new Section(
                "Reports due before meetings",
                List.of("counterparty", "meeting", "report", "due", "received", "state"),
                rows);
    }

    private static Section actions(ReportQuestion question) {
        return new Section(
                "Corrective actions",
                List.of(
                        "counterparty",
                        "action",
                        "whose",
                        "owner",
                        "due",
                        "done",
                        "state",
                        "measure",
                        "before",
                        "after",
                        "effect",
                        "rows"),
                of(question, CorrectiveAction.class).stream()
                        .sorted(Comparator.comparing(each -> each.content().due()))
                        .map(each -> action(each, question.asOf()))
                        .toList());
    }

    private static List<ReportCell> action(Of<CorrectiveAction> each, LocalDate asOf) {
        CorrectiveAction action = each.content();
        ActionEffect effect = ActionEffect.of(each.standing().dossier(), action);
        return List.of(
                ReportCell.of(each.standing().name()),
                ReportCell.of(action.title()),
                ReportCell.of(label(action.side())),
                ReportCell.of(action.owner()),
                ReportCell.of(action.due()),
                day(action.done()),
                ReportCell.of(label(action.stateOn(asOf))),
                ReportCell.of(Optional.ofNullable(action.measure()).orElse("")),
                Optional.ofNullable(effect.before()).map(ReportCell::of).orElse(ReportCell.EMPTY),
                Optional.ofNullable(effect.after()).map(ReportCell::of).orElse(ReportCell.EMPTY),
                ReportCell.of(effect.display()),
                ReportCell.of(String.join(" ", effect.rows())));
    }

    private static Section risks(ReportQuestion question) {
        LocalDate asOf = question.asOf();
        return new Section(
                "Risks, the highest first",
                List.of("counterparty", "risk", "rating", "level", "owner", "mitigation", "review on", "state"),
                question.governance().list(Risk.class).stream()
                        .map(Recorded::content)
                        .filter(risk -> risk.isOpenOn(asOf))
                        .filter(risk -> risk.counterparty() == null
                                || name(question, risk).isPresent())
                        .sorted(Comparator.comparing(Risk::rating).reversed())
                        .map(risk -> List.of(
                                ReportCell.of(name(question, risk).orElse("")),
                                ReportCell.of(risk.title()),
                                ReportCell.of(risk.rating()),
                                ReportCell.of(label(risk.level())),
                                ReportCell.of(risk.owner()),
                                ReportCell.of(risk.mitigation()),
                                ReportCell.of(risk.reviewOn()),
                                ReportCell.of(risk.isReviewOverdueOn(asOf) ? "review overdue" : "open")))
                        .toList());
    }

    private static Optional<String> name(ReportQuestion question, GovernanceRecord record) {
        return record.findCounterparty()
                .flatMap(id -> question.standings().stream()
                        .filter(standing -> id(standing).equals(id))
                        .map(Standing::name)
                        .findFirst());
    }

    private static Section ideas(ReportQuestion question) {
        return new Section(
                "Ideas",
                List.of("counterparty", "idea", "sort", "stage", "value a year", "owner", "proposed on"),
                of(question, Idea.class).stream()
                        .map(each -> List.of(
                                ReportCell.of(each.standing().name()),
                                ReportCell.of(each.content().title()),
                                ReportCell.of(label(each.content().sort())),
                                ReportCell.of(label(each.content().stage())),
                                Optional.ofNullable(each.content().value())
                                        .map(ReportCell::of)
                                        .orElse(ReportCell.of("unknown")),
                                ReportCell.of(each.content().owner()),
                                ReportCell.of(each.content().proposedOn())))
                        .toList());
    }

    private static Section disputes(ReportQuestion question) {
        return new Section(
                "Disputes on measurements",
                List.of("counterparty", "row", "raised by", "whose", "why", "raised on", "state", "entries kept back"),
                of(question, Dispute.class).stream()
                        .map(each -> List.of(
                                ReportCell.of(each.standing().name()),
                                ReportCell.of(each.content().row()),
                                ReportCell.of(each.content().raisedBy()),
                                ReportCell.of(label(each.content().side())),
                                ReportCell.of(each.content().reason()),
                                ReportCell.of(each.content().raisedOn()),
                                ReportCell.of(
                                        each.content().standsOn(question.asOf())
                                                ? "stands"
                                                : label(each.content().state())),
                                ReportCell.of(keptBack(each, question.asOf()))))
                        .toList());
    }

    private static long keptBack(Of<Dispute> each, LocalDate asOf) {
        return each.content().standsOn(asOf)
                ? each.standing().ledger().entries().stream()
                        .filter(entry -> entry.rows().contains(each.content().row()))
                        .count()
                : 0;
    }

    static String clauses(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.citations().stream())
                .map(GovernanceReporter::place)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String place(Citation citation) {
        return (citation.file() + " " + citation.path()).strip();
    }

    private static ReportCell day(@Nullable LocalDate day) {
        return day == null ? ReportCell.EMPTY : ReportCell.of(day);
    }

    static String label(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
