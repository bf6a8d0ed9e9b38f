package io.recital.eval.bench;

import java.util.List;

/**
 * What one contract took in one round, in nanoseconds.
 *
 * @param embedCpu processor time of the whole process, all threads, while embedding
 * @param extract by all extractors side by side
 * @param shares of the extractors, each alone
 */
record RoundTimes(long embed, long extract, long embedCpu, long extractCpu, List<Share> shares) {
    /** What one extractor takes when it has the machine to itself. */
    record Share(String extractor, long nanos) {}

    RoundTimes {
        shares = List.copyOf(shares);
    }

    /** Extraction per embedding, in per cent, by the clock. */
    double percent() {
        return percent(extract, embed);
    }

    /** The same in processor time. */
    double percentCpu() {
        return percent(extractCpu, embedCpu);
    }

    /** Several contracts of one round taken together. */
    static RoundTimes sum(List<RoundTimes> contracts) {
        List<Share> shares = contracts.get(0).shares().stream()
                .map(share -> new Share(
                        share.extractor(),
                        contracts.stream()
                                .flatMap(times -> times.shares().stream())
                                .filter(other -> other.extractor().equals(share.extractor()))
                                .mapToLong(Share::nanos)
                                .sum()))
                .toList();
        return new RoundTimes(
                contracts.stream().mapToLong(RoundTimes::embed).sum(),
                contracts.stream().mapToLong(RoundTimes::extract).sum(),
                contracts.stream().mapToLong(RoundTimes::embedCpu).sum(),
                contracts.stream().mapToLong(RoundTimes::extractCpu).sum(),
                shares);
    }

    /** A share in per cent; of nothing it is a share of one nanosecond. */
    static double percent(long part, long whole) {
        return 100.0 * part / Math.max(1, whole);
    }
}
