package io.recital.models.ledger.score;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.governance.ScorePart;
import io.recital.models.maturity.Share;
import java.util.List;

/**
 * One thing that a score judges, with what it rests on. The shares of a score are these added up, so each figure opens into
 * them.
 *
 * @param what for a reader, the same for things that may be told together
 * @param days what it is about; its last day says in which scores it counts
 * @param kept how much of it was kept
 * @param rests the findings that it was held against; empty where no clause is needed
 * @param rows ids of facts and records, by kind
 */
record Judged(ScorePart part, String what, Period days, Share kept, List<Finding> rests, List<String> rows) {
    Judged {
        requireNonNull(part, "part");
        requireNonNull(what, "what");
        requireNonNull(days, "days");
        requireNonNull(kept, "kept");
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
    }

    static Judged of(ScorePart part, String what, Period days, boolean isKept, List<Finding> rests, List<String> rows) {
        return new Judged(part, what, days, new Share(isKept ? 1 : 0, 1), rests, rows);
    }

    boolean isIn(Period window) {
        return window.holds(days.to());
    }

    boolean isKeptWhole() {
        return kept.count() == kept.of();
    }
}
