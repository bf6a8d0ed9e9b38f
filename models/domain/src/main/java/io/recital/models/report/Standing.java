package io.recital.models.report;

import static java.util.Objects.requireNonNull;

import io.recital.models.family.ContractFamily;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import java.util.function.Supplier;

/**
 * One counterparty on a day: what is known of it, and what that comes to.
 *
 * @param source reads its dossier: those of all counterparties together need not fit into memory
 * @param revision another one as soon as anything is that it rests on; empty where nobody keeps count
 */
public record Standing(ContractFamily family, Supplier<Dossier> source, Ledger ledger, String revision) {
    public Standing {
        requireNonNull(revision, "revision");
        requireNonNull(family, "family");
        requireNonNull(source, "source");
        requireNonNull(ledger, "ledger");
    }

    /** A standing whose facts stay in memory. */
    public Standing(Dossier dossier, Ledger ledger) {
        this(dossier.family(), () -> dossier, ledger, "");
    }

    /** The same with its facts in memory, for as long as it is used itself. */
    public Standing inMemory() {
        Dossier read = dossier();
        return new Standing(family, () -> read, ledger, revision);
    }

    /** The counterparty's name. */
    public String name() {
        return family.counterparty().name();
    }

    /** What is known of it; keep it while several questions are asked of it. */
    public Dossier dossier() {
        return source.get();
    }
}
