package io.recital.extraction.rules.measure;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure as one place of a contract states it, before what stands elsewhere about its credits is joined to it.
 *
 * @param code by which other clauses speak of it, such as {@code SL4}; null when it has none
 * @param creditWords what its place says of credits without stating one, such as {@code Paragraph 4.1} or {@code None}; null
 *     when it says nothing
 * @param metric how it is measured, where that place says so; null otherwise
 * @param credits the credit that the same place states; empty when none
 * @param step the credit by steps that the same place states; null when none
 * @param atRisk its part of an amount at risk, where the same place gives it one; null otherwise
 */
record Draft(
        String name,
        @Nullable String code,
        @Nullable String creditWords,
        Term term,
        @Nullable String metric,
        Target target,
        @Nullable TimeSpan window,
        List<Tier> credits,
        List<Citation> citations,
        double confidence,
        @Nullable CreditStep step,
        @Nullable AtRisk atRisk) {
    /** One whose credits are of a fee. */
    Draft(
            String name,
            @Nullable String code,
            @Nullable String creditWords,
            Term term,
            @Nullable String metric,
            Target target,
            @Nullable TimeSpan window,
            List<Tier> credits,
            List<Citation> citations,
            double confidence,
            @Nullable CreditStep step) {
        this(name, code, creditWords, term, metric, target, window, credits, citations, confidence, step, null);
    }

    /** One whose place states no credit by steps. */
    Draft(
            String name,
            @Nullable String code,
            @Nullable String creditWords,
            Term term,
            @Nullable String metric,
            Target target,
            @Nullable TimeSpan window,
            List<Tier> credits,
            List<Citation> citations,
            double confidence) {
        this(name, code, creditWords, term, metric, target, window, credits, citations, confidence, null);
    }

    Draft {
        requireNonNull(name, "name");
        requireNonNull(term, "term");
        requireNonNull(target, "target");
        credits = List.copyOf(credits);
        citations = List.copyOf(citations);
    }

    /** Whether a text speaks of it by its code. */
    boolean isNamedIn(String text) {
        return code != null && MeasureName.names(text, code);
    }

    /** Whether its own place says what a miss earns. */
    boolean statesCredits() {
        return step != null || !credits.isEmpty();
    }
}
