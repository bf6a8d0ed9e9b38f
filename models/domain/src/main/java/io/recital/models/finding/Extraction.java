package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import java.util.List;

/** What an extractor answers for one clause and kind. */
public sealed interface Extraction {
    /** Something extracted, not yet given an identity. */
    record Candidate(FindingContent content, List<Citation> citations, double confidence) {
        public Candidate {
            requireNonNull(content, "content");
            citations = List.copyOf(citations);
        }
    }

    /** One or more candidates. */
    record Found(List<Candidate> candidates) implements Extraction {
        public Found {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty()) {
                throw new IllegalArgumentException("Found names what was found");
            }
        }
    }

    /** Judged, and there is nothing of this kind. */
    record NothingHere() implements Extraction {}

    /**
     * Could not decide.
     *
     * @param candidates what it would have said, possibly empty
     */
    record Unsure(String reason, List<Candidate> candidates) implements Extraction {
        public Unsure {
            requireNonNull(reason, "reason");
            candidates = List.copyOf(candidates);
        }
    }

    /** Could not judge at all. */
    record Failed(FailureCategory category, boolean retriable, String reason) implements Extraction {
        public Failed {
            requireNonNull(category, "category");
            requireNonNull(reason, "reason");
        }
    }

    /** Why an extractor could not judge. */
    enum FailureCategory {
        UNAVAILABLE,
        RATE_LIMITED,
        TIMEOUT,
        MALFORMED_ANSWER,
        UNVERIFIABLE_QUOTE,
        REFUSED,
        LANGUAGE
    }
}
