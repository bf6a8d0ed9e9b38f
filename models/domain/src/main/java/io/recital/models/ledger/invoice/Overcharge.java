package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one invoice line charges too much, without tax.
 *
 * @param rests the findings that say what was owed
 * @param rows other rows of facts that it was computed from
 * @param workings that end in the excess
 */
public record Overcharge(
        InvoiceLine line,
        BigDecimal excess,
        List<Finding> rests,
        List<String> rows,
        List<Derivation> workings,
        double confidence) {
    public Overcharge {
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
        workings = List.copyOf(workings);
    }
}
