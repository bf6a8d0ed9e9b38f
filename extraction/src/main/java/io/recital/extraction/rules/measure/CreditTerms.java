package io.recital.extraction.rules.measure;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The credits that one table, one part of a table or one sentence states.
 *
 * @param about the words that tell which measure they are for
 * @param tiers bands with their credit; empty when it states none
 * @param flat the one credit for any miss of the target that no band grades higher; null where it states none
 * @param fullFrom the level from which no credit is due, where the bands name it; null otherwise
 * @param step a credit for each so much of the shortfall; null where it states none
 * @param stepUnit what the step counts, such as {@code hours}; {@code %} for percentage points
 */
record CreditTerms(
        Clause clause,
        String about,
        List<Tier> tiers,
        @Nullable TypedValue flat,
        @Nullable Target fullFrom,
        List<Citation> citations,
        @Nullable CreditStep step,
        String stepUnit) {
    CreditTerms {
        requireNonNull(clause, "clause");
        requireNonNull(about, "about");
        requireNonNull(stepUnit, "stepUnit");
        tiers = List.copyOf(tiers);
        citations = List.copyOf(citations);
    }

    /** Those without steps. */
    CreditTerms(
            Clause clause,
            String about,
            List<Tier> tiers,
            @Nullable TypedValue flat,
            @Nullable Target fullFrom,
            List<Citation> citations) {
        this(clause, about, tiers, flat, fullFrom, citations, null, "");
    }

    /** The credits for a measure with this target. */
    List<Tier> creditsFor(Target target) {
        if (flat == null) {
            return tiers;
        }
        List<Tier> all = new ArrayList<>(target.missedFor(flat));
        all.addAll(tiers);
        return CreditCell.apart(all);
    }
}
