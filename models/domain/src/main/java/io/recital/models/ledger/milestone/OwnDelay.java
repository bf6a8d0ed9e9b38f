package io.recital.models.ledger.milestone;

import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far the side that waits for a milestone has itself held it up, by what it had to provide.
 *
 * @param days by which the due day moves
 * @param isSure whether a notice says that this milestone is affected; without one nobody can tell
 * @param rows that show it
 */
record OwnDelay(long days, boolean isSure, List<String> rows) {
    private static final Pattern DEPENDENCY =
            Pattern.compile("dependenc|\\binput\\b|prerequisite|mitwirkung", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROVIDED =
            Pattern.compile("provided|given|granted|received|delivered|met", Pattern.CASE_INSENSITIVE);
    private static final Pattern DUE = Pattern.compile("\\bdue\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE = Pattern.compile("notice|notif", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final OwnDelay NONE = new OwnDelay(0, true, List.of());

    OwnDelay {
        rows = List.copyOf(rows);
    }

    /** The longest delay of one thing to be provided: several that run side by side are not added up. */
    static OwnDelay of(Dossier dossier, MilestoneCourse course) {
        return dossier.facts().events().stream()
                .filter(event -> isDependency(event, PROVIDED))
                .flatMap(provided -> of(dossier, course, provided).stream())
                .filter(delay -> delay.days > 0)
                .max((one, other) -> Long.compare(one.days, other.days))
                .orElse(NONE);
    }

    private static boolean isDependency(ContractEvent event, Pattern step) {
        String name = event.event().replaceAll("[-_]+", " ");
        return DEPENDENCY.matcher(name).find() && step.matcher(name).find();
    }

    private static Optional<OwnDelay> of(Dossier dossier, MilestoneCourse course, ContractEvent provided) {
        Optional<LocalDate> due = dueOf(dossier, course, provided);
        if (due.isEmpty() || isSettledByChange(course, provided) || isTooLateToMatter(course, due.get())) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(due.get(), provided.date());
        List<ContractEvent> notices = dossier.facts().events().stream()
                .filter(event -> NOTICE.matcher(event.event()).find() && isAbout(event.subject(), provided.subject()))
                .toList();
        MilestoneName name = new MilestoneName(course.milestone().content());
        boolean named = notices.stream().anyMatch(notice -> name.standsIn(notice.subject()));
        if (!notices.isEmpty() && !named) {
            return Optional.empty();
        }
        return Optional.of(new OwnDelay(days, named, List.of(Milestones.key(provided))));
    }

    /** A change that was agreed after the delay has set a new day with it in mind. */
    private static boolean isSettledByChange(MilestoneCourse course, ContractEvent provided) {
        return !course.milestone().replaced().isEmpty()
                && course.milestone()
                        .member()
                        .findEffective()
                        .map(changed -> !changed.isBefore(provided.date()))
                        .orElse(false);
    }

    private static boolean isTooLateToMatter(MilestoneCourse course, LocalDate dependencyDue) {
        return course.findDue().map(due -> due.isBefore(dependencyDue)).orElse(true);
    }

    private static Optional<LocalDate> dueOf(Dossier dossier, MilestoneCourse course, ContractEvent provided) {
        return dossier.facts().events().stream()
                .filter(event -> isDependency(event, DUE) && isAbout(event.subject(), provided.subject()))
                .map(ContractEvent::date)
                .findFirst()
                .or(() -> course.scope()
                        .obligations()
                        .map(term -> (Obligation) term.content())
                        .filter(duty -> duty.deadline() instanceof Deadline.OnDate
                                && isAbout(duty.action(), provided.subject()))
                        .map(duty -> ((Deadline.OnDate) duty.deadline()).date())
                        .findFirst());
    }

    /** Whether the words speak of a thing: all words of its name are there. */
    private static boolean isAbout(String words, String thing) {
        return words(words).containsAll(words(thing));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() > 2 && !word.equals("the") && !word.equals("and"))
                .collect(Collectors.toSet());
    }
}
