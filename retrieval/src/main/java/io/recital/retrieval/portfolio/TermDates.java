package io.recital.retrieval.portfolio;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** When the current term of a contract ends, and the last day on which a notice still works. */
final class TermDates {
    private static final Pattern BY_ITSELF = Pattern.compile(
            "(?i)automatic|unless|successive|renews? (?:itself|for)|shall (?:be )?(?:renew|extend|continue)|tacit|verlängert sich");
    private static final int MOST_TERMS = 100;

    /** Facts and renewals of one contract. */
    private final List<Finding> findings;

    private final Family family;
    private final Member member;

    TermDates(Family family, Member member, List<Finding> findings) {
        this.family = family;
        this.member = member;
        this.findings = findings;
    }

    /** A renewal that nobody has to ask for. */
    static boolean isByItself(Finding renewal) {
        return renewal.content() instanceof CommercialLever lever
                && lever.lever() == LeverType.RENEWAL
                && lever.find(Name.HOLDER).isEmpty()
                && renewal.citations().stream()
                        .anyMatch(
                                citation -> BY_ITSELF.matcher(citation.quote()).find());
    }

    /** The end of the term that runs on a day; empty where no end is stated. */
    Optional<StatedTerm> end(LocalDate today) {
        return fact(FactType.EXPIRATION_DATE, TypedValue.Day.class).map(stated -> {
            LocalDate end = ((TypedValue.Day) value(stated)).value();
            Optional<Finding> renewal = findings.stream()
                    .filter(TermDates::isByItself)
                    .filter(finding -> period(finding).isPresent())
                    .findFirst();
            return renewal.isPresent() && end.isBefore(today)
                    ? renewed(stated, end, renewal.get(), today)
                    : new StatedTerm(
                            family.party(),
                            member.contract().title(),
                            member.isOrder(),
                            stated,
                            new TypedValue.Day(end),
                            stated.citations(),
                            List.of());
        });
    }

    private StatedTerm renewed(Finding stated, LocalDate firstEnd, Finding renewal, LocalDate today) {
        TimeSpan term = period(renewal).orElseThrow();
        List<Derivation> steps = new ArrayList<>();
        LocalDate end = firstEnd;
        while (end.isBefore(today) && steps.size() < MOST_TERMS && term.count() > 0) {
            LocalDate next = term.after(end);
            steps.add(new Derivation(
                    Derivation.Operation.DAY_AFTER,
                    List.of(
                            new Derivation.Input(
                                    "end of the term",
                                    end.toString(),
                                    steps.isEmpty() ? stated.citations().get(0) : null),
                            new Derivation.Input(
                                    "renewal",
                                    term.display(),
                                    renewal.citations().get(0))),
                    next.toString()));
            end = next;
        }
        List<Citation> citations = new ArrayList<>(stated.citations());
        citations.addAll(renewal.citations());
        return new StatedTerm(
                family.party(),
                member.contract().title(),
                member.isOrder(),
                null,
                new TypedValue.Day(end),
                citations,
                steps);
    }

    /** The last day on which a notice still works; empty where end or notice period is not stated. */
    Optional<StatedTerm> noticeDate(LocalDate today) {
        Optional<StatedTerm> end = end(today);
        Optional<Finding> notice = fact(FactType.NOTICE_PERIOD, TypedValue.Length.class);
        if (end.isEmpty() || notice.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last =
                ((TypedValue.Day) java.util.Objects.requireNonNull(end.get().value())).value();
        TimeSpan ahead = ((TypedValue.Length) value(notice.get())).value();
        LocalDate day = ahead.before(last);
        List<Derivation> steps = new ArrayList<>(end.get().derivations());
        steps.add(new Derivation(
                Derivation.Operation.DAY_BEFORE,
                List.of(
                        new Derivation.Input(
                                "end of the term",
                                last.toString(),
                                steps.isEmpty() ? end.get().citations().get(0) : null),
                        new Derivation.Input(
                                "notice",
                                ahead.display(),
                                notice.get().citations().get(0))),
                day.toString()));
        List<Citation> citations = new ArrayList<>(notice.get().citations());
        end.get().citations().stream()
                .filter(citation -> !citations.contains(citation))
                .forEach(citations::add);
        return Optional.of(new StatedTerm(
                family.party(),
                member.contract().title(),
                member.isOrder(),
                null,
                new TypedValue.Day(day),
                citations,
                steps));
    }

    private Optional<Finding> fact(FactType type, Class<? extends TypedValue> form) {
        return findings.stream()
                .filter(finding -> finding.content() instanceof ContractFact fact
                        && fact.fact() == type
                        && form.isInstance(fact.value()))
                .max(Comparator.comparingDouble(Finding::confidence));
    }

    private static TypedValue value(Finding fact) {
        return ((ContractFact) fact.content()).value();
    }

    private static Optional<TimeSpan> period(Finding renewal) {
        return ((CommercialLever) renewal.content())
                .find(Name.PERIOD)
                .filter(TypedValue.Length.class::isInstance)
                .map(value -> ((TypedValue.Length) value).value());
    }
}
