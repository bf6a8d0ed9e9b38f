package io.recital.retrieval.performance;

import io.recital.models.evidence.Derivation;
import io.recital.models.finding.Tier;
import io.recital.models.ledger.spend.RebateOutlook;
import io.recital.models.report.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How much more spend reaches the next band of a rebate or volume discount. */
final class NextBand implements Teller {
    private static final Pattern ASKED = Pattern.compile(
            "(?i)\\bnext (?:\\w+ ){0,2}(?:tier|band|step|level|threshold|discount|rebate)\\b"
                    + "|\\b(?:how far|how much more|how close|how near)\\b.*\\b(?:tier|band|rebate|discount|threshold)\\b");

    @Override
    public List<Telling> tell(Asking asking, List<Standing> standings) {
        if (!asking.says(ASKED)) {
            return List.of();
        }
        return standings.stream()
                .flatMap(standing ->
                        RebateOutlook.of(standing.dossier()).stream().map(outlook -> tell(standing, outlook)))
                .toList();
    }

    private static Telling tell(Standing standing, RebateOutlook outlook) {
        Tier next = outlook.next();
        List<Derivation> workings = new ArrayList<>(outlook.workings());
        workings.add(Wording.working(outlook.year()));
        String soFar = standing.name() + ": " + Telling.money(outlook.spend()) + " counts so far in the contract year "
                + outlook.year();
        String more = next == null
                ? "; no higher band is left"
                : "; " + Telling.money(outlook.missing()) + " more reaches the next band";
        String gives = next == null ? "" : " of " + next.value().display();
        return Telling.of(
                List.of(soFar + more + gives + ".", soFar + more + "."),
                outlook.term().rests(),
                workings);
    }
}
