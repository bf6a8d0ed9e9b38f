package io.recital.models.ledger.milestone;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Purchase;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Milestone;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Joins the milestones of a family with the facts that name them. */
final class Milestones {
    private final Dossier dossier;
    private final Map<UUID, Scope> scopes = new LinkedHashMap<>();
    private final Map<UUID, ReviewRule> reviews = new LinkedHashMap<>();
    private final List<MilestoneCourse> courses;

    private Milestones(Dossier dossier) {
        this.dossier = dossier;
        this.courses = dossier.family().listInForce(Milestone.class, dossier.asOf()).stream()
                .map(this::course)
                .toList();
    }

    /** All milestones that are in force on the dossier's day, each with what became of it. */
    static List<MilestoneCourse> of(Dossier dossier) {
        return dossier.reading(Milestones.class, Milestones::new).courses;
    }

    private MilestoneCourse course(Governed<Milestone> milestone) {
        FamilyMember contract = setBy(milestone);
        Scope scope = scopes.computeIfAbsent(contract.contract().id(), id -> Scope.of(dossier, contract));
        ReviewRule review = reviews.computeIfAbsent(contract.contract().id(), id -> ReviewRule.of(scope));
        MilestoneName name = new MilestoneName(milestone.content());
        List<Dated> deliveries = new ArrayList<>(steps(MilestoneStep.DELIVERED, name, contract));
        dossier.facts().purchases().stream()
                .filter(purchase -> name.standsIn(purchase.product())
                        && isUnder(contract, name, purchase.contract(), purchase.order()))
                .flatMap(purchase -> delivered(purchase, deliveries).stream())
                .forEach(deliveries::add);
        List<InvoiceLine> invoices = dossier.facts().invoiceLines().stream()
                .filter(line -> name.standsIn(line.description() + " " + line.product())
                        && isUnder(contract, name, line.order(), line.contract()))
                .toList();
        return new MilestoneCourse(
                milestone,
                scope,
                review,
                deliveries,
                steps(MilestoneStep.REJECTED, name, contract),
                steps(MilestoneStep.ACCEPTED, name, contract),
                invoices);
    }

    /** An event tells more than the purchase order's line, which has its own day only. */
    private static Optional<Dated> delivered(Purchase purchase, List<Dated> events) {
        return purchase.deliveredOn() == null || !events.isEmpty()
                ? Optional.empty()
                : Optional.of(Dated.of(purchase, purchase.deliveredOn(), "delivered_on"));
    }

    private List<Dated> steps(MilestoneStep step, MilestoneName name, FamilyMember contract) {
        return dossier.facts().events().stream()
                .filter(event -> name.isSubjectOf(event.subject())
                        && isUnder(contract, name, event.contract(), event.reference()))
                .filter(event -> MilestoneStep.of(event).filter(step::equals).isPresent())
                .map(event -> Dated.of(event, event.date(), "date"))
                .toList();
    }

    /** The contract that first set a milestone, before any change of it. */
    private FamilyMember setBy(Governed<Milestone> milestone) {
        List<Finding> rests = milestone.rests();
        return dossier.family().find(rests.get(rests.size() - 1).contract()).orElse(milestone.member());
    }

    /** Whether a fact that bears these references is about a contract's milestone, and not about another's of that name. */
    private boolean isUnder(FamilyMember contract, MilestoneName name, String... references) {
        List<FamilyMember> orders = dossier.family().members().stream()
                .filter(FamilyMember::isOrder)
                .filter(member -> Stream.of(references).anyMatch(member::bears))
                .toList();
        return orders.isEmpty() ? settersOf(name).size() == 1 : orders.contains(contract);
    }

    private List<FamilyMember> settersOf(MilestoneName name) {
        return dossier.family().listInForce(Milestone.class, dossier.asOf()).stream()
                .filter(other ->
                        name.standsIn(Objects.requireNonNullElse(other.content().code(), "") + " "
                                + other.content().deliverable()))
                .map(this::setBy)
                .distinct()
                .toList();
    }

    /** Whether facts of a kind begin early enough to tell that something did not happen: the first event is before a day. */
    static boolean recordsBefore(Dossier dossier, LocalDate day, MilestoneStep step) {
        return dossier.facts().events().stream()
                .filter(event -> MilestoneStep.of(event).filter(step::equals).isPresent())
                .map(ContractEvent::date)
                .anyMatch(date -> date.isBefore(day));
    }

    static String key(PerformanceFact fact) {
        return fact.kind().label() + ":" + fact.id();
    }
}
