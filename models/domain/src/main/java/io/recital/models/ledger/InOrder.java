package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.finding.Finding;
import java.util.List;
import java.util.TreeSet;

/**
 * What was held against its clause and found in order. It is computed when it is asked for and stands in no ledger.
 *
 * @param because what clears the suspicion that it might have raised, such as days of grace; empty where there was none
 * @param rests the findings that it was held against; at least one
 * @param rows ids of the performance facts that were looked at, by kind
 * @param workings the computation, step by step; may be empty
 */
public record InOrder(
        String check,
        String title,
        Period period,
        String because,
        List<Finding> rests,
        List<String> rows,
        List<Derivation> workings)
        implements Outcome {
    public InOrder {
        requireNonNull(check, "check");
        requireNonNull(title, "title");
        requireNonNull(period, "period");
        requireNonNull(because, "because");
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
        workings = List.copyOf(workings);
        if (rests.isEmpty()) {
            throw new IllegalArgumentException("Nothing without evidence: what is in order names its clauses");
        }
    }

    /** The title of the contract whose clause it was held against first. */
    public String contract(ContractFamily family) {
        return family.find(rests.get(0).contract())
                .map(member -> member.contract().title())
                .orElse(rests.get(0).citations().get(0).file());
    }

    /** Check, period and facts. */
    @Override
    public String key() {
        return "in-order " + check + " " + period + " " + String.join(" ", new TreeSet<>(rows));
    }
}
