package io.recital.performance.ledger;

import io.recital.models.fact.Facts;
import io.recital.models.family.ContractFamily;
import java.util.List;

/** What ledgers are computed from, read in the name of the current tenant. */
public interface LedgerInputs {
    /** All counterparties with their contracts. */
    List<ContractFamily> families();

    /** All facts as they are known now. */
    Facts facts();
}
