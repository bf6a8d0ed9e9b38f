package io.recital.extraction.cascade;

import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what extractors could not judge, says it in sentences, and gives up on one that keeps failing. */
final class Remarks {
    private static final int PATIENCE = 3;

    private record Trouble(String extractor, FailureCategory category) {}

    private final Map<Trouble, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Integer> failuresInARow = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    void note(Provenance provenance, Extraction extraction) {
        String extractor = provenance.extractor();
        if (extraction instanceof Extraction.Failed failed) {
            counts.merge(new Trouble(extractor, failed.category()), 1, Integer::sum);
            if (isOutage(failed.category())) {
                failuresInARow.merge(extractor, 1, Integer::sum);
            }
        } else {
            failuresInARow.remove(extractor);
        }
    }

    /** Says that questions were left out because a budget was spent. */
    void noteNotAsked(Provenance provenance, int questions, String budget) {
        if (questions > 0) {
            said.add(provenance.extractor() + " was not asked "
                    + (questions == 1 ? "1 question" : questions + " questions") + ": the budget of " + budget
                    + " for the contract is spent; the offline result stands.");
        }
    }

    /** Whether the last that was heard of an extractor is that it does not answer. */
    boolean troubled(Provenance provenance) {
        return failuresInARow.containsKey(provenance.extractor());
    }

    boolean givenUp(Provenance provenance) {
        return failuresInARow.getOrDefault(provenance.extractor(), 0) >= PATIENCE;
    }

    List<String> sentences() {
        return Stream.concat(
                        counts.entrySet().stream().map(entry -> sentence(entry.getKey(), entry.getValue())),
                        said.stream())
                .toList();
    }

    private static boolean isOutage(FailureCategory category) {
        return switch (category) {
            case UNAVAILABLE, RATE_LIMITED, TIMEOUT -> true;
            case MALFORMED_ANSWER, UNVERIFIABLE_QUOTE, REFUSED, LANGUAGE -> false;
        };
    }

    private static String sentence(Trouble trouble, int count) {
        String clauses = count == 1 ? "1 clause" : count + " clauses";
        String extractor = trouble.extractor();
        return switch (trouble.category()) {
            case LANGUAGE -> extractor + " could not judge " + clauses + ": not in English.";
            case UNAVAILABLE -> extractor + " was not available for " + clauses + "; the offline result stands.";
            case RATE_LIMITED -> extractor + " was rate-limited on " + clauses + "; the offline result stands.";
            case TIMEOUT -> extractor + " did not answer in time on " + clauses + "; the offline result stands.";
            case MALFORMED_ANSWER ->
                extractor + " gave no usable answer on " + clauses + "; the offline result stands.";
            case UNVERIFIABLE_QUOTE ->
                extractor + " quoted words that are not in the text on " + clauses + "; they were rejected.";
            case REFUSED -> extractor + " refused to judge " + clauses + "; the offline result stands.";
        };
    }
}
