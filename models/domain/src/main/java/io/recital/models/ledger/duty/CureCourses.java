package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.ContractEvent;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.RemedyCourse.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How times to put a breach right go, from the notice of breach that begins each to its end. */
final class CureCourses {
    private static final Pattern BREACH_NOTICE = Pattern.compile(
            "\\b(?:breach|default|non-?conformance|deficienc\\w+|failure|cure|remedy|rectification|warning|reminder|overdue)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE = Pattern.compile(
            "\\b(?:notice|letter|request|demand|notified|warning|reminder)\\b", Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final BusinessCalendar calendar;

    private CureCourses(Dossier dossier) {
        this.dossier = dossier;
        this.calendar = DutyStates.calendar(dossier);
    }

    static List<RemedyCourse> of(Dossier dossier) {
        CureCourses courses = new CureCourses(dossier);
        return RemedyTerm.of(dossier).stream().flatMap(courses::of).toList();
    }

    private Stream<RemedyCourse> of(RemedyTerm term) {
        List<ContractEvent> notices = !term.runsFromANotice()
                ? List.of()
                : dossier.facts().events().stream()
                        .filter(CureCourses::begins)
                        .sorted(Comparator.comparing(ContractEvent::date).reversed())
                        .toList();
        return notices.isEmpty()
                ? Stream.of(course(term, State.WAITS, null, null, null))
                : notices.stream().map(notice -> begun(term, notice, notices.size() == 1));
    }

    private static boolean begins(ContractEvent event) {
        String name = event.event().replaceAll("[-_]+", " ");
        return NOTICE.matcher(name).find()
                && !Closing.isMeantBy(event)
                && BREACH_NOTICE.matcher(name + " " + event.subject()).find();
    }

    private RemedyCourse begun(RemedyTerm term, ContractEvent notice, boolean only) {
        LocalDate until = term.within().after(notice.date(), calendar);
        Optional<ContractEvent> closed =
                Closing.of(notice, only, dossier.facts().events());
        State state;
        if (closed.isPresent()) {
            state = closed.get().date().isAfter(until) ? State.CLOSED_LATE : State.CLOSED;
        } else {
            state = dossier.asOf().isAfter(until) ? State.OPEN : State.RUNS;
        }
        return course(term, state, notice, until, closed.orElse(null));
    }

    private RemedyCourse course(
            RemedyTerm term,
            State state,
            @Nullable ContractEvent begun,
            @Nullable LocalDate until,
            @Nullable ContractEvent closed) {
        LetDown letDown = LetDown.of(dossier);
        List<String> reservations = new ArrayList<>();
        if (term.onlyMaterial()) {
            reservations.add("whether the breach is material");
        }
        if (!term.runsFromANotice()) {
            reservations.add("from which day it runs, as no notice begins it");
        }
        if (begun != null && closed == null) {
            letDown.metSince(begun).ifPresent(reservations::add);
        }
        return new RemedyCourse(
                RemedyCourse.title(dossier, term.time()),
                term.time().citation().path(),
                "time to put right",
                term.within().display(),
                term.from(),
                term.who(),
                term.right().display(),
                state,
                begun,
                until,
                closed,
                begun == null ? letDown.couldBeNotified() : letDown.isAbout(begun),
                reservations.stream().collect(Collectors.joining("; ")),
                term.finding());
    }
}
