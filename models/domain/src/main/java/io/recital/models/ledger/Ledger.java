package io.recital.models.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What all checks say of one counterparty, no matter counted twice. */
public record Ledger(List<Outcome> outcomes) {
    public Ledger {
        outcomes = List.copyOf(outcomes);
    }

    /** The ledger of a dossier: where two checks found money in the same rows of the same period, the first keeps it. */
    public static Ledger of(Dossier dossier, List<Check> checks) {
        List<Outcome> kept = new ArrayList<>();
        for (Check check : checks) {
            for (Outcome outcome : check.run(dossier)) {
                if (!(outcome instanceof LedgerEntry entry)
                        || entries(kept).noneMatch(other -> isSameMoney(entry, other))) {
                    kept.add(outcome);
                }
            }
        }
        return new Ledger(kept);
    }

    public List<LedgerEntry> entries() {
        return entries(outcomes).toList();
    }

    private static Stream<LedgerEntry> entries(List<Outcome> outcomes) {
        return outcomes.stream().filter(LedgerEntry.class::isInstance).map(LedgerEntry.class::cast);
    }

    private static boolean isSameMoney(LedgerEntry one, LedgerEntry other) {
        return one.leakage() == other.leakage()
                && one.period().overlaps(other.period())
                && one.rows().stream().anyMatch(other.rows()::contains);
    }
}
