package io.recital.models.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the ledger says, for those that ask without knowing how it is made. */
public interface LedgerReader {
    /**
     * What all checks say on a day, about the counterparties of these contracts. Call it in the name of a tenant.
     *
     * @param contracts ids; empty for all
     */
    List<Outcome> outcomes(Set<UUID> contracts, LocalDate asOf);
}
