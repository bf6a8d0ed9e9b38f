package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Derivation;
import io.recital.models.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What would be if something were otherwise, computed by the rules of the ledger. It is no claim.
 *
 * @param title one sentence
 * @param now what it comes to as things are; null where it is no sum
 * @param then what it would come to; null where it is no sum or cannot be told
 * @param until last day on which it can still be brought about; null where no day counts
 * @param assumptions each one sentence
 * @param rests the findings it was computed by
 * @param workings the computation, step by step
 */
public record Scenario(
        String title,
        @Nullable Money now,
        @Nullable Money then,
        @Nullable LocalDate until,
        List<String> assumptions,
        List<Finding> rests,
        List<Derivation> workings) {
    public Scenario {
        requireNonNull(title, "title");
        assumptions = List.copyOf(assumptions);
        rests = List.copyOf(rests);
        workings = List.copyOf(workings);
        if (rests.isEmpty()) {
            throw new IllegalArgumentException("Nothing without evidence: a scenario names its clauses");
        }
    }

    /** Whether it rests on a finding that nobody has accepted. */
    public boolean isProvisional() {
        return rests.stream().anyMatch(Finding::isProvisional);
    }
}
