package io.recital.models.ledger;

import java.util.List;

/** Holds one sort of promise against the facts. A check is pure: the same dossier gives the same outcomes. */
public interface Check {
    /** What there is to say; nothing where all is in order. */
    List<Outcome> run(Dossier dossier);

    /** What was held against its clause and found in order, and above all what looked wrong at first and is not. */
    default List<InOrder> listInOrder(Dossier dossier) {
        return List.of();
    }

    /** The class that holds its rule. */
    default Class<? extends Check> rule() {
        return getClass();
    }
}
