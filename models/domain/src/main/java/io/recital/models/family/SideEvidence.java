package io.recital.models.family;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.CompanyName;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document tells of who stands on which side of it.
 *
 * @param role the tenant's side as stated, or unknown
 * @param counterparty name of the other side as far as it is settled, null when open
 * @param parties that were found in it
 * @param beginning of its text, where a document says what it belongs to
 * @param references numbers that it bears
 */
public record SideEvidence(
        UUID contract,
        String file,
        TenantRole role,
        @Nullable String counterparty,
        List<TypedValue.Party> parties,
        String beginning,
        Set<String> references) {
    /** How many code points of a text count as its beginning. */
    public static final int BEGINNING = 3500;

    public SideEvidence {
        requireNonNull(contract, "contract");
        parties = List.copyOf(parties);
        references = Set.copyOf(references);
    }

    /** The party that a finding names; empty for any other. */
    public static Optional<TypedValue.Party> party(Finding finding) {
        return finding.content() instanceof ContractFact fact && fact.value() instanceof TypedValue.Party party
                ? Optional.of(party)
                : Optional.empty();
    }

    /** The same where what was settled of its sides turned out wrong. */
    SideEvidence unsettled() {
        return new SideEvidence(contract, file, TenantRole.UNKNOWN, null, parties, beginning, references);
    }

    /** The companies, by the word that each group is known by, that are party to it. */
    Set<String> stems() {
        return Stream.concat(parties.stream().map(TypedValue.Party::name), Stream.ofNullable(counterparty))
                .map(name -> CompanyName.of(name).stem())
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toSet());
    }

    static String stemOf(TypedValue.Party party) {
        return CompanyName.of(party.name()).stem();
    }
}
