package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.RemedyCourse.State;
import io.recital.models.ledger.lever.StatedTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rights to step in that a clause gives on a condition of its own, such as an order of a regulator: each condition from
 * the notice of step-in to its end. Those that the end of a time to put right gives, or repeated misses, are told there.
 */
final class StepInCourses {
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:if|where|when(?:ever)?|should|in\\s+the\\s+event\\s+(?:that|of)|in\\s+case\\s+of|upon|as\\s+soon\\s+as)\\s+(?<condition>[^;:]{3,300}?)(?=[.;:]?\\s*$|;|,?\\s+(?:the|we|you|it)\\b[^,]{0,60}\\b(?:may|is\\s+entitled|has\\s+the\\s+right|can)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LONGEST = Pattern.compile(
            "\\b(?:(?:not|never)\\s+(?:exceed|last|continue|be)(?:\\s+(?:more|longer)\\s+than|\\s+beyond)?|no\\s+(?:more|longer)\\s+than|up\\s+to|a\\s+maximum\\s+of|at\\s+(?:the\\s+)?most|limited\\s+to)\\s+[^.;,]{0,30}?\\b(?:day|week|month)s?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STEP_IN = Pattern.compile(
            "\\bstep(?:s|ped|ping)?[\\s-]+in\\b|\\btake[sn]?[\\s-]*over\\b|\\btook\\s+over\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile(
            "\\b(?:end(?:s|ed)?|ceas(?:es|ed)|over|completed|closed|withdrawn|lifted|(?:handed|given|stepped)\\s+back|stepped?[\\s-]+out|hand-?back)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_CLAUSE = Pattern.compile(
            "\\b(?:clauses?|sections?|articles?|paragraphs?)\\s+(?<first>\\d+(?:\\.\\d+)*(?:\\(\\w+\\))*)(?:(?:,\\s*|,?\\s+(?:or|and)\\s+)(?:clauses?\\s+|sections?\\s+)?(?<second>\\d+(?:\\.\\d+)*(?:\\(\\w+\\))*))?",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final List<RemedyCourse> others;
    private final List<Saying> sayings;
    private final BusinessCalendar calendar;

    private StepInCourses(Dossier dossier, List<RemedyCourse> others) {
        this.dossier = dossier;
        this.others = others;
        this.sayings = Saying.of(dossier);
        this.calendar = DutyStates.calendar(dossier);
    }

    /**
     * Those of a family.
     *
     * @param others how its other remedies go: what they give is not told twice, and a condition may be that one is open
     */
    static List<RemedyCourse> of(Dossier dossier, List<RemedyCourse> others) {
        StepInCourses courses = new StepInCourses(dossier, others);
        Set<String> told = new HashSet<>();
        return courses.sayings.stream()
                .filter(saying -> Right.earliestIn(saying.words())
                        .filter(right -> right == Right.STEP_IN)
                        .isPresent())
                .filter(saying -> others.stream().noneMatch(other -> isToldBy(other, saying)))
                .filter(saying -> told.add(
                        saying.citation().document() + saying.citation().path() + courses.condition(saying)))
                .flatMap(courses::of)
                .toList();
    }

    private static boolean isToldBy(RemedyCourse other, Saying saying) {
        return other.next().equals(Right.STEP_IN.display())
                && other.finding().citations().stream()
                        .anyMatch(citation -> citation.document()
                                        .equals(saying.citation().document())
                                && citation.span().overlaps(saying.citation().span()));
    }

    private Stream<RemedyCourse> of(Saying saying) {
        List<ContractEvent> begun = dossier.facts().events().stream()
                .filter(event -> isAboutStepIn(event) && !ends(event))
                .sorted(Comparator.comparing(ContractEvent::date).reversed())
                .toList();
        return begun.isEmpty()
                ? Stream.of(waiting(saying))
                : begun.stream().map(event -> begun(saying, event, begun.size() == 1));
    }

    private static boolean isAboutStepIn(ContractEvent event) {
        return STEP_IN.matcher(event.event().replaceAll("[-_]+", " ")).find();
    }

    private static boolean ends(ContractEvent event) {
        return ENDS.matcher(event.event().replaceAll("[-_]+", " ")).find();
    }

    /** Nobody has stepped in: the condition may be there already, as far as it is another remedy. */
    private RemedyCourse waiting(Saying saying) {
        List<String> clauses = OTHER_CLAUSE
                .matcher(condition(saying))
                .results()
                .flatMap(StepInCourses::numbers)
                .toList();
        Optional<RemedyCourse> open = others.stream()
                .filter(other -> other.state() == State.OPEN && isOfOneContract(other, saying))
                .filter(other -> clauses.stream().anyMatch(clause -> isWithin(other.clause(), clause)))
                .findFirst();
        return course(
                saying,
                open.isPresent() ? State.OPEN : State.WAITS,
                null,
                null,
                null,
                open.map(RemedyCourse::about).orElse(""),
                open.map(other -> "as clause " + other.clause() + " is open").orElse(""));
    }

    private static Stream<String> numbers(MatchResult clauses) {
        return Stream.of(clauses.group(1), clauses.group(2)).filter(number -> number != null);
    }

    private static boolean isWithin(String clause, String number) {
        return clause.equals(number) || clause.startsWith(number + ".") || clause.startsWith(number + "(");
    }

    private boolean isOfOneContract(RemedyCourse other, Saying saying) {
        return other.finding().contract().equals(saying.finding().contract());
    }

    private RemedyCourse begun(Saying saying, ContractEvent event, boolean only) {
        Optional<ContractEvent> end = dossier.facts().events().stream()
                .filter(other -> isAboutStepIn(other)
                        && ends(other)
                        && !other.date().isBefore(event.date())
                        && (only || Closing.isAboutTheSame(other, event, false)))
                .min(Comparator.comparing(ContractEvent::date));
        LocalDate until = longest(saying)
                .map(longest -> longest.after(event.date(), calendar))
                .orElse(null);
        LocalDate last = end.map(ContractEvent::date).orElse(dossier.asOf());
        boolean tooLong = until != null && last.isAfter(until);
        State state =
                end.isPresent() ? (tooLong ? State.CLOSED_LATE : State.CLOSED) : tooLong ? State.PASSED_ON : State.RUNS;
        return course(
                saying,
                state,
                event,
                until,
                end.orElse(null),
                event.subject(),
                tooLong && end.isEmpty() ? "the longest time is over and no event shows its end" : "");
    }

    private RemedyCourse course(
            Saying saying,
            State state,
            @Nullable ContractEvent begun,
            @Nullable LocalDate until,
            @Nullable ContractEvent closed,
            String about,
            String reservation) {
        return new RemedyCourse(
                RemedyCourse.title(dossier, saying),
                saying.citation().path(),
                "step-in",
                longest(saying).map(TimeSpan::display).orElse(""),
                condition(saying),
                RemedyTerm.who(saying),
                Right.STEP_IN.display(),
                state,
                begun,
                until,
                closed,
                about,
                reservation,
                saying.finding());
    }

    /** The item of the list, or what the sentence says after “if”. */
    private String condition(Saying saying) {
        if (!saying.stem().isEmpty()) {
            return saying.own()
                    .replaceFirst("^\\(?\\w{1,3}[.)]\\s*", "")
                    .replaceFirst("(?:[;.,]|;\\s*(?:or|and))\\s*$", "")
                    .strip();
        }
        return CONDITION
                .matcher(saying.words())
                .results()
                .map(found -> found.group(1).strip())
                .findFirst()
                .orElse("");
    }

    /** How long it may last at most, by its own sentence or another of its section. */
    private Optional<TimeSpan> longest(Saying saying) {
        return Stream.concat(Stream.of(saying), sayings.stream().filter(saying::isBeside))
                .filter(other -> STEP_IN.matcher(other.words()).find())
                .flatMap(other -> LONGEST.matcher(other.words()).results())
                .flatMap(found -> StatedTime.anyIn(found.group()).stream())
                .findFirst();
    }
}
