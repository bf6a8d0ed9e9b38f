package io.recital.models.governance.brief;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.Finding;
import java.util.List;

/**
 * A sentence of a brief with what it rests on; one or the other is always there.
 *
 * @param citations words of contracts
 * @param records rows of facts and governance records, by kind, such as {@code measurement:M-1}
 */
public record BriefLine(String text, List<Citation> citations, List<String> records) {
    private static final int MOST = 12;

    public BriefLine {
        requireNonNull(text, "text");
        citations = citations.stream().distinct().limit(MOST).toList();
        records = records.stream().distinct().toList();
        if (citations.isEmpty() && records.isEmpty()) {
            throw new IllegalArgumentException("Nothing without evidence: a line cites words or records");
        }
    }

    static BriefLine of(String text, List<Finding> rests, List<String> records) {
        return new BriefLine(
                text,
                rests.stream().flatMap(finding -> finding.citations().stream()).toList(),
                records);
    }
}
