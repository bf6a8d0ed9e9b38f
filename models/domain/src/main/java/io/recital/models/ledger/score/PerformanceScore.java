package io.recital.models.ledger.score;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Period;
import io.recital.models.governance.Governance;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import io.recital.models.maturity.Share;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A counterparty's performance in a period: how much of what it promised it kept. A part of which the facts say nothing
 * is unknown and counts neither way; the weights of the others count for the whole.
 *
 * @param parts those of which something is known
 */
public record PerformanceScore(Period window, ScoreWeights weights, Map<ScorePart, Share> parts) {
    public PerformanceScore {
        requireNonNull(window, "window");
        requireNonNull(weights, "weights");
        parts = Map.copyOf(parts);
    }

    /** The scores of a counterparty, one for each window; what ended outside a window does not count in it. */
    public static List<PerformanceScore> of(Standing standing, Governance governance, List<Period> windows) {
        Standing read = standing.inMemory();
        return of(
                JudgedPerformance.of(read, governance),
                governance.weightsOn(read.dossier().asOf()),
                windows);
    }

    static List<PerformanceScore> of(List<Judged> judged, ScoreWeights weights, List<Period> windows) {
        return windows.stream()
                .map(window -> new PerformanceScore(window, weights, shares(judged, window)))
                .toList();
    }

    private static Map<ScorePart, Share> shares(List<Judged> judged, Period window) {
        Map<ScorePart, Share> parts = new EnumMap<>(ScorePart.class);
        for (Judged each : judged) {
            if (each.isIn(window)) {
                parts.merge(each.part(), each.kept(), Share::plus);
            }
        }
        return parts;
    }

    /** The same without a part that is not for everybody's eyes. */
    public PerformanceScore without(ScorePart part) {
        Map<ScorePart, Share> left = new HashMap<>(parts);
        left.remove(part);
        return new PerformanceScore(window, weights, left);
    }

    private static BigDecimal hundredfold(Share share) {
        return BigDecimal.valueOf(share.count() * 100).divide(BigDecimal.valueOf(share.of()), 6, RoundingMode.HALF_UP);
    }

    /** From 0 to 100, to one decimal; empty when nothing is known that weighs. */
    public Optional<BigDecimal> value() {
        BigDecimal sum = BigDecimal.ZERO;
        int all = 0;
        for (Map.Entry<ScorePart, Share> part : parts.entrySet()) {
            int weight = weights.of(part.getKey());
            sum = sum.add(hundredfold(part.getValue()).multiply(BigDecimal.valueOf(weight)));
            all += weight;
        }
        return all == 0 ? Optional.empty() : Optional.of(sum.divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
    }

    /** The parts of which the facts say nothing. */
    public List<ScorePart> unknown() {
        List<ScorePart> unknown = new ArrayList<>(Arrays.asList(ScorePart.values()));
        unknown.removeAll(parts.keySet());
        return unknown;
    }
}
