package io.recital.models.family;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Milestone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The terms of one sort that are in force on a day.
 *
 * @param lastWord whether the first contract has the last word over the second
 * @param changes whether the first contract is a change of the second itself, and not of what belongs to it
 */
record InForce<C extends FindingContent>(
        Class<C> sort,
        LocalDate day,
        BiPredicate<UUID, UUID> lastWord,
        BiPredicate<UUID, UUID> changes,
        TermSubject subjects) {
    private static final Pattern CHANGES = Pattern.compile(
            "\\b(?:replaced\\s+(?:by|with)|instead\\s+of|in\\s+place\\s+of|becomes?|(?:reduc|increas|rais|lower|extend|shorten|chang|amend|adjust)(?:e?d|es)|from\\s+now\\s+on|no\\s+longer|shall\\s+now|is\\s+now|are\\s+now)\\b",
            Pattern.CASE_INSENSITIVE);
    /** The whole text is written anew: what it does not say any more does not hold any more. */
    private static final Pattern ANEW = Pattern.compile(
            "\\bin\\s+(?:its|their)\\s+entirety\\b|\\bby\\s+the\\s+following\\b|\\bto\\s+read\\b|\\breads?\\s+as\\s+follows\\b|\\bas\\s+follows\\s*:|\\brestated\\b",
            Pattern.CASE_INSENSITIVE);

    InForce(Class<C> sort, LocalDate day, BiPredicate<UUID, UUID> lastWord, BiPredicate<UUID, UUID> changes) {
        this(sort, day, lastWord, changes, new TermSubject());
    }

    /** What these contracts say together, in their order. */
    List<Governed<C>> of(List<FamilyMember> members) {
        List<Governed<C>> terms = new ArrayList<>();
        for (FamilyMember member : members) {
            List<FamilyMember> above = related(members, other -> isAbove(other, member));
            List<FamilyMember> below = related(members, other -> isAbove(member, other));
            for (Finding finding : ofSort(member)) {
                if (above.stream().noneMatch(other -> speaksOf(other, finding) || ends(other, member, finding))) {
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

    private boolean ends(FamilyMember other, FamilyMember member, Finding old) {
        return changes.test(other.contract().id(), member.contract().id())
                && other.ended().stream().anyMatch(clause -> clause.isOn(day) && clause.holdsAll(old));
    }

    private boolean takesThePlaceOf(Finding fresh, Finding old) {
        return subjects.isSame(fresh, old) && !TermSubject.beginsAfter(fresh.content(), day);
    }

    private Governed<C> governed(Finding finding, FamilyMember member, List<FamilyMember> below) {
        List<Finding> replaced = below.stream()
                .flatMap(other -> ofSort(other).stream())
                .filter(old -> takesThePlaceOf(finding, old))
                .toList();
        return new Governed<>(content(finding, replaced), finding, member, replaced);
    }

    /** What a change of a milestone leaves unsaid is as before, and so is that of a lever of which only a value is changed. */
    private C content(Finding finding, List<Finding> replaced) {
        FindingContent content = finding.content();
        if (content instanceof Milestone milestone) {
            Milestone whole = milestone;
            for (Finding old : replaced) {
                whole = whole.completedBy((Milestone) old.content());
            }
            content = whole;
        }
        if (content instanceof CommercialLever lever && !replaced.isEmpty() && changesAValue(finding)) {
            content = lever.completedBy((CommercialLever) replaced.get(0).content());
        }
        return sort.cast(content);
    }

    private static boolean changesAValue(Finding finding) {
        String words = finding.words();
        return CHANGES.matcher(words).find() && !ANEW.matcher(words).find();
    }
}
