package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What was understood of a question and what was run to answer it; part of the answer.
 *
 * @param asOf the day for which the answer holds
 * @param steps in the order in which they were run
 */
public record Plan(Kind kind, LocalDate asOf, List<Step> steps) {
    /** What a question asks for. */
    public enum Kind {
        /** A value or a statement of one contract. */
        FACT,
        /** What a clause says, explained. */
        CLAUSE,
        /** The same term in several contracts or at several times. */
        COMPARISON,
        /** Contracts, parties or terms that fulfil conditions. */
        LIST,
        /** A value that no contract states as such. */
        COMPUTED,
        /** What was delivered, invoiced, owed or missed, against what was promised. */
        PERFORMANCE
    }

    /**
     * A query with how much it brought.
     *
     * @param found findings or passages
     */
    public record Step(TypedQuery query, int found) {
        public Step {
            requireNonNull(query, "query");
        }
    }

    public Plan {
        requireNonNull(kind, "kind");
        requireNonNull(asOf, "asOf");
        steps = List.copyOf(steps);
    }

    /** The same with one more step. */
    public Plan with(TypedQuery query, int found) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(query, found));
        return new Plan(kind, asOf, more);
    }
}
