package io.recital.models.family;

import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What contracts are worth by the words that hold on a day. A value that stands in a term, such as a minimum commitment,
 * is changed by what changes the term, whether or not the change speaks of a value.
 */
public final class ValuesInForce {
    private final ContractFamily family;
    private final List<Governed<CommercialLever>> terms;

    private ValuesInForce(ContractFamily family, LocalDate day) {
        this.family = family;
        this.terms = family.listInForce(CommercialLever.class, day);
    }

    /** Those of a family, each with the contract that states it last. */
    public static List<Governed<ContractFact>> of(ContractFamily family, LocalDate day) {
        ValuesInForce values = new ValuesInForce(family, day);
        return family.listInForce(ContractFact.class, day).stream()
                .filter(governed -> governed.content().fact() == FactType.CONTRACT_VALUE)
                .map(governed -> values.findChanged(governed).orElse(governed))
                .toList();
    }

    private Optional<Governed<ContractFact>> findChanged(Governed<ContractFact> stated) {
        return family.find(stated.finding().contract()).stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding -> standsInOneSentence(finding, stated.finding()))
                .flatMap(term -> fresh(term, stated.content().value()).stream()
                        .map(change -> new Governed<>(
                                new ContractFact(
                                        FactType.CONTRACT_VALUE,
                                        change.amount(),
                                        stated.content().basis()),
                                change.term().finding(),
                                change.term().member(),
                                Stream.concat(Stream.of(stated.finding()), stated.replaced().stream())
                                        .toList())))
                .findFirst();
    }

    private record Change(Governed<CommercialLever> term, TypedValue amount) {}

    /** The sum that has taken the place of the one that a term and a value state alike. */
    private Optional<Change> fresh(Finding old, TypedValue value) {
        if (!(old.content() instanceof CommercialLever lever)) {
            return Optional.empty();
        }
        return lever.parameters().stream()
                .filter(parameter -> value instanceof TypedValue.Amount && isSame(parameter.value(), value))
                .map(LeverParameter::name)
                .flatMap(name -> terms.stream()
                        .filter(term -> term.replaced().stream()
                                .anyMatch(replaced -> replaced.id().equals(old.id())))
                        .flatMap(term -> term.content().find(name).stream()
                                .filter(amount -> amount instanceof TypedValue.Amount && !isSame(amount, value))
                                .map(amount -> new Change(term, amount))))
                .findFirst();
    }

    private static boolean isSame(TypedValue one, TypedValue other) {
        return one instanceof TypedValue.Amount first
                && other instanceof TypedValue.Amount second
                && first.value().isEqual(second.value());
    }

    private static boolean standsInOneSentence(Finding one, Finding other) {
        return one.citations().stream()
                .anyMatch(citation -> other.citations().stream().anyMatch(second -> overlap(citation, second)));
    }

    private static boolean overlap(Citation one, Citation other) {
        return one.document().equals(other.document()) && one.span().overlaps(other.span());
    }
}
