package io.recital.eval.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All checks run on a portfolio, and judged.
 *
 * @param lapsed how many entries can no longer be claimed
 * @param provisional how many claims rest on a finding that nobody accepted
 */
record LedgerRun(List<Judged> judged, int lapsed, int provisional, List<NotCheckable> notCheckable) {
    LedgerRun {
        judged = List.copyOf(judged);
        notCheckable = List.copyOf(notCheckable);
    }

    /** @param ledgers by short name of the counterparty */
    static LedgerRun of(PlantedPortfolio planted, Map<String, Dossier> dossiers, Map<String, Ledger> ledgers) {
        List<Judged> judged = new ArrayList<>();
        List<NotCheckable> notCheckable = new ArrayList<>();
        int lapsed = 0;
        int provisional = 0;
        for (Map.Entry<String, Ledger> each : ledgers.entrySet()) {
            Dossier dossier = requireNonNull(dossiers.get(each.getKey()));
            List<Outcome> claims = new ArrayList<>();
            for (Outcome outcome : each.getValue().outcomes()) {
                if (outcome instanceof NotCheckable open) {
                    notCheckable.add(open);
                } else if (LedgerJudge.isClaim(outcome, dossier.asOf())) {
                    claims.add(outcome);
                    provisional += outcome instanceof LedgerEntry entry && entry.isProvisional() ? 1 : 0;
                } else {
                    lapsed++;
                }
            }
            judged.addAll(LedgerJudge.judge(
                    each.getKey(),
                    planted.items().stream()
                            .filter(item -> item.family().equals(each.getKey()))
                            .toList(),
                    claims));
        }
        return new LedgerRun(judged, lapsed, provisional, notCheckable);
    }
}
