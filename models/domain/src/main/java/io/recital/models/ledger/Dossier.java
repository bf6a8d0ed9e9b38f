package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.family.ContractFamily;
import java.time.LocalDate;

/**
 * All that is held against each other for one counterparty: what its contracts promise and what happened.
 *
 * @param facts the counterparty's own as they were known on the day, with all index values and exchange rates
 * @param asOf the day on which it is looked at
 */
public record Dossier(ContractFamily family, Facts facts, LocalDate asOf) {
    public Dossier {
        requireNonNull(family, "family");
        requireNonNull(asOf, "asOf");
        facts = facts.knownOn(asOf);
    }

    /** Whether the tenant sells or licenses under these contracts. */
    public boolean isOfASeller() {
        return family.members().stream()
                .map(member -> member.contract().role())
                .anyMatch(role -> role == TenantRole.SELLER || role == TenantRole.LICENSOR);
    }
}
