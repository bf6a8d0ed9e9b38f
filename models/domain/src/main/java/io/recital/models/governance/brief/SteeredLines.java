package io.recital.models.governance.brief;

import io.recital.models.family.FamilyMember;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.governance.CorrectiveAction.State;
import io.recital.models.governance.Dispute;
import io.recital.models.governance.Governance;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Idea;
import io.recital.models.governance.Objective;
import io.recital.models.governance.RecordKind;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.Risk;
import io.recital.models.governance.report.ActionEffect;
import io.recital.models.governance.report.ObjectiveValue;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What people keep about the counterparty that matters for a renewal. */
final class SteeredLines {
    private final Standing standing;
    private final LocalDate asOf;
    private final List<Recorded<Objective>> objectives;
    private final List<Recorded<Risk>> risks;
    private final List<Recorded<Idea>> ideas;
    private final List<Recorded<CorrectiveAction>> actions;
    private final List<Recorded<Dispute>> disputes;

    SteeredLines(Standing standing, Governance governance) {
        UUID id = standing.family().counterparty().id();
        this.standing = standing;
        this.asOf = standing.dossier().asOf();
        this.objectives = governance.list(Objective.class).stream()
                .filter(each -> isServed(each.content()))
                .toList();
        this.risks = governance.list(Risk.class, id).stream()
                .filter(each -> each.content().isOpenOn(asOf))
                .sorted(Comparator.comparing(
                        (Recorded<Risk> each) -> each.content().rating(), Comparator.reverseOrder()))
                .toList();
        this.ideas = governance.list(Idea.class, id).stream()
                .filter(each -> each.content().stage().isOpen())
                .toList();
        this.actions = governance.list(CorrectiveAction.class, id);
        this.disputes = governance.list(Dispute.class, id).stream()
                .filter(each -> each.content().standsOn(asOf))
                .toList();
    }

    private boolean isServed(Objective objective) {
        return standing.family().members().stream()
                .map(FamilyMember::contract)
                .anyMatch(contract -> objective.isServedBy(contract.id()));
    }

    List<BriefLine> lines() {
        List<BriefLine> lines = new ArrayList<>();
        objectives.forEach(each -> lines.add(objective(each)));
        risks.forEach(each -> lines.add(line(
                each,
                "Risk “" + each.content().title() + "”, rated " + each.content().rating() + " of 25 ("
                        + words(each.content().level()) + ")"
                        + (each.content().isReviewOverdueOn(asOf) ? ", its review is overdue." : "."))));
        ideas.forEach(each -> lines.add(line(
                each,
                "Idea “" + each.content().title() + "”, " + words(each.content().stage()) + worth(each.content())
                        + ".")));
        actions.forEach(each -> lines.add(action(each)));
        disputes.forEach(each -> lines.add(new BriefLine(
                "A measurement is disputed since " + each.content().raisedOn() + ": "
                        + each.content().reason(),
                List.of(),
                List.of(each.content().row(), key(each)))));
        return lines;
    }

    private BriefLine objective(Recorded<Objective> each) {
        ObjectiveValue value = ObjectiveValue.of(each.content(), List.of(standing), asOf);
        List<String> records = new ArrayList<>(List.of(key(each)));
        records.addAll(value.rows());
        return new BriefLine(
                "Objective “" + each.content().title() + "”: "
                        + (value.missing().isEmpty() ? value.realised() : "unknown without " + value.missing()) + ".",
                List.of(),
                records);
    }

    private BriefLine action(Recorded<CorrectiveAction> each) {
        ActionEffect effect = ActionEffect.of(standing.dossier(), each.content());
        List<String> records = new ArrayList<>(List.of(key(each)));
        records.addAll(effect.rows());
        return new BriefLine(
                "Corrective action “" + each.content().title() + "”: "
                        + words(each.content().stateOn(asOf))
                        + (effect.gain() == null ? "." : ", " + effect.display() + "."),
                List.of(),
                records);
    }

    List<BriefLine> asks() {
        List<BriefLine> asks = new ArrayList<>();
        risks.stream()
                .filter(each -> each.content().level() != Risk.Level.LOW)
                .forEach(each -> asks.add(line(
                        each,
                        "Against the risk “" + each.content().title() + "”: "
                                + each.content().mitigation() + ".")));
        ideas.stream()
                .filter(each -> each.content().stage() != Idea.Stage.PROPOSED)
                .forEach(each -> asks.add(line(
                        each,
                        "Write “" + each.content().title() + "” into the contract" + worth(each.content()) + ".")));
        actions.stream()
                .filter(each -> each.content().stateOn(asOf) == State.OVERDUE)
                .forEach(each -> asks.add(line(
                        each,
                        "Have “" + each.content().title() + "” done first: it was due on "
                                + each.content().due() + ".")));
        disputes.forEach(each -> asks.add(new BriefLine(
                "Settle the dispute on the measurement first.",
                List.of(),
                List.of(each.content().row(), key(each)))));
        return asks;
    }

    private static String worth(Idea idea) {
        return idea.value() == null ? "" : ", worth " + idea.value() + " a year";
    }

    private static <R extends GovernanceRecord> BriefLine line(Recorded<R> each, String text) {
        return new BriefLine(text, List.of(), List.of(key(each)));
    }

    private static String key(Recorded<?> record) {
        return words(RecordKind.of(record.content())).replace(' ', '-') + ":" + record.id();
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
