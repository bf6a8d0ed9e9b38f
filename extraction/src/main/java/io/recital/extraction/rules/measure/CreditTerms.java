package io.recital.extraction.rules.measure;

import io.recital.models.clause.Clause;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one clause says about credits.
 *
 * @param about the words that tell which measure it is about
 * @param tiers bands with their credit; empty when it states none
 * @param flat the one credit for any miss of the target, where no bands grade it; null otherwise
 * @param fullFrom the level from which no credit is due, where the bands name it; null otherwise
 */
record CreditTerms(
        Clause clause,
        String about,
        List<Tier> tiers,
        @Nullable Target fullFrom,
        @Nullable TypedValue flat,
        @Nullable TypedValue cap,
        @Nullable TimeSpan claimWindow,
        List<Citation> tierCitations,
        List<Citation> capCitations,
        List<Citation> claimCitations) {
    CreditTerms {
        tiers = List.copyOf(tiers);
        tierCitations = List.copyOf(tierCitations);
        capCitations = List.copyOf(capCitations);
        claimCitations = List.copyOf(claimCitations);
    }

    boolean isEmpty() {
        return tiers.isEmpty() && flat == null && cap == null && claimWindow == null;
    }
}
