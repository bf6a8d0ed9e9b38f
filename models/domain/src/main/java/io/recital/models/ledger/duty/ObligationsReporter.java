package io.recital.models.ledger.duty;

import io.recital.models.duty.OccurrenceRecord;
import io.recital.models.fact.ContractEvent;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What was due when, what shows that it was done, what falls due next, and until when notices can be given. */
public final class ObligationsReporter implements Reporter {
    private static final List<String> COLUMNS = List.of(
            "due",
            "status",
            "owner",
            "counterparty",
            "contract",
            "clause",
            "obligor",
            "duty",
            "about",
            "done on",
            "shown by",
            "id");
    private static final List<String> SET_OFF = List.of(
            "due",
            "status",
            "owner",
            "counterparty",
            "contract",
            "clause",
            "obligor",
            "duty",
            "set off by",
            "on",
            "confidence",
            "done on",
            "shown by",
            "id");
    private static final List<String> WAITING =
            List.of("counterparty", "contract", "clause", "obligor", "duty", "within", "waits for");
    private static final List<String> REMEDIES = List.of(
            "state",
            "counterparty",
            "contract",
            "clause",
            "step",
            "within",
            "from",
            "begun by",
            "on",
            "until",
            "closed by",
            "then",
            "who",
            "about",
            "not decided");
    private static final List<String> NOTICES = List.of(
            "send by",
            "received by",
            "how",
            "last day by way",
            "counterparty",
            "contract",
            "ends",
            "renews for",
            "commits to",
            "assumptions");

    @Override
    public String name() {
        return "obligations";
    }

    @Override
    public Report report(ReportQuestion question) {
        List<List<ReportCell>> past = new ArrayList<>();
        List<List<ReportCell>> coming = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (DutyState state : sorted(DutyStates.of(standing.dossier()))) {
                boolean isComing = state.status() == Status.OPEN || state.status() == Status.DUE;
                if (isComing) {
                    coming.add(row(standing, state));
                } else if (question.window().holds(state.occurrence().due())) {
                    past.add(row(standing, state));
                }
            }
        }
        return new Report(
                name(),
                "Obligations",
                question.asOf(),
                List.of(
                        new Report.Section("Fell due", COLUMNS, past),
                        new Report.Section("Falls due", COLUMNS, coming),
                        new Report.Section("Set off by events", SET_OFF, setOff(question)),
                        new Report.Section("Waits for an event", WAITING, waiting(question)),
                        new Report.Section(
                                "Time to put right, levels of escalation, and what follows",
                                REMEDIES,
                                remedies(question)),
                        new Report.Section("Notices that end a contract", NOTICES, notices(question))));
    }

    private static List<DutyState> sorted(List<DutyState> states) {
        return states.stream()
                .sorted(Comparator.comparing(state -> state.occurrence().due()))
                .toList();
    }

    private static List<ReportCell> row(Standing standing, DutyState state) {
        return List.of(
                ReportCell.of(state.occurrence().due()),
                ReportCell.of(state.status().display()),
                state.owner().map(ReportCell::of).orElse(ReportCell.EMPTY),
                ReportCell.of(standing.name()),
                ReportCell.of(state.duty().member().contract().title()),
                ReportCell.of(state.duty().finding().citations().get(0).path()),
                ReportCell.of(state.duty().content().obligor().display()),
                ReportCell.of(state.duty().content().action()),
                ReportCell.of(state.occurrence().about().toString()),
                state.doneOn().map(ReportCell::of).orElse(ReportCell.EMPTY),
                ReportCell.of(shownBy(state)),
                ReportCell.of(state.id().toString()));
    }

    /** The event that the facts hold, what somebody pointed to, and why it is waived. */
    private static String shownBy(DutyState state) {
        ContractEvent event = state.evidence();
        List<String> shown = new ArrayList<>();
        if (event != null) {
            shown.add(event.id());
        }
        OccurrenceRecord record = state.record();
        if (record != null) {
            record.evidence().forEach(evidence -> shown.add(evidence.display()));
            record.waiver().ifPresent(waiver -> shown.add("waived by " + waiver.by() + ": " + waiver.reason()));
        }
        return String.join("; ", shown);
    }

    private static List<List<ReportCell>> setOff(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (DutyState state : sorted(SetOffDuties.of(standing.dossier()).states())) {
                ContractEvent trigger = state.occurrence().trigger();
                if (trigger != null
                        && question.window().holds(state.occurrence().due())) {
                    List<ReportCell> row = new ArrayList<>(row(standing, state));
                    row.set(8, ReportCell.of(trigger.id() + " " + trigger.event() + " " + trigger.subject()));
                    row.add(9, ReportCell.of(trigger.date()));
                    row.add(
                            10,
                            ReportCell.of(BigDecimal.valueOf(state.occurrence().confidence())
                                    .setScale(2, RoundingMode.HALF_UP)));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<List<ReportCell>> waiting(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (Governed<Obligation> duty : SetOffDuties.of(standing.dossier()).waiting()) {
                if (duty.content().deadline() instanceof Deadline.After after) {
                    rows.add(List.of(
                            ReportCell.of(standing.name()),
                            ReportCell.of(duty.member().contract().title()),
                            ReportCell.of(duty.finding().citations().get(0).path()),
                            ReportCell.of(duty.content().obligor().display()),
                            ReportCell.of(duty.content().action()),
                            ReportCell.of(after.within().display()),
                            ReportCell.of(after.event())));
                }
            }
        }
        return rows;
    }

    private static List<List<ReportCell>> remedies(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (RemedyCourse course : RemedyCourse.of(standing.dossier())) {
                ContractEvent begun = course.begun();
                ContractEvent closed = course.closed();
                rows.add(List.of(
                        ReportCell.of(course.state().display()),
                        ReportCell.of(standing.name()),
                        ReportCell.of(course.contract()),
                        ReportCell.of(course.clause()),
                        ReportCell.of(course.stage()),
                        ReportCell.of(course.within()),
                        ReportCell.of(course.from()),
                        begun == null ? ReportCell.EMPTY : ReportCell.of(begun.id()),
                        begun == null ? ReportCell.EMPTY : ReportCell.of(begun.date()),
                        course.until() == null ? ReportCell.EMPTY : ReportCell.of(course.until()),
                        closed == null ? ReportCell.EMPTY : ReportCell.of(closed.id() + " " + closed.date()),
                        ReportCell.of(course.next()),
                        ReportCell.of(course.who()),
                        ReportCell.of(course.about()),
                        ReportCell.of(course.reservation())));
            }
        }
        return rows;
    }

    private static List<List<ReportCell>> notices(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (RenewalTerms term : RenewalTerms.of(standing.dossier())) {
                Money commits = term.commits();
                rows.add(List.of(
                        ReportCell.of(term.date().sent()),
                        ReportCell.of(term.date().received()),
                        ReportCell.of(term.manner().display()),
                        ReportCell.of(term.date().sendings().stream()
                                .map(NoticeDate.Sending::display)
                                .collect(Collectors.joining(", "))),
                        ReportCell.of(standing.name()),
                        ReportCell.of(term.contract()),
                        ReportCell.of(term.ends()),
                        ReportCell.of(term.renewsFor()),
                        commits == null ? ReportCell.EMPTY : ReportCell.of(commits),
                        ReportCell.of(String.join("; ", term.date().assumptions()))));
            }
        }
        return rows;
    }
}
