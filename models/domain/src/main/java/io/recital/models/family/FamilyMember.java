package io.recital.models.family;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.clause.Definition;
import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentSort;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LostStatement;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * A contract in its family, with what was found in it.
 *
 * @param references numbers that the document bears, as facts write them, such as {@code CBF/IT/2025/014-SOW1}
 * @param findings those that nobody rejected
 * @param definitions the terms that it defines, by which its findings are to be read
 * @param ended the clauses of what it changes that it takes out
 * @param lost what people stated of earlier versions and have to state again
 * @param beside what stands in the clauses and rows of its terms of money and is cited by none of them
 */
public record FamilyMember(
        Contract contract,
        Set<String> references,
        List<Finding> findings,
        List<Definition> definitions,
        Beside beside,
        List<EndedClause> ended,
        List<LostStatement> lost) {
    public FamilyMember(
            Contract contract, Set<String> references, List<Finding> findings, List<Definition> definitions) {
        this(contract, references, findings, definitions, Beside.NOTHING, List.of(), List.of());
    }

    public FamilyMember(Contract contract, Set<String> references, List<Finding> findings) {
        this(contract, references, findings, List.of());
    }

    public FamilyMember {
        requireNonNull(contract, "contract");
        references = Set.copyOf(references);
        findings = findings.stream()
                .filter(finding -> finding.review() != ReviewStatus.REJECTED)
                .toList();
        definitions = List.copyOf(definitions);
        requireNonNull(beside, "beside");
        ended = List.copyOf(ended);
        lost = List.copyOf(lost);
    }

    /** By its contract: all that was found in it would be gone through each time otherwise. */
    @Override
    public int hashCode() {
        return contract.id().hashCode();
    }

    /** The same with the sentences that stand beside those that its terms of money cite. */
    public FamilyMember with(List<Clause> clauses) {
        return new FamilyMember(
                contract,
                references,
                findings,
                definitions,
                Beside.of(findings, contract.document(), clauses),
                EndedClause.in(clauses),
                lost);
    }

    /** The same with what people stated of earlier versions and have to state again. */
    public FamilyMember withLost(List<LostStatement> statements) {
        return new FamilyMember(contract, references, findings, definitions, beside, ended, statements);
    }

    /** The same with one more finding. */
    FamilyMember with(Finding finding) {
        return new FamilyMember(
                contract,
                references,
                Stream.concat(findings.stream(), Stream.of(finding)).toList(),
                definitions,
                beside,
                ended,
                lost);
    }

    /** The same without findings that are left aside. */
    FamilyMember without(Predicate<Finding> leftAside) {
        return new FamilyMember(
                contract,
                references,
                findings.stream().filter(leftAside.negate()).toList(),
                definitions,
                beside,
                ended,
                lost);
    }

    /** What it says that a term means. */
    public Optional<Definition> findDefinition(String term) {
        return definitions.stream()
                .filter(definition -> definition.term().equalsIgnoreCase(term))
                .findFirst();
    }

    public Optional<LocalDate> findSigned() {
        return findDay(FactType.AGREEMENT_DATE);
    }

    /** The day from which it counts: its effective date, or the day on which it was signed. */
    public Optional<LocalDate> findEffective() {
        return findDay(FactType.EFFECTIVE_DATE).or(this::findSigned);
    }

    public Optional<LocalDate> findExpiration() {
        return findDay(FactType.EXPIRATION_DATE);
    }

    /** Whether it bears a reference, however it is spaced and written large or small. */
    public boolean bears(String reference) {
        String wanted = plain(reference);
        return !wanted.isEmpty()
                && references.stream().anyMatch(own -> plain(own).equals(wanted));
    }

    /** With the references only that none of the others bears, where there are some. */
    FamilyMember apartFrom(List<FamilyMember> others) {
        Set<String> own = references.stream()
                .filter(reference -> others.stream().noneMatch(other -> other.bears(reference)))
                .collect(Collectors.toSet());
        return own.isEmpty() || own.size() == references.size()
                ? this
                : new FamilyMember(contract, own, findings, definitions, beside, ended, lost);
    }

    private static String plain(String reference) {
        return reference.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    /** What it means by a dollar sign alone. */
    public CurrencyUnit dollar() {
        return MemberDollar.of(this);
    }

    /** Whether it is an order under another contract, such as a statement of work. */
    public boolean isOrder() {
        return findings.stream()
                .map(Finding::content)
                .anyMatch(content -> content instanceof ContractFact fact
                        && fact.fact() == FactType.DOCUMENT_TYPE
                        && DocumentSort.of(fact.value().display()) == DocumentSort.ORDER);
    }

    private Optional<LocalDate> findDay(FactType type) {
        return findings.stream()
                .map(Finding::content)
                .filter(content -> content instanceof ContractFact fact
                        && fact.fact() == type
                        && fact.value() instanceof TypedValue.Day)
                .map(content -> ((TypedValue.Day) ((ContractFact) content).value()).value())
                .findFirst();
    }
}
