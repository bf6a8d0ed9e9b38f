package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.evidence.Citation;
import io.recital.retrieval.plan.NumberedDocument;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.words.Synonyms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds an answer against the document that its question calls by a number: nobody answers for a third amendment out of the second. */
final class MissingDocument {
    private MissingDocument() {}

    /** A document called by its number has to be there, and to be cited where it is said to have done something. */
    static Optional<String> in(Evidence evidence, Answer answer) {
        Optional<NumberedDocument> asked =
                NumberedDocument.in(Synonyms.spelledOut(evidence.question().text()));
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> scope = evidence.question().scope().contracts();
        List<Contract> all = evidence.run().contracts(new TypedQuery.Contracts(Set.of()));
        Set<UUID> sides = all.stream()
                .filter(contract -> scope.isEmpty() || scope.contains(contract.id()))
                .flatMap(contract -> Stream.ofNullable(contract.counterparty()))
                .collect(Collectors.toSet());
        List<Contract> near = all.stream()
                .filter(contract -> sides.contains(contract.counterparty()))
                .toList();
        Set<UUID> ones =
                near.stream().filter(asked.get()::isOne).map(Contract::id).collect(Collectors.toSet());
        boolean numbered = near.stream().anyMatch(asked.get()::isOfTheKind);
        boolean silent = ones.isEmpty()
                ? numbered
                : asked.get().acts()
                        && answer.citations().stream().map(Citation::contract).noneMatch(ones::contains);
        return silent ? Optional.of(asked.get().written()) : Optional.empty();
    }
}
