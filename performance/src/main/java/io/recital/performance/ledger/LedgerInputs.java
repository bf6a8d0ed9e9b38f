package io.recital.performance.ledger;

import io.recital.models.contract.Contract;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.governance.Governance;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What ledgers are computed from. */
public interface LedgerInputs {
    /**
     * All counterparties of a tenant.
     *
     * @param unassigned reads the facts about somebody with whom no contract is known, be they under a contract with
     *     somebody else, in the name of the current tenant
     */
    record Sources(List<DossierSource> counterparties, Supplier<List<PerformanceFact>> unassigned) {
        public Sources {
            counterparties = List.copyOf(counterparties);
        }
    }

    /** All counterparties with their contracts, facts not yet read; in the name of the current tenant. */
    default Sources read() {
        return read(contract -> true);
    }

    /** Those counterparties with a contract that is wanted, with all of their contracts. */
    Sources read(Predicate<Contract> wanted);

    /** What people keep to steer contracts by; in the name of the current tenant. */
    default Governance governance() {
        return Governance.NONE;
    }
}
