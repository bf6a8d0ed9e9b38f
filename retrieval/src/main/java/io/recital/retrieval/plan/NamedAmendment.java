package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.store.Repositories;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which amendment a question means: "the second amendment" and "Amendment No. 2" are one, and neither is the first. */
final class NamedAmendment {
    private static final Pattern AMENDMENT = Pattern.compile("(?i)\\b(?:amendment|addendum|supplement)\\b");

    private final Repositories store;

    NamedAmendment(Repositories store) {
        this.store = store;
    }

    /** Whether a question says that it is about an amendment. */
    static boolean isNamedIn(String question) {
        return AMENDMENT.matcher(question).find();
    }

    /** Of a contract and its amendments, the amendment with the number that the question says, or all of them. */
    Set<UUID> of(Set<UUID> scope, String question) {
        if (scope.size() < 2 || !isNamedIn(question)) {
            return scope;
        }
        Set<UUID> amendments =
                scope.stream().filter(id -> isNamedIn(called(id))).collect(Collectors.toSet());
        Set<Integer> asked = numbersIn(question);
        Set<UUID> numbered = amendments.stream()
                .filter(id -> numbersIn(called(id)).stream().anyMatch(asked::contains))
                .collect(Collectors.toSet());
        if (!numbered.isEmpty()) {
            return numbered;
        }
        return amendments.isEmpty() ? scope : amendments;
    }

    /** How a contract is called by its title and by its file. */
    private String called(UUID id) {
        Contract contract = store.contracts().get(id);
        return contract.title() + " | "
                + store.documents().get(contract.document()).file().replace('_', ' ');
    }

    private static Set<Integer> numbersIn(String text) {
        return NumberedDocument.listIn(text).stream()
                .filter(document -> isNamedIn(document.kind()))
                .map(NumberedDocument::number)
                .collect(Collectors.toSet());
    }
}
