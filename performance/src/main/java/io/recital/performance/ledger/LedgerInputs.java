package io.recital.performance.ledger;

import io.recital.models.ledger.Dossiers;
import java.time.LocalDate;

/** What ledgers are computed from. */
public interface LedgerInputs {
    /** All counterparties with their contracts and facts on a day; read in the name of the current tenant. */
    Dossiers dossiers(LocalDate asOf);
}
