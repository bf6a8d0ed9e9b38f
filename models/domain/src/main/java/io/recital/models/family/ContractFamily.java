package io.recital.models.family;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.contract.Counterparty;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Milestone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All contracts with one counterparty and how they stand to each other: it knows which of them speaks on a day.
 *
 * <p>An amendment's term replaces the amended one of the same subject from its effective day. What an order (a statement
 * of work, a work order) says differently it says for itself: those who look at a fact ask with the reference that the
 * fact bears.
 */
public record ContractFamily(Counterparty counterparty, List<FamilyMember> members, List<DocumentRelation> relations) {
    public ContractFamily {
        requireNonNull(counterparty, "counterparty");
        members = withOwnReferences(members);
        relations = List.copyOf(relations);
    }

    /** An order that has a number of its own is not meant by the number of its agreement, which it bears too. */
    private static List<FamilyMember> withOwnReferences(List<FamilyMember> members) {
        List<FamilyMember> agreements =
                members.stream().filter(member -> !member.isOrder()).toList();
        return members.stream()
                .map(member -> member.isOrder() ? member.apartFrom(agreements) : member)
                .toList();
    }

    /** The same with one more finding of one of its contracts. */
    public ContractFamily with(Finding finding) {
        return new ContractFamily(
                counterparty,
                members.stream()
                        .map(member ->
                                member.contract().id().equals(finding.contract()) ? member.with(finding) : member)
                        .toList(),
                relations);
    }

    /** The same without findings that are left aside. */
    public ContractFamily without(Predicate<Finding> leftAside) {
        return new ContractFamily(
                counterparty,
                members.stream().map(member -> member.without(leftAside)).toList(),
                relations);
    }

    /** A contract of the family. */
    public Optional<FamilyMember> find(UUID contract) {
        return members.stream()
                .filter(member -> member.contract().id().equals(contract))
                .findFirst();
    }

    /** The first of some references that a contract of the family bears: of a fact, its order's before its contract's. */
    public Optional<String> findKnown(String... references) {
        return List.of(references).stream()
                .filter(reference -> members.stream().anyMatch(member -> member.bears(reference)))
                .findFirst();
    }

    /**
     * Those that count on a day, the latest change first and orders last; not what a restatement replaced, and of
     * duplicates one.
     */
    public List<FamilyMember> inForce(LocalDate day) {
        return members.stream()
                .filter(member -> !countsFrom(member).isAfter(day))
                .filter(member -> !isReplaced(member.contract().id(), day))
                .sorted(Comparator.comparing(FamilyMember::isOrder)
                        .thenComparing(this::saidOn, Comparator.reverseOrder())
                        .thenComparing(this::countsFrom, Comparator.reverseOrder()))
                .toList();
    }

    /** The day on which its words were there and counted: one that counts from a day before its signature knew what was said until then. */
    private LocalDate saidOn(FamilyMember member) {
        LocalDate counts = countsFrom(member);
        return member.findSigned().filter(counts::isBefore).orElse(counts);
    }

    /** The findings of a sort that are in force on a day, those of the latest change first and those of orders last. */
    public <C extends FindingContent> List<Governed<C>> listInForce(Class<C> sort, LocalDate day) {
        List<FamilyMember> counting = inForce(day);
        Precedence precedence = precedence(counting, day);
        return new InForce<>(sort, day, precedence::hasTheLastWord, precedence::changes).of(counting);
    }

    /**
     * The findings of a sort that are in force on a day for what bears a reference: under an order its own terms first,
     * and none of other orders.
     */
    public <C extends FindingContent> List<Governed<C>> listInForce(Class<C> sort, LocalDate day, String reference) {
        return listUnder(findOrder(reference), sort, day);
    }

    /** The same for what is done under a contract of the family: an order, or else the agreement itself. */
    public <C extends FindingContent> List<Governed<C>> listInForce(
            Class<C> sort, LocalDate day, FamilyMember contract) {
        return listUnder(contract.isOrder() ? contract.contract().id() : null, sort, day);
    }

    private <C extends FindingContent> List<Governed<C>> listUnder(@Nullable UUID order, Class<C> sort, LocalDate day) {
        List<FamilyMember> counting = inForce(day);
        Precedence precedence = precedence(counting, day);
        List<FamilyMember> speaking = counting.stream()
                .filter(member -> speaksFor(member, order, counting, precedence))
                .sorted(Comparator.comparing(member ->
                        order == null || !precedence.belongsTo(member.contract().id(), order)))
                .toList();
        return order == null
                ? new InForce<>(sort, day, precedence::hasTheLastWord, precedence::changes).of(speaking)
                : new InForce<>(
                                sort,
                                day,
                                (one, other) -> precedence.hasTheLastWordUnder(order, one, other),
                                precedence::changes)
                        .of(speaking);
    }

