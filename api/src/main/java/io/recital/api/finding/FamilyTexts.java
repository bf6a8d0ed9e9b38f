package io.recital.api.finding;

import io.recital.models.contract.CitableText;
import io.recital.models.contract.Contract;
import io.recital.models.store.ContractFilter;
import io.recital.models.store.Repositories;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The current texts of the documents of a family, by what a quote calls them. */
final class FamilyTexts {
    private static final int MOST = 1000;

    private final Repositories store;
    private final Contract contract;

    /** Those of the same counterparty as a contract. */
    FamilyTexts(Repositories store, Contract contract) {
        this.store = store;
        this.contract = contract;
    }

    /**
     * A document by its file, the title of its contract, or an id of either; an {@link IllegalArgumentException} says which
     * there are where it is none of them, or more than one.
     */
    CitableText get(String name) {
        List<Contract> family = family();
        List<Contract> named = family.stream()
                .filter(member -> names(member).anyMatch(name.strip()::equalsIgnoreCase))
                .toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException((named.isEmpty() ? "There is no document “" : "Several documents are “")
                    + name + "” in the family: a quote's 'document' is one of "
                    + family.stream().map(this::shown).collect(Collectors.joining(", ")) + ", or an id");
        }
        return store.findCitable(named.get(0).document())
                .orElseThrow(() -> new IllegalArgumentException("The document “" + name + "” has no text yet"));
    }

    private List<Contract> family() {
        UUID counterparty = contract.counterparty();
        return counterparty == null
                ? List.of(contract)
                : store.contracts()
                        .list(new ContractFilter(counterparty, null, null, null), null, MOST)
                        .items();
    }

    private Stream<String> names(Contract member) {
        return Stream.of(member.id().toString(), member.document().toString(), member.title(), file(member));
    }

    private String shown(Contract member) {
        return file(member) + " (" + member.title() + ")";
    }

    private String file(Contract member) {
        return store.documents().get(member.document()).file();
    }
}
