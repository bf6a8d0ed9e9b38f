package io.recital.samples.gold;

import io.recital.models.finding.CuadLabels;
import java.util.Set;

/** The risk terms that gold may name: those of CUAD that are clauses, and a few that it lacks. */
final class GoldLabels {
    private static final Set<String> BESIDE_CUAD =
            Set.of("Indemnity", "Force Majeure", "Data Protection", "Confidentiality", "Set-Off", "Sole Remedy");

    private GoldLabels() {}

    static boolean hold(String label) {
        return BESIDE_CUAD.contains(label) || (CuadLabels.ALL.contains(label) && !CuadLabels.FACTS.contains(label));
    }
}