    /** What became of a finding by a day, and the chain of texts that leads there. */
    public Governing governing(Finding finding, LocalDate day) {
        return new GoverningChain(this, day).of(finding);
    }

    /**
     * What became of a clause by a day, and the chain of texts that leads there.
     *
     * @param clauses those of a member's current document
     */
    public Governing governing(
            FamilyMember member, Clause clause, Function<FamilyMember, List<Clause>> clauses, LocalDate day) {
        return new GoverningChain(this, day).of(member, clause, clauses);
    }

    private @Nullable UUID findOrder(String reference) {
        return members.stream()
                .filter(member -> member.isOrder() && member.bears(reference))
                .map(member -> member.contract().id())
                .findFirst()
                .orElse(null);
    }

    private static boolean speaksFor(
            FamilyMember member, @Nullable UUID order, List<FamilyMember> counting, Precedence precedence) {
        UUID id = member.contract().id();
        boolean alone = counting.size() == 1;
        return alone
                || (order != null && precedence.belongsTo(id, order))
                || counting.stream()
                        .filter(FamilyMember::isOrder)
                        .noneMatch(other ->
                                precedence.belongsTo(id, other.contract().id()));
    }

    private Precedence precedence(List<FamilyMember> counting, LocalDate day) {
        return new Precedence(
                counting,
                relations.stream()
                        .filter(relation -> !from(relation).isAfter(day))
                        .toList());
    }

    boolean isReplaced(UUID contract, LocalDate day) {
        return relations.stream().anyMatch(relation -> switch (relation.kind()) {
            case RESTATES -> contract.equals(relation.to()) && !from(relation).isAfter(day);
            case DUPLICATE_OF -> contract.equals(relation.contract());
            case SCHEDULE_TO, AMENDS ->
                contract.equals(relation.contract()) && isRestated(relation.to(), day) && !isRelatedElsewhere(relation);
            default -> false;
        });
    }

    private boolean isRestated(@Nullable UUID contract, LocalDate day) {
        return contract != null
                && relations.stream()
                        .anyMatch(relation -> relation.kind() == RelationKind.RESTATES
                                && contract.equals(relation.to())
                                && !from(relation).isAfter(day));
    }

    private boolean isRelatedElsewhere(DocumentRelation relation) {
        return relations.stream()
                .anyMatch(other -> other.kind() == relation.kind()
                        && other.contract().equals(relation.contract())
                        && other.to() != null
                        && !other.to().equals(relation.to())
                        && !isChangeOf(other.to(), relation.to()));
    }

    private boolean isChangeOf(UUID change, @Nullable UUID changed) {
        return relations.stream()
                .anyMatch(relation -> relation.kind() == RelationKind.AMENDS
                        && relation.contract().equals(change)
                        && relation.to() != null
                        && relation.to().equals(changed));
    }

    /** From when a relation has effect; one that states no day has it from the day of its document. */
    private LocalDate from(DocumentRelation relation) {
        LocalDate effective = relation.effective();
        return effective != null
                ? effective
                : find(relation.contract()).flatMap(FamilyMember::findEffective).orElse(LocalDate.MIN);
    }

    /**
     * From when a contract counts; a schedule without a day of its own from that of the contract it belongs to. The
     * earliest of all days where nothing tells.
     */
    public LocalDate countsFrom(FamilyMember member) {
        return member.findEffective()
                .or(() -> relations.stream()
                        .filter(relation ->
                                relation.contract().equals(member.contract().id()))
                        .map(DocumentRelation::effective)
                        .flatMap(Stream::ofNullable)
                        .findFirst())
                .or(() -> relations.stream()
                        .filter(relation -> relation.kind() == RelationKind.SCHEDULE_TO
                                && relation.contract().equals(member.contract().id()))
                        .flatMap(relation -> Stream.ofNullable(relation.to()))
                        .flatMap(to -> find(to).stream())
                        .flatMap(parent -> parent.findEffective().stream())
                        .findFirst())
                .orElse(LocalDate.MIN);
    }

    /**
     * A finding that is in force, with what it says and the contract that says it.
     *
     * @param content as it stands on the day: what a change leaves unsaid is as before
     * @param replaced what said otherwise of the same subject before, the latest first
     */
    public record Governed<C extends FindingContent>(
            C content, Finding finding, FamilyMember member, List<Finding> replaced) {
        public Governed {
            requireNonNull(content, "content");
            requireNonNull(finding, "finding");
            requireNonNull(member, "member");
            replaced = List.copyOf(replaced);
        }

        public Governed(C content, Finding finding, FamilyMember member) {
            this(content, finding, member, List.of());
        }

        /** All findings that the content rests on: a milestone's new day stands in the change, its price in the order. */
        public List<Finding> rests() {
            return content instanceof Milestone || !content.equals(finding.content())
                    ? Stream.concat(Stream.of(finding), replaced.stream()).toList()
                    : List.of(finding);
        }
    }
}
