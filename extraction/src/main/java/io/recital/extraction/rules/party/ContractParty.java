package io.recital.extraction.rules.party;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import java.util.List;
import java.util.Optional;

/**
 * A party of a contract as its opening words name it.
 *
 * @param name full name
 * @param aliases what the contract calls it, such as {@code Supplier}
 * @param span where the name stands in the stored text
 * @param aliasSpan where its first alias stands; the name's span when it has none
 */
public record ContractParty(String name, List<String> aliases, Span span, Span aliasSpan) {
    public ContractParty {
        requireNonNull(span, "span");
        requireNonNull(aliasSpan, "aliasSpan");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A party has a name");
        }
        aliases = List.copyOf(aliases);
    }

    /** What it does under the contract, such as {@code supplier}, as far as its aliases say so. */
    public Optional<PartyRole> role() {
        return aliases.stream()
                .flatMap(alias -> PartyRole.ofAlias(alias).stream())
                .findFirst();
    }
}
