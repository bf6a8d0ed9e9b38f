package io.recital.models.family;

import io.recital.models.clause.Clause;
import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.Governing.Link;
import io.recital.models.family.Governing.State;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows a finding or a clause through the changes of its family up to a day. */
final class GoverningChain {
    private static final Set<RelationKind> CHANGES =
            Set.of(RelationKind.AMENDS, RelationKind.RESTATES, RelationKind.WAIVES, RelationKind.OVERRIDES);
    private final ContractFamily family;
    private final LocalDate day;
    private final List<Governed<FindingContent>> holding;

    GoverningChain(ContractFamily family, LocalDate day) {
        this.family = family;
        this.day = day;
        this.holding = family.listInForce(FindingContent.class, day);
    }

    /** What became of a finding. */
    Governing of(Finding finding) {
        FamilyMember member = family.find(finding.contract())
                .orElseThrow(() -> new IllegalArgumentException("The finding is not of this family"));
        Link first = link(member, finding, null);
        if (family.countsFrom(member).isAfter(day)) {
            return new Governing(day, State.NOT_YET, List.of(first));
        }
        return findHolding(finding)
                .map(governed -> governing(finding, first, governed))
                .orElseGet(() ->
                        new Governing(day, State.ENDED, withChanges(first, enders(member, finding.citations()))));
    }

    /**
     * What became of a clause.
     *
     * @param clauses of a member's current document
     */
    Governing of(FamilyMember member, Clause clause, Function<FamilyMember, List<Clause>> clauses) {
        Link first = new Link(member, family.countsFrom(member), null, clause.path(), clause.text(), null);
        if (first.from().isAfter(day)) {
            return new Governing(day, State.NOT_YET, List.of(first));
        }
        List<Link> ending = family.inForce(day).stream()
                .filter(other ->
                        other.ended().stream().anyMatch(ended -> ended.isOn(day) && ended.holds(clause.path())))
                .flatMap(other -> naming(member, other, clause, clauses))
                .toList();
        if (!ending.isEmpty()) {
            return new Governing(day, State.ENDED, withChanges(first, ending));
        }
        if (family.isReplaced(member.contract().id(), day)) {
            List<Link> heirs = heirs(member, clause, clauses);
            return new Governing(day, heirs.isEmpty() ? State.ENDED : State.REPLACED, withChanges(first, heirs));
        }
        List<Link> changes = family.inForce(day).stream()
                .flatMap(other -> naming(member, other, clause, clauses))
                .toList();
        List<Link> fresh =
                freshTerms(member, clause).filter(link -> !tells(changes, link)).toList();
        List<Link> all = Stream.concat(changes.stream(), fresh.stream()).toList();
        return new Governing(day, all.isEmpty() ? State.HOLDS : State.CHANGED, withChanges(first, all));
    }

    private Optional<Governed<FindingContent>> findHolding(Finding finding) {
        return holding.stream()
                .filter(governed -> governed.finding().id().equals(finding.id()))
                .findFirst()
                .or(() -> holding.stream()
                        .filter(governed -> governed.replaced().stream()
                                .anyMatch(old -> old.id().equals(finding.id())))
                        .findFirst())
                .or(() -> holding.stream()
                        .filter(governed -> family.isReplaced(finding.contract(), day)
                                && new TermSubject().isSame(governed.content(), finding.content()))
                        .findFirst());
    }

    private Governing governing(Finding asked, Link first, Governed<FindingContent> governed) {
        if (governed.finding().id().equals(asked.id())) {
            boolean alone = governed.replaced().isEmpty() || governed.content().equals(asked.content());
            List<Link> before = governed.replaced().stream().map(this::link).toList();
            return new Governing(day, alone ? State.HOLDS : State.CHANGED, chain(before, first));
        }
        FamilyMember last = governed.member();
        Link heir = new Link(
                last,
                family.countsFrom(last),
                relation(last, first.member()),
                path(governed.finding()),
                words(governed.finding()),
                governed.content());
        List<Link> between = governed.replaced().stream()
                .filter(old -> !old.contract().equals(asked.contract()))
                .map(this::link)
                .toList();
        return new Governing(
                day,
                State.REPLACED,
                withChanges(
                        first, Stream.concat(between.stream(), Stream.of(heir)).toList()));
    }

    private static List<Link> chain(List<Link> before, Link last) {
        return Stream.concat(before.stream().sorted(Comparator.comparing(Link::from)), Stream.of(last))
                .toList();
    }

    private static List<Link> withChanges(Link first, List<Link> changes) {
        List<Link> chain = new ArrayList<>(List.of(first));
        changes.stream().sorted(Comparator.comparing(Link::from)).forEach(chain::add);
        return chain;
    }

    /** Changes of the member in effect that name the clause by its number or its heading. */
    private Stream<Link> naming(
            FamilyMember member, FamilyMember other, Clause clause, Function<FamilyMember, List<Clause>> clauses) {
        DocumentRelation relation = relation(other, member);
        if (relation == null
                || !CHANGES.contains(relation.kind())
                || (clause.path().isEmpty() && clause.heading() == null)) {
            return Stream.empty();
        }
        ClauseName name = ClauseName.of(clause, owner(member), isSchedule(member) && changesOnlySchedules(other));
        List<Clause> saying = clauses.apply(other);
        return saying.stream()
                .filter(each -> name.isChangedBy(each, stem(each, saying)))
                .map(each -> new Link(other, family.countsFrom(other), relation, each.path(), each.text(), null));
    }

