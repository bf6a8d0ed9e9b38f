package io.recital.models.ledger.score;

import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the maturity report keeps of one counterparty.
 *
 * @param unit who of the tenant deals with it
 * @param counts by the days of the report's history, the last of which is the day that it is asked about
 */
record MaturityPart(OwnUnit unit, Map<LocalDate, MaturityCount> counts) {
    MaturityPart {
        counts = Map.copyOf(counts);
    }

    /**
     * Looks back with the contracts as they are read now and the facts that were known on each day.
     *
     * @param ledgers what all checks say of an earlier day
     */
    static MaturityPart of(Standing standing, ReportQuestion question, Function<Dossier, Ledger> ledgers) {
        Dossier now = standing.dossier();
        Map<LocalDate, MaturityCount> counts = new TreeMap<>();
        for (LocalDate day : MaturityHistory.days(question)) {
            boolean asked = day.equals(question.asOf());
            Dossier then = asked ? now : new Dossier(now.family(), now.facts(), day).with(now.book());
            Ledger ledger = asked ? standing.ledger() : ledgers.apply(then);
            counts.put(day, LiveMaturity.of(then, ledger, question.governance().on(day)));
        }
        return new MaturityPart(OwnUnit.of(standing.family()), counts);
    }

    /** What it adds on a day of the history. */
    MaturityCount on(LocalDate day) {
        MaturityCount count = counts.get(day);
        if (count == null) {
            throw new IllegalArgumentException("Nothing was counted for " + day);
        }
        return count;
    }
}
