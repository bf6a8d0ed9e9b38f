package io.recital.models.ledger.score;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PartyReference;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.governance.CorrectiveAction.State;
import io.recital.models.governance.Governance;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.Side;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.duty.DutyStates;
import io.recital.models.ledger.measure.CreditDue;
import io.recital.models.ledger.measure.CreditDues;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.maturity.Share;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that a counterparty is judged by, as far as the facts say something of it. */
final class JudgedPerformance {
    private final Dossier dossier;
    private final List<Judged> judged = new ArrayList<>();

    private JudgedPerformance(Dossier dossier) {
        this.dossier = dossier;
    }

    /** In the order of parts. */
    static List<Judged> of(Standing standing, Governance governance) {
        JudgedPerformance all = new JudgedPerformance(standing.dossier());
        all.measures();
        all.duties();
        all.invoices(standing.ledger());
        all.credits();
        all.actions(governance);
        return List.copyOf(all.judged);
    }

    private void measures() {
        for (MeasureResult result : MeasureResults.of(dossier)) {
            if (result.isMissed() || result.state() == MeasureResult.State.MET) {
                judged.add(Judged.of(
                        ScorePart.MEASURES,
                        result.name() + (result.isMissed() ? " missed" : " met"),
                        result.period(),
                        !result.isMissed(),
                        result.measure().findings(),
                        result.rows()));
            }
        }
    }

    private void duties() {
        Set<String> names = new HashSet<>(dossier.family().counterparty().aliases());
        names.add(dossier.family().counterparty().name());
        DutyStates.of(dossier).stream()
                .filter(state -> isOf(names, state) && isDecided(state.status()))
                .map(JudgedPerformance::duty)
                .forEach(judged::add);
    }

    /** Whether the counterparty owes it; a party that no definition resolves to a name is nobody's for certain. */
    private static boolean isOf(Set<String> names, DutyState state) {
        PartyReference obligor = state.duty().content().obligor();
        return obligor.name() != null && names.contains(obligor.name());
    }

    private static boolean isDecided(Status status) {
        return status == Status.DONE || status == Status.LATE || status == Status.OVERDUE;
    }

    private static Judged duty(DutyState state) {
        return Judged.of(
                ScorePart.DUTIES,
                state.duty().content().action() + ": " + state.status().display(),
                Period.ofDay(state.occurrence().due()),
                state.status() == Status.DONE,
                List.of(state.duty().finding()),
                Optional.ofNullable(state.evidence())
                        .map(event -> List.of(event.kind().label() + ":" + event.id()))
                        .orElseGet(() -> List.of("occurrence:" + state.id())));
    }

    private void invoices(Ledger ledger) {
        if (dossier.isOfASeller()) {
            return;
        }
        Map<String, List<Finding>> wrong = wrongRows(ledger);
        for (InvoiceLine line : dossier.facts().invoiceLines()) {
            if (line.direction() == Direction.RECEIVED) {
                String row = line.kind().label() + ":" + line.id();
                boolean isRight = !wrong.containsKey(row);
                judged.add(Judged.of(
                        ScorePart.INVOICES,
                        isRight ? "lines under " + line.contract() : line.description() + ": overcharged",
                        Period.ofDay(line.invoiceDate()),
                        isRight,
                        wrong.getOrDefault(row, List.of()),
                        List.of(row)));
            }
        }
    }

    private static Map<String, List<Finding>> wrongRows(Ledger ledger) {
        Map<String, List<Finding>> wrong = new HashMap<>();
        for (LedgerEntry entry : ledger.entries()) {
            if (entry.leakage() == LeakageClass.RECOVERABLE_OVERPAYMENT) {
                entry.rows().forEach(row -> wrong.putIfAbsent(row, entry.rests()));
            }
        }
        return wrong;
    }

    /** What a tenant that sells owes is no performance of its customer. */
    private void credits() {
        if (dossier.isOfASeller()) {
            return;
        }
        CreditDues.of(dossier).dues().stream()
                .filter(due -> due.isJudgedOn(dossier.asOf()))
                .map(JudgedPerformance::credit)
                .forEach(judged::add);
    }

    private static Judged credit(CreditDue due) {
        return Judged.of(
                ScorePart.CREDITS,
                "credit for " + due.names() + ": due " + due.due() + ", given " + due.given(),
                due.period(),
                due.isGiven(),
                due.rests(),
                due.allRows());
    }

    /** The counterparty's own that fell due or are done. */
    private void actions(Governance governance) {
        List<Recorded<CorrectiveAction>> decided =
                governance
                        .list(
                                CorrectiveAction.class,
                                dossier.family().counterparty().id())
                        .stream()
                        .filter(action -> action.content().side() == Side.THEIRS)
                        .filter(action -> action.content().stateOn(dossier.asOf()) != State.OPEN)
                        .toList();
        decided.forEach(action -> judged.add(action(action, dossier.asOf())));
        decided.forEach(action -> judged.add(responsiveness(action, dossier.asOf())));
    }

    private static Judged action(Recorded<CorrectiveAction> action, LocalDate asOf) {
        CorrectiveAction content = action.content();
        return Judged.of(
                ScorePart.ACTIONS,
                content.title(),
                new Period(content.agreedOn(), content.due()),
                content.stateOn(asOf) == State.DONE,
                List.of(),
                List.of("action:" + action.id()));
    }

    /** The days that were agreed for it, of those that it took or has taken so far; done early is no more than in time. */
    private static Judged responsiveness(Recorded<CorrectiveAction> action, LocalDate asOf) {
        CorrectiveAction content = action.content();
        Period agreed = new Period(content.agreedOn(), content.due());
        long taken = content.daysTaken(asOf);
        return new Judged(
                ScorePart.RESPONSIVENESS,
                content.title() + ": " + agreed.days() + " days agreed, " + taken
                        + (content.isDoneBy(asOf) ? " taken" : " gone by and not done"),
                agreed,
                new Share(agreed.days(), Math.max(agreed.days(), taken)),
                List.of(),
                List.of("action:" + action.id()));
    }
}
