package io.recital.models.family;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Milestone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The terms of one sort that are in force on a day.
 *
 * @param lastWord whether the first contract has the last word over the second
 */
record InForce<C extends FindingContent>(Class<C> sort, LocalDate day, BiPredicate<UUID, UUID> lastWord) {
    /** What these contracts say together, in their order. */
    List<Governed<C>> of(List<FamilyMember> members) {
        List<Governed<C>> terms = new ArrayList<>();
        for (FamilyMember member : members) {
            List<FamilyMember> above = related(members, other -> isAbove(other, member));
            List<FamilyMember> below = related(members, other -> isAbove(member, other));
            for (Finding finding : ofSort(member)) {
                if (above.stream().noneMatch(other -> speaksOf(other, finding))) {
                    terms.add(governed(finding, member, below));
                }
            }
        }
        return terms;
    }

    private boolean isAbove(FamilyMember one, FamilyMember other) {
        return lastWord.test(one.contract().id(), other.contract().id());
    }

    private static List<FamilyMember> related(List<FamilyMember> members, Predicate<FamilyMember> condition) {
        return members.stream().filter(condition).toList();
    }

    private List<Finding> ofSort(FamilyMember member) {
        return member.findings().stream()
                .filter(finding -> sort.isInstance(finding.content()))
                .toList();
    }

    private boolean speaksOf(FamilyMember other, Finding old) {
        return ofSort(other).stream().anyMatch(fresh -> takesThePlaceOf(fresh, old));
    }

    private boolean takesThePlaceOf(Finding fresh, Finding old) {
        return TermSubject.isSame(fresh, old) && !TermSubject.beginsAfter(fresh.content(), day);
    }

    private Governed<C> governed(Finding finding, FamilyMember member, List<FamilyMember> below) {
        List<Finding> replaced = below.stream()
                .flatMap(other -> ofSort(other).stream())
                .filter(old -> takesThePlaceOf(finding, old))
                .toList();
        return new Governed<>(content(finding, replaced), finding, member, replaced);
    }

    /** What a change of a milestone leaves unsaid is as before. */
    private C content(Finding finding, List<Finding> replaced) {
        FindingContent content = finding.content();
        if (content instanceof Milestone milestone) {
            Milestone whole = milestone;
            for (Finding old : replaced) {
                whole = whole.completedBy((Milestone) old.content());
            }
            content = whole;
        }
        return sort.cast(content);
    }
}
