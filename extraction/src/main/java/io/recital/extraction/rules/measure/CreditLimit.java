package io.recital.extraction.rules.measure;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that limits credits, most often those of all measures at once.
 *
 * @param about its words
 * @param cap the most that is credited; null when it does not say
 * @param claimWindow by when a credit must be claimed; null when it does not say
 * @param own whether its words, or its list, state a credit too, so that the limit is for that one
 */
record CreditLimit(
        Clause clause,
        String about,
        @Nullable TypedValue cap,
        @Nullable TimeSpan claimWindow,
        List<Citation> citations,
        boolean own) {
    CreditLimit {
        requireNonNull(clause, "clause");
        requireNonNull(about, "about");
        citations = List.copyOf(citations);
    }

    /** Whether it limits credits that are stated there. */
    boolean isFor(@Nullable CreditTerms stated) {
        return !own
                || (stated != null
                        && stated.clause().id().equals(clause.id())
                        && (stated.citations().stream().anyMatch(citations::contains)
                                || stated.citations().size() > 1));
    }
}
