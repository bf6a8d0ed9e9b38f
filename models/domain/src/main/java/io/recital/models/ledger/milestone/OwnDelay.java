package io.recital.models.ledger.milestone;

import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.wording.SpelledNumber;
import io.recital.models.wording.StatedDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final Pattern LEFT_OUT = Pattern.compile(
            "\\b(?:left\\s+out|not\\s+count\\w*|disregarded|excluded|do(?:es)?\\s+not\\s+count|extend\\w*|moves?|postponed|later\\s+by|deducted|added)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LATE = Pattern.compile("\\b(?:late|delay|fail)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;])\\s+");
    private static final Pattern DUE_ON = Pattern.compile(
            "\\b(?:due|by|until|no\\s+later\\s+than|agreed\\s+for|planned\\s+for|promised\\s+for)\\s+(?:on\\s+|by\\s+)?(?<day>"
                    + StatedDay.REGEX + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile(
            "\\bexten(?:sion|ded)\\b[^.;]{0,20}?\\b(?:of|by)\\s+(?<count>" + SpelledNumber.REGEX
                    + ")\\s+(?:calendar\\s+)?days?\\b|\\b(?<days>" + SpelledNumber.REGEX
                    + ")\\s+(?:calendar\\s+)?days?['’]?\\s+extension\\b",
            Pattern.CASE_INSENSITIVE);
    /** The new day that an extension sets, as its event tells. */
    private static final Pattern NEW_DAY = Pattern.compile(
            "\\b(?:new|extended|revised|postponed|moved|changed)\\b[^.;]{0,40}?(?<day>" + StatedDay.REGEX
                    + ")|\\b(?:until|to)\\s+(?<to>" + StatedDay.REGEX + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EXTENDS = Pattern.compile(
            "\\bexten(?:sion|ded|d)\\b|\\bpostpone(?:d|ment)\\b|\\b(?:new|revised|later)\\s+(?:due\\s+)?date\\b|\\breschedul\\w+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANTED =
            Pattern.compile("\\b(?:granted|agreed|allowed|approved|accepted|confirmed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:refused|rejected|denied|not\\s+(?:granted|agreed|allowed|approved))\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COMMON = Set.of(
            "due",
            "ready",
            "received",
            "provided",
            "delivered",
            "report",
            "notice",
            "sent",
            "late",
            "for",
            "day",
            "days",
            "date",
            "month",
            "quarter",
            "from",
            "with",
            "statement",
            "points",
            "milestone",
            "work",
            "works",
            "certificate",
            "full",
            "call",
            "out");
    private static final OwnDelay NONE = new OwnDelay(0, true, List.of());

    OwnDelay {
        rows = List.copyOf(rows);
    }

    /** The longest delay of one thing to be provided: several that run side by side are not added up. */
    static OwnDelay of(Dossier dossier, MilestoneCourse course) {
        Stream<OwnDelay> provided = dossier.facts().events().stream()
                .filter(event -> isDependency(event, PROVIDED))
                .flatMap(event -> of(dossier, course, event).stream());
        List<String> leftOut = leavingOut(course);
        Stream<OwnDelay> late =
                dossier.facts().events().stream().flatMap(event -> lateInput(course, event, leftOut).stream());
        return Stream.of(provided, late, extended(dossier, course).stream())
                .flatMap(each -> each)
                .filter(delay -> delay.days > 0)
                .max((one, other) -> Long.compare(one.days, other.days))
                .orElse(NONE);
    }

    /** The sentences that leave days out by which something comes late that is due on a day. */
    private static List<String> leavingOut(MilestoneCourse course) {
        return course.scope().clauses().stream()
                .flatMap(SENTENCE::splitAsStream)
                .filter(words -> LEFT_OUT.matcher(words).find()
                        && LATE.matcher(words).find()
                        && DUE_ON.matcher(words).find())
                .toList();
    }

    /** What one event tells of something that came late: its due day stands in its words, or in a sentence that leaves such days out. */
    private static Optional<OwnDelay> lateInput(MilestoneCourse course, ContractEvent event, List<String> leftOut) {
        MilestoneName name = new MilestoneName(course.milestone().content());
        String told = event.subject() + " " + event.note();
        boolean isItself =
                name.isSubjectOf(event.subject()) && MilestoneStep.of(event).isPresent();
        Optional<String> clause = leftOut.stream()
                .filter(words -> sharesAThing(words, event, course))
                .findFirst();
        boolean named = name.standsIn(event.reference() + " " + told);
        boolean isInput = DEPENDENCY.matcher(event.event()).find() && named;
        if (isItself || !(isInput || clause.isPresent())) {
            return Optional.empty();
        }
        return dueIn(told)
                .or(() -> clause.flatMap(OwnDelay::dueIn))
                .filter(due -> !isTooLateToMatter(course, due) && !isSettledByChange(course, event))
                .map(due ->
                        new OwnDelay(ChronoUnit.DAYS.between(due, event.date()), true, List.of(Milestones.key(event))));
    }

    private static Optional<LocalDate> dueIn(String words) {
        Matcher due = DUE_ON.matcher(words);
        return due.find() ? StatedDay.parse(due.group("day")) : Optional.empty();
    }

    /** Whether an event is about a thing that a clause names, beside the milestone itself. */
    private static boolean sharesAThing(String clause, ContractEvent event, MilestoneCourse course) {
        Set<String> things = new HashSet<>(words(event.subject().replaceFirst("(?i)[,;(].*", "")));
        things.addAll(words(event.event()));
        things.removeAll(words(course.milestone().content().deliverable()));
        things.removeIf(word -> COMMON.contains(word) || word.matches("\\d+"));
        Set<String> said = words(clause);
        return things.stream().anyMatch(said::contains);
    }

    /**
     * Extensions of time that were granted, where only one milestone can be meant: so many days each, one after the other, or
     * until the last of the days that they set.
     */
    private static Optional<OwnDelay> extended(Dossier dossier, MilestoneCourse course) {
        List<String> rows = new ArrayList<>();
        long days = 0;
        long until = 0;
        for (ContractEvent event : dossier.facts().events()) {
            String told = event.event().replaceAll("[-_]+", " ") + " " + event.subject() + " " + event.note();
            if (isGranted(dossier, course, event, told)) {
                long by = daysIn(told);
                until = Math.max(until, by > 0 ? 0 : daysTo(told, course));
                days += by;
                rows.add(Milestones.key(event));
            }
        }
        return Math.max(days, until) > 0
                ? Optional.of(new OwnDelay(Math.max(days, until), true, rows))
                : Optional.empty();
    }

    private static boolean isGranted(Dossier dossier, MilestoneCourse course, ContractEvent event, String told) {
        MilestoneName name = new MilestoneName(course.milestone().content());
        boolean alone =
                dossier.family().listInForce(Milestone.class, dossier.asOf()).size() == 1;
        return EXTENDS.matcher(told).find()
                && GRANTED.matcher(told).find()
                && !DENIED.matcher(told).find()
                && (alone || name.standsIn(event.reference() + " " + told))
                && (daysIn(told) > 0 || daysTo(told, course) > 0);
    }

    private static long daysIn(String told) {
        Matcher extension = EXTENSION.matcher(told);
        return extension.find()
                ? SpelledNumber.parse(
                                extension.group("count") == null ? extension.group("days") : extension.group("count"))
                        .orElse(0)
                : 0;
    }

    /** How many days after its due day the new one is. */
    private static long daysTo(String told, MilestoneCourse course) {
        Matcher day = NEW_DAY.matcher(told);
        return day.find()
                ? StatedDay.parse(day.group("day") == null ? day.group("to") : day.group("day"))
                        .flatMap(moved -> course.findDue().map(due -> ChronoUnit.DAYS.between(due, moved)))
                        .orElse(0L)
                : 0;
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
