package io.recital.models.ledger.score;

import io.recital.models.fact.FactKind;
import io.recital.models.maturity.Indicator;
import io.recital.models.maturity.Share;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one counterparty adds to the shares that maturity is judged by.
 *
 * @param tallies by what is counted; absent where there is nothing to count
 * @param fresh the kinds of facts that arrived lately, among {@link #FED}
 */
record MaturityCount(Map<Indicator, Tally> tallies, Set<FactKind> fresh) {
    /** The kinds of facts that other systems can deliver regularly. */
    static final List<FactKind> FED =
            List.of(FactKind.MEASUREMENT, FactKind.INVOICE_LINE, FactKind.PURCHASE, FactKind.EVENT);

    /** So many of so many, also of none. */
    record Tally(long count, long of) {
        Tally plus(Tally other) {
            return new Tally(count + other.count, of + other.of);
        }
    }

    MaturityCount {
        tallies = Map.copyOf(tallies);
        fresh = Set.copyOf(fresh);
    }

    /** The shares of several counterparties together; absent where there is nothing to count. */
    static Map<Indicator, Share> shares(Collection<MaturityCount> counts) {
        Map<Indicator, Tally> sums = new EnumMap<>(Indicator.class);
        Set<FactKind> arrived = EnumSet.noneOf(FactKind.class);
        for (MaturityCount count : counts) {
            count.tallies().forEach((indicator, tally) -> sums.merge(indicator, tally, Tally::plus));
            arrived.addAll(count.fresh());
        }
        sums.put(Indicator.FEEDS_FRESH, new Tally(arrived.size(), FED.size()));
        Map<Indicator, Share> shares = new EnumMap<>(Indicator.class);
        sums.forEach((indicator, tally) -> {
            if (tally.of() > 0) {
                shares.put(indicator, new Share(tally.count(), tally.of()));
            }
        });
        return shares;
    }
}
