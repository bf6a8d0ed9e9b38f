package io.recital.ingestion.job;

import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.store.Repositories;
import java.util.List;

/**
 * Says what a contract is called, from what was found in it, and who the other side is where its uploader stated that.
 * What is set already is left as it is.
 */
final class ContractIdentity {
    private final Repositories store;

    ContractIdentity(Repositories store) {
        this.store = store;
    }

    /** Call it in a transaction. */
    void derive(Contract contract, DocumentVersion version, List<Finding> findings) {
        if (contract.title().equals(version.file())) {
            findings.stream()
                    .map(Finding::content)
                    .filter(content -> content instanceof ContractFact fact && fact.fact() == FactType.TITLE)
                    .map(content -> ((ContractFact) content).value())
                    .filter(TypedValue.Text.class::isInstance)
                    .map(TypedValue::display)
                    .filter(title -> !title.isBlank())
                    .findFirst()
                    .ifPresent(title -> store.contracts().setTitle(contract.id(), title.strip()));
        }
        String stated = contract.metadata().get(Submission.COUNTERPARTY);
        if (contract.counterparty() == null && stated != null && !stated.isBlank()) {
            store.contracts()
                    .setCounterparty(
                            contract.id(),
                            store.counterparties().findOrCreate(stated.strip()).id());
        }
    }
}
