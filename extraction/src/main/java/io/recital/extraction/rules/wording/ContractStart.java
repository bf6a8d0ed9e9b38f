package io.recital.extraction.rules.wording;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;

/** Where the contract itself begins: a cover and a contents page say less exactly what comes again after them. */
public final class ContractStart {
    private static final int FEW = 8;

    private ContractStart() {}

    /** The offset in the stored text behind the contents page; 0 where there is none near the beginning. */
    public static int of(ContractReading reading) {
        int end = reading.clauses().stream()
                .limit(FEW)
                .filter(ContractStart::isContents)
                .findFirst()
                .map(clause -> clause.span().end())
                .orElse(0);
        return end < reading.text().length() ? end : 0;
    }

    private static boolean isContents(Clause clause) {
        return clause.kind() == ClauseKind.OTHER && "Table of contents".equals(clause.heading());
    }
}
