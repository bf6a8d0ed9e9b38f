package io.recital.performance.ledger;

import io.recital.models.fact.Facts;
import io.recital.models.ledger.Dossiers;
import io.recital.models.store.FactSelection;
import io.recital.models.store.Repositories;
import io.recital.models.store.StoredFamilies;
import java.time.LocalDate;

/** Puts together from the store what ledgers are computed from: families of contracts, and facts. */
public final class StoredInputs implements LedgerInputs {
    private final Repositories store;
    private final StoredFamilies families;

    public StoredInputs(Repositories store) {
        this.store = store;
        this.families = new StoredFamilies(store);
    }

    @Override
    public Dossiers dossiers(LocalDate asOf) {
        Facts facts = store.facts().load(FactSelection.ALL);
        return Dossiers.of(families.list(), facts, store.vendorDecisions().list(), asOf);
    }
}
