package io.recital.models.report;

import static java.util.Objects.requireNonNull;

import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;

/** One counterparty on a day: what is known of it, and what that comes to. */
public record Standing(Dossier dossier, Ledger ledger) {
    public Standing {
        requireNonNull(dossier, "dossier");
        requireNonNull(ledger, "ledger");
    }

    /** The counterparty's name. */
    public String name() {
        return dossier.family().counterparty().name();
    }
}
