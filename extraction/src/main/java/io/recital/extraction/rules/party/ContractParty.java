package io.recital.extraction.rules.party;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A party of a contract as its opening words name it.
 *
 * @param name full name
 * @param aliases what the contract calls it, such as {@code Supplier}
 * @param span where the name stands in the stored text
 * @param aliasSpan where its first alias stands; the name's span when it has none
 * @param read its role as far as the contract tells it in other words than its aliases; null when it does not
 */
public record ContractParty(
        String name,
        List<String> aliases,
        Span span,
        Span aliasSpan,
        @Nullable PartyRole read) {
    public ContractParty(String name, List<String> aliases, Span span, Span aliasSpan) {
        this(name, aliases, span, aliasSpan, null);
    }

    public ContractParty {
        requireNonNull(span, "span");
        requireNonNull(aliasSpan, "aliasSpan");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A party has a name");
        }
        aliases = List.copyOf(aliases);
    }

    /** What it does under the contract, such as {@code supplier}, as its aliases or else its duties tell. */
    public Optional<PartyRole> role() {
        return aliases.stream()
                .flatMap(alias -> PartyRole.ofAlias(alias).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(read));
    }

    ContractParty withRole(PartyRole role) {
        return new ContractParty(name, aliases, span, aliasSpan, role);
    }
}