    /** What opens the list in which a clause stands. */
    private static String stem(Clause item, List<Clause> clauses) {
        return clauses.stream()
                .filter(each ->
                        each.id().equals(item.parent()) && each.text().strip().endsWith(":"))
                .map(Clause::text)
                .findFirst()
                .orElse("");
    }

    private ClauseMention.Owner owner(FamilyMember member) {
        if (isRelated(member.contract().id(), RelationKind.AMENDS)) {
            return ClauseMention.Owner.CHANGE;
        }
        return member.isOrder() ? ClauseMention.Owner.ORDER : ClauseMention.Owner.AGREEMENT;
    }

    private boolean isSchedule(FamilyMember member) {
        return isRelated(member.contract().id(), RelationKind.SCHEDULE_TO);
    }

    private boolean changesOnlySchedules(FamilyMember change) {
        return family.relations().stream()
                .filter(relation ->
                        relation.contract().equals(change.contract().id()) && relation.kind() == RelationKind.AMENDS)
                .allMatch(relation -> relation.to() != null && isRelated(relation.to(), RelationKind.SCHEDULE_TO));
    }

    private boolean isRelated(UUID contract, RelationKind kind) {
        return family.relations().stream()
                .anyMatch(relation ->
                        relation.kind() == kind && relation.contract().equals(contract));
    }

    /** What took the place of the terms that were found in a clause. */
    private Stream<Link> freshTerms(FamilyMember member, Clause clause) {
        return member.findings().stream()
                .filter(finding -> clause.id().equals(finding.clause()))
                .flatMap(finding -> findHolding(finding).stream()
                        .filter(governed -> !governed.member().equals(member)))
                .map(governed -> link(governed.member(), governed.finding(), relation(governed.member(), member)))
                .distinct();
    }

    private static boolean tells(List<Link> changes, Link fresh) {
        return changes.stream()
                .anyMatch(change -> change.member().equals(fresh.member())
                        && (change.path().equals(fresh.path()) || change.text().contains(fresh.text())));
    }

    /** The clause of a restatement with the same heading or of the original of a copy, and terms of the same subject. */
    private List<Link> heirs(FamilyMember member, Clause clause, Function<FamilyMember, List<Clause>> clauses) {
        List<Link> headed = family.inForce(day).stream()
                .filter(other -> isReplacedBy(member, other))
                .flatMap(other -> clauses.apply(other).stream()
                        .filter(each -> isCopy(member, other)
                                ? each.path().equals(clause.path())
                                : clause.heading() != null
                                        && clause.heading().equalsIgnoreCase(String.valueOf(each.heading())))
                        .limit(1)
                        .map(each -> new Link(
                                other,
                                family.countsFrom(other),
                                relation(other, member),
                                each.path(),
                                each.text(),
                                null)))
                .toList();
        List<Link> terms =
                freshTerms(member, clause).filter(link -> !tells(headed, link)).toList();
        return Stream.concat(headed.stream(), terms.stream()).toList();
    }

    private boolean isReplacedBy(FamilyMember member, FamilyMember other) {
        DocumentRelation relation = relation(other, member);
        return isCopy(member, other) || (relation != null && relation.kind() == RelationKind.RESTATES);
    }

    private boolean isCopy(FamilyMember member, FamilyMember original) {
        return direct(member, original.contract().id())
                .filter(relation -> relation.kind() == RelationKind.DUPLICATE_OF)
                .isPresent();
    }

    /** Changes that take out the clauses in which a finding stands, or the text that took the place of its document. */
    private List<Link> enders(FamilyMember member, List<Citation> citations) {
        Set<String> paths = citations.stream().map(Citation::path).collect(Collectors.toSet());
        return family.inForce(day).stream()
                .filter(other -> isReplacedBy(member, other)
                        || other.ended().stream()
                                .anyMatch(ended ->
                                        ended.isOn(day) && paths.stream().anyMatch(ended::holds)))
                .map(other -> new Link(other, family.countsFrom(other), relation(other, member), "", "", null))
                .toList();
    }

    private Link link(Finding finding) {
        return link(family.find(finding.contract()).orElseThrow(), finding, null);
    }

    private Link link(FamilyMember member, Finding finding, @Nullable DocumentRelation relation) {
        return new Link(member, family.countsFrom(member), relation, path(finding), words(finding), finding.content());
    }

    private static String path(Finding finding) {
        return finding.citations().get(0).path();
    }

    private static String words(Finding finding) {
        return finding.citations().stream().map(Citation::quote).collect(Collectors.joining(" … "));
    }

    /** How one document stands to another, or to the one that the other belongs to. */
    private @Nullable DocumentRelation relation(FamilyMember from, FamilyMember to) {
        UUID target = to.contract().id();
        return direct(from, target)
                .or(() -> family.relations().stream()
                        .filter(own -> own.contract().equals(target)
                                && own.kind() == RelationKind.SCHEDULE_TO
                                && own.to() != null)
                        .flatMap(own -> direct(from, own.to()).stream())
                        .findFirst())
                .orElse(null);
    }

    private Optional<DocumentRelation> direct(FamilyMember from, @Nullable UUID to) {
        return family.relations().stream()
                .filter(relation -> relation.contract().equals(from.contract().id())
                        && to != null
                        && to.equals(relation.to())
                        && relation.kind() != RelationKind.SCHEDULE_TO)
                .min(Comparator.comparing(relation -> !CHANGES.contains(relation.kind())));
    }
}
