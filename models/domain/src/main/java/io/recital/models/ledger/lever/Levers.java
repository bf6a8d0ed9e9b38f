package io.recital.models.ledger.lever;

import static java.util.Objects.requireNonNull;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.FamilyMember;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.LeverType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The levers of a family as they speak for something that names a contract or an order: an order's own before the
 * agreement's, the agreement's before those of its schedules.
 */
public record Levers(ContractFamily family) {
    public Levers {
        requireNonNull(family, "family");
    }

    /**
     * Those of a sort that prevail on a day for what bears references, an order's before its contract's: one, or several
     * where none prevails over the others.
     */
    public List<LeverTerm> prevailing(
            LeverType type, LocalDate day, Collection<String> references, Predicate<LeverTerm> fits) {
        List<LeverTerm> candidates = inForce(type, day, references).filter(fits).toList();
        Predicate<LeverTerm> ofTheOrder = term -> term.member().isOrder()
                && references.stream().anyMatch(reference -> term.member().bears(reference));
        Predicate<LeverTerm> ofAnAgreement = term -> !isSchedule(term.member());
        for (Predicate<LeverTerm> first : List.of(ofTheOrder, ofAnAgreement)) {
            if (candidates.stream().anyMatch(first)) {
                return candidates.stream().filter(first).toList();
            }
        }
        return candidates;
    }

    /** All of a sort that are in force on a day and may speak for what bears references. */
    public Stream<LeverTerm> inForce(LeverType type, LocalDate day, Collection<String> references) {
        String known = family.findKnown(references.toArray(String[]::new)).orElse("");
        Set<UUID> circle = circle(known);
        return family.listInForce(CommercialLever.class, day, known).stream()
                .filter(governed -> governed.content().lever() == type)
                .filter(governed -> circle.isEmpty()
                        || circle.contains(governed.member().contract().id()))
                .map(LeverTerm::of);
    }

    /** All of a sort in all documents, in force or not, each as it stands there. */
    public Stream<LeverTerm> everStated(LeverType type) {
        return family.members().stream()
                .flatMap(member -> member.findings().stream()
                        .filter(finding -> finding.content() instanceof CommercialLever lever && lever.lever() == type)
                        .map(finding ->
                                new LeverTerm((CommercialLever) finding.content(), finding, member, List.of())));
    }

    /** Of some terms those whose document no other's document amends. */
    public List<LeverTerm> notAmended(List<LeverTerm> terms) {
        return terms.stream()
                .filter(term -> terms.stream()
                        .noneMatch(other -> family.relations().stream()
                                .anyMatch(relation -> relation.kind() == RelationKind.AMENDS
                                        && relation.contract()
                                                .equals(other.member()
                                                        .contract()
                                                        .id())
                                        && term.member().contract().id().equals(relation.to()))))
                .toList();
    }

    /** The business days of the law that governs the family's contracts. */
    public BusinessCalendar calendar() {
        return family.members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding ->
                        finding.content() instanceof ContractFact fact && fact.fact() == FactType.GOVERNING_LAW)
                .map(finding -> BusinessCalendar.of(
                        ((ContractFact) finding.content()).value().display()))
                .filter(calendar -> !calendar.places().isEmpty())
                .findFirst()
                .orElse(BusinessCalendar.WEEKDAYS);
    }

    private boolean isSchedule(FamilyMember member) {
        return family.relations().stream()
                .anyMatch(relation -> relation.kind() == RelationKind.SCHEDULE_TO
                        && relation.contract().equals(member.contract().id()));
    }

    /** The contracts that are related to those that bear a reference; none where no contract bears it. */
    private Set<UUID> circle(String reference) {
        Set<UUID> circle = new HashSet<>();
        family.members().stream()
                .filter(member -> member.bears(reference))
                .forEach(member -> circle.add(member.contract().id()));
        boolean grows = !circle.isEmpty();
        while (grows) {
            grows = false;
            for (DocumentRelation relation : family.relations()) {
                UUID to = relation.to();
                if (to != null && (circle.contains(to) || circle.contains(relation.contract()))) {
                    grows |= circle.addAll(List.of(to, relation.contract()));
                }
            }
        }
        return circle;
    }
}
