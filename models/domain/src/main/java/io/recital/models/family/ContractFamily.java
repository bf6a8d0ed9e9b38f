package io.recital.models.family;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.Counterparty;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All contracts with one counterparty and how they stand to each other: it knows which of them speaks on a day. */
public record ContractFamily(Counterparty counterparty, List<FamilyMember> members, List<DocumentRelation> relations) {
    public ContractFamily {
        requireNonNull(counterparty, "counterparty");
        members = List.copyOf(members);
        relations = List.copyOf(relations);
    }

    /** A contract of the family. */
    public Optional<FamilyMember> find(UUID contract) {
        return members.stream()
                .filter(member -> member.contract().id().equals(contract))
                .findFirst();
    }

    /** Those that count on a day, the latest change first; not what a restatement replaced, and of duplicates one. */
    public List<FamilyMember> inForce(LocalDate day) {
        return members.stream()
                .filter(member -> !from(member).isAfter(day))
                .filter(member -> relations.stream().noneMatch(relation -> takesTheWords(relation, member, day)))
                .sorted(Comparator.comparing(ContractFamily::from).reversed())
                .toList();
    }

    /** The findings of a sort that are in force on a day, those of the latest change first. */
    public <C extends FindingContent> List<Governed<C>> listInForce(Class<C> sort, LocalDate day) {
        return inForce(day).stream()
                .flatMap(member -> member.findings().stream()
                        .filter(finding -> sort.isInstance(finding.content()))
                        .map(finding -> new Governed<>(sort.cast(finding.content()), finding, member)))
                .toList();
    }

    private static boolean takesTheWords(DocumentRelation relation, FamilyMember member, LocalDate day) {
        boolean restated = relation.kind() == RelationKind.RESTATES
                && member.contract().id().equals(relation.to())
                && (relation.effective() == null || !relation.effective().isAfter(day));
        boolean copy = relation.kind() == RelationKind.DUPLICATE_OF
                && member.contract().id().equals(relation.contract());
        return restated || copy;
    }

    private static LocalDate from(FamilyMember member) {
        return member.findEffective().orElse(LocalDate.MIN);
    }

    /** A finding that is in force, with what it says and the contract that says it. */
    public record Governed<C extends FindingContent>(C content, Finding finding, FamilyMember member) {}
}
