package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which events show that duties were done, and for which of the times at which they fall due. */
final class DutyEvidence {
    /**
     * What shows that it was done.
     *
     * @param isOfThatTime whether it is certain for which time it was done
     */
    record Shown(ContractEvent event, boolean isOfThatTime) {
        Shown {
            requireNonNull(event, "event");
        }
    }

    private static final double OWN_WORDS = 0.5;
    private static final int FEW = 3;
    /** Days before and after something was done in which an extension may be about it. */
    private static final int NEAR = 60;

    private static final Pattern EXTENDED = Pattern.compile(
            "\\b(?:extension|extended|postpone\\w*|deferr\\w*|rescheduled|new\\s+date)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOVES = Pattern.compile(
            "\\b(?:extend(?:s|ed)?|postpone[sd]?|put\\s+back|move[sd]?)\\b[^.;]{0,60}\\b(?:dates?|days?|time)\\b|\\b(?:dates?|days?|time)\\b[^.;]{0,60}\\b(?:extended|postponed|put\\s+back|moves?|moved|shifts?)\\b|\\b(?:days?|time)\\b[^.;]{0,120}\\b(?:left\\s+out|not\\s+counted|do(?:es)?\\s+not\\s+count|disregarded|excluded)\\b|\\bas\\s+extended\\b|\\bextension\\s+of\\s+time\\b",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final Map<ContractEvent, Double> best = new HashMap<>();
    private final Map<ContractEvent, Duty> byRhythm;

    DutyEvidence(Dossier dossier, List<ScheduledDuty> duties) {
        this.dossier = dossier;
        List<ContractEvent> strange = new ArrayList<>();
        for (ContractEvent event : dossier.facts().events()) {
            double fit = duties.stream()
                    .filter(duty -> !duty.times().isEmpty())
                    .mapToDouble(duty -> fit(duty.duty(), event))
                    .max()
                    .orElse(0);
            best.put(event, fit);
            if (fit == 0 && !Undone.isToldBy(event, Set.of())) {
                strange.add(event);
            }
        }
        this.byRhythm = new EventSeries(strange).byRhythm(duties);
    }

    private double fit(Duty duty, ContractEvent event) {
        return duty.isOfTheSameOrder(dossier.family(), event) ? duty.fit(event) : 0;
    }

    /** The first event for each time: by the period that it names, or else by the nearest due day. */
    Map<Occurrence, Shown> of(ScheduledDuty scheduled) {
        Duty duty = scheduled.duty();
        List<Occurrence> times = scheduled.times();
        List<ContractEvent> own = dossier.facts().events().stream()
                .filter(event -> isAbout(duty, event))
                .sorted(Comparator.comparing(ContractEvent::date))
                .toList();
        boolean isPeriodic = scheduled.schedule().every().isPresent();
        boolean isNamedForItsDay = own.stream().allMatch(DutyEvidence::isNamedForItsDay);
        Map<Occurrence, Shown> shown = new HashMap<>();
        own.forEach(event -> {
            Optional<Period> named = isNamedForItsDay ? Optional.empty() : NamedPeriod.in(event.subject());
            Optional<Occurrence> meant = named.flatMap(period -> ofPeriod(period, times));
            meant.or(() -> happenedIn(event, scheduled))
                    .or(() -> nearest(event, times))
                    .ifPresent(time -> shown.putIfAbsent(
                            time,
                            new Shown(
                                    event,
                                    isSurely(duty, event) && (!isPeriodic || named.isEmpty() || meant.isPresent()))));
        });
        return isPeriodic && isMostlyLate(shown) ? unsure(shown) : shown;
    }

    private boolean isAbout(Duty duty, ContractEvent event) {
        double fit = fit(duty, event);
        return duty.equals(byRhythm.get(event)) || (fit > 0 && fit >= Objects.requireNonNullElse(best.get(event), 0.0));
    }

    /**
     * Of a duty that falls due once, an event must speak of at least half of it to be held late, and its day must not be one
     * that its clause lets move.
     */
    private boolean isSurely(Duty duty, ContractEvent event) {
        return !(duty.term().content().deadline() instanceof Deadline.OnDate)
                || (duty.shareOfAction(event) >= OWN_WORDS && !mayMove(duty.term()) && !isExtended(duty, event));
    }

    /** Whether days were put off near the day on which it was done: nobody says for what and until when. */
    private boolean isExtended(Duty duty, ContractEvent event) {
        Period near = new Period(event.date().minusDays(NEAR), event.date().plusDays(NEAR));
        return dossier.facts().events().stream()
                .anyMatch(other ->
                        EXTENDED.matcher(other.event().replaceAll("[-_]+", " ")).find()
                                && near.holds(other.date())
                                && duty.isOfTheSameOrder(dossier.family(), other));
    }

    private static boolean mayMove(Governed<Obligation> term) {
        Set<String> paths =
                term.finding().citations().stream().map(Citation::path).collect(Collectors.toSet());
        return term.member().findings().stream()
                .flatMap(finding -> finding.citations().stream())
                .filter(citation -> paths.contains(citation.path()))
                .anyMatch(citation -> MOVES.matcher(
                                term.member().beside().wholeOf(citation).quote())
                        .find());
    }

    /** Whether the time that it names is the one in which it came: then it tells of the time before. */
    private static boolean isNamedForItsDay(ContractEvent event) {
        return NamedPeriod.in(event.subject())
                .filter(named -> named.holds(event.date()) && named.to().isAfter(event.date()))
                .isPresent();
    }

    /** Itself, or one that ends with it: of a quarter its last month, of several months the last. */
    private static Optional<Occurrence> ofPeriod(Period named, List<Occurrence> times) {
        return times.stream()
                .filter(time -> time.about().equals(named))
                .findFirst()
                .or(() -> times.stream()
                        .filter(time -> time.about().to().equals(named.to()))
                        .findFirst());
    }

    /** What is done within each period and leaves no paper, such as a meeting, is for the period in which it was done. */
    private static Optional<Occurrence> happenedIn(ContractEvent event, ScheduledDuty scheduled) {
        return scheduled.duty().paper().isPresent()
                ? Optional.empty()
                : scheduled.times().stream()
                        .filter(time -> time.due().equals(time.about().to())
                                && time.about().holds(event.date()))
                        .findFirst();
    }

    private static Optional<Occurrence> nearest(ContractEvent event, List<Occurrence> times) {
        return times.stream()
                .min(Comparator.comparingLong(time -> distance(event, time)))
                .filter(time -> distance(event, time) <= DutySchedule.daysOf(times) / 2);
    }

    private static long distance(ContractEvent event, Occurrence time) {
        return Math.abs(ChronoUnit.DAYS.between(event.date(), time.due()));
    }

    /** What is late nearly each time although no event names its time was rather read wrongly. */
    private static boolean isMostlyLate(Map<Occurrence, Shown> shown) {
        long late = shown.entrySet().stream()
                .filter(entry -> isLate(entry.getKey().due(), entry.getValue().event()))
                .count();
        boolean isNamed = shown.entrySet().stream()
                .anyMatch(entry -> NamedPeriod.in(entry.getValue().event().subject())
                        .filter(entry.getKey().about()::equals)
                        .isPresent());
        return shown.size() >= FEW && 2 * late > shown.size() && !isNamed;
    }

    private static boolean isLate(LocalDate due, ContractEvent event) {
        return event.date().isAfter(due);
    }

    private static Map<Occurrence, Shown> unsure(Map<Occurrence, Shown> shown) {
        Map<Occurrence, Shown> unsure = new HashMap<>();
        shown.forEach((time, each) -> unsure.put(time, new Shown(each.event(), false)));
        return unsure;
    }
}
