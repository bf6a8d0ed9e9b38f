package io.recital.retrieval.performance;

import io.recital.models.contract.Counterparty;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.duty.DutyStates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A duty with the times that it fell or falls due, held against the events. */
record DutyMatter(List<DutyState> states, Counterparty counterparty) implements Matter {
    private static final int MOST_LATE = 5;
    private static final int MOST_WORDS = 18;

    DutyMatter {
        states = List.copyOf(states);
    }

    static Collection<DutyMatter> of(Dossier dossier) {
        Map<Object, List<DutyState>> duties = new LinkedHashMap<>();
        for (DutyState state : DutyStates.of(dossier)) {
            duties.computeIfAbsent(state.duty(), key -> new ArrayList<>()).add(state);
        }
        return duties.values().stream()
                .map(states -> new DutyMatter(states, dossier.family().counterparty()))
                .toList();
    }

    private Finding finding() {
        return states.get(0).duty().finding();
    }

    @Override
    public String called() {
        return states.stream()
                .map(DutyState::evidence)
                .filter(Objects::nonNull)
                .map(event ->
                        event.event().replace('-', ' ') + " " + event.subject().replaceAll("\\d+", " "))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    @Override
    public String around() {
        return finding().content().summary() + " "
                + finding().citations().stream().map(Citation::quote).collect(Collectors.joining(" "));
    }

    @Override
    public List<Telling> tell(Asking asking) {
        LocalDate asOf = asking.asOf();
        List<DutyState> known = states.stream()
                .filter(state -> state.status() != Status.NOT_RECORDED)
                .filter(state -> asking.time().isPresent()
                        ? isMeant(state, asking)
                        : !state.occurrence().due().isAfter(asOf))
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        if (known.size() == 1) {
            return List.of(tell(known.get(0), asOf));
        }
        List<DutyState> failed = known.stream()
                .filter(state -> state.status() == Status.LATE || state.status() == Status.OVERDUE)
                .toList();
        List<Telling> told = new ArrayList<>();
        List<Derivation> workings = new ArrayList<>();
        workings.add(Wording.count(
                "due",
                known.stream().map(state -> state.occurrence().due().toString()).toList()));
        if (!failed.isEmpty()) {
            workings.add(Wording.count(
                    "not in time",
                    failed.stream()
                            .map(state -> state.occurrence().due().toString())
                            .toList()));
        }
        told.add(Telling.of(
                what() + ": " + (failed.isEmpty() ? "none" : failed.size()) + " of " + known.size()
                        + " times that are recorded was not in time.",
                List.of(finding()),
                workings));
        failed.stream().limit(MOST_LATE).map(state -> tell(state, asOf)).forEach(told::add);
        return told;
    }

    private static boolean isMeant(DutyState state, Asking asking) {
        ContractEvent event = state.evidence();
        return asking.isAbout(state.occurrence().about())
                || asking.time()
                        .filter(time -> time.holds(state.occurrence().due()))
                        .isPresent()
                || (event != null
                        && asking.time()
                                .filter(time -> time.days() < 2 && time.holds(event.date()))
                                .isPresent());
    }

    /** The events that show how it was done, as rows. */
    Stream<String> evidence() {
        return states.stream()
                .map(DutyState::evidence)
                .filter(Objects::nonNull)
                .map(event -> FactKind.EVENT.label() + ":" + event.id());
    }

    /** The duty in a few words of the contract. */
    String what() {
        String[] words = states.get(0).duty().content().action().split("\\s+");
        String action = String.join(" ", List.of(words).subList(0, Math.min(words.length, MOST_WORDS)));
        return states.get(0).duty().content().obligor().asWritten() + " to " + action
                + (words.length > MOST_WORDS ? " …" : "");
    }

    List<DutyState> upcoming() {
        return states.stream()
                .filter(state -> state.status() == Status.OPEN || state.status() == Status.DUE)
                .toList();
    }

    /** One time. */
    Telling tell(DutyState state, LocalDate asOf) {
        LocalDate due = state.occurrence().due();
        ContractEvent event = state.evidence();
        Input dueOn = new Input("due", due.toString(), null);
        List<Derivation> workings = new ArrayList<>();
        String how;
        if (event != null) {
            Input done =
                    Input.of("done", event.date().toString(), new FactCell(FactKind.EVENT.label(), event.id(), "date"));
            workings.add(Wording.days(dueOn, done, due, event.date()));
            long days = event.date().toEpochDay() - due.toEpochDay();
            how = ", done on " + event.date()
                    + (state.status() == Status.LATE ? ", " + days + " days late" : ", in time");
        } else {
            workings.add(Wording.days(dueOn, new Input("today", asOf.toString(), null), due, asOf));
            how = state.status() == Status.OVERDUE ? ", has not come" : "";
        }
        return Telling.of(
                List.of(what() + ": due on " + due + how + ".", "A duty due on " + due + how + "."),
                List.of(finding()),
                workings);
    }
}
