package io.recital.models.report;

import io.recital.models.governance.Governance;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How counterparties stand, for those that ask without knowing how ledgers are made and where facts are kept. */
public interface StandingReader {
    /**
     * The counterparties of these contracts with what all checks say of them on a day. Call it in the name of a tenant.
     *
     * @param contracts ids; empty for all
     */
    List<Standing> standings(Set<UUID> contracts, LocalDate asOf);

    /** What the tenant steers by, such as the weights of its scores. Call it in the name of a tenant. */
    default Governance governance() {
        return Governance.NONE;
    }
}
