package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one side could hold against the other: levels that were missed and duties that are overdue. A notice of breach is
 * about those that it names.
 */
record LetDown(List<MeasureResult> missed, List<MeasureResult> measured, List<DutyState> overdue) {
    private static final double MOST = 0.6;

    LetDown {
        missed = List.copyOf(missed);
        measured = List.copyOf(measured);
        overdue = List.copyOf(overdue);
    }

    static LetDown of(Dossier dossier) {
        return dossier.reading(LetDown.class, LetDown::read);
    }

    private static LetDown read(Dossier dossier) {
        List<MeasureResult> measured = MeasureResults.of(dossier);
        return new LetDown(
                measured.stream().filter(MeasureResult::isMissed).toList(),
                measured,
                DutyStates.of(dossier).stream()
                        .filter(state -> state.status() == Status.OVERDUE)
                        .toList());
    }

    /** For a clause that nobody made use of: how much there is that a notice could be about. */
    String couldBeNotified() {
        List<String> parts = new ArrayList<>();
        if (!missed.isEmpty()) {
            MeasureResult last = missed.get(missed.size() - 1);
            parts.add(missed.size() + " missed levels, the last “"
                    + last.measure().name() + "” in " + last.period());
        }
        if (!overdue.isEmpty()) {
            parts.add(overdue.size() + " overdue duties");
        }
        return String.join(", ", parts);
    }

    /** The missed level, or else the overdue duty, that a notice names; empty where it names none. */
    String isAbout(ContractEvent notice) {
        return lastNamedBy(notice)
                .map(result -> "missed “" + result.measure().name() + "” in " + result.period())
                .or(() -> overdue.stream()
                        .filter(state -> state.occurrence().due().isBefore(notice.date())
                                && DutyWords.share(
                                                DutyWords.of(
                                                        state.duty().content().action()),
                                                DutyWords.of(notice.subject()))
                                        >= MOST)
                        .findFirst()
                        .map(state -> "overdue since " + state.occurrence().due() + ": "
                                + state.duty().content().action()))
                .orElse("");
    }

    /** That the level was met in a later period, which no event calls a cure. */
    Optional<String> metSince(ContractEvent notice) {
        return lastNamedBy(notice)
                .flatMap(named -> measured.stream()
                        .filter(result -> result.state() == MeasureResult.State.MET
                                && result.measure()
                                        .name()
                                        .equals(named.measure().name())
                                && result.period().from().isAfter(notice.date()))
                        .findFirst())
                .map(met -> "whether it is put right: “" + met.measure().name() + "” was met in " + met.period());
    }

    private Optional<MeasureResult> lastNamedBy(ContractEvent notice) {
        return missed.stream()
                .filter(result -> result.period().to().isBefore(notice.date()) && names(notice, result))
                .max(Comparator.comparing(result -> result.period().to()));
    }

    private static boolean names(ContractEvent notice, MeasureResult result) {
        boolean byCode = result.measure()
                .code()
                .filter(code -> notice.subject().contains(code))
                .isPresent();
        return byCode || DutyWords.share(DutyWords.of(result.measure().name()), DutyWords.of(notice.subject())) >= MOST;
    }
}
