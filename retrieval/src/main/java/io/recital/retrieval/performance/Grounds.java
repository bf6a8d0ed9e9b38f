package io.recital.retrieval.performance;

import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Dossier;
import java.util.Comparator;
import java.util.List;

/** The clause on which a figure rests that no check computed, such as what was paid in all. */
final class Grounds {
    private Grounds() {}

    /** What the contracts say of paying, or else of prices; empty where they say neither. */
    static List<Finding> ofPrices(Dossier dossier) {
        return dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding -> finding.content() instanceof CommercialLever lever
                        && (lever.lever() == LeverType.PAYMENT_TERM || lever.lever() == LeverType.RATE_CARD))
                .min(Comparator.comparing(
                        finding -> ((CommercialLever) finding.content()).lever() != LeverType.PAYMENT_TERM))
                .map(List::of)
                .orElse(List.of());
    }
}
