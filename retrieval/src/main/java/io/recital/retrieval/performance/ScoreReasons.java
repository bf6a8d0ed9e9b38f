package io.recital.retrieval.performance;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.governance.ScorePart;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.score.PerformanceScore;
import io.recital.models.maturity.Share;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a counterparty's score comes to, by its parts, and the measures that were missed most often. */
final class ScoreReasons implements Teller {
    private static final Pattern ASKED = Pattern.compile(
            "(?i)\\bscore(?:card|s|d)?\\b|\\bgrade\\b(?=.*\\b(?:supplier|performance)\\b)|\\bperformance rating\\b");
    private static final Pattern OF_A_SURVEY = Pattern.compile("(?i)\\bsatisf\\w*|\\bsurvey\\b");
    private static final int MOST_MEASURES = 3;

    @Override
    public List<Telling> tell(Asking asking, List<Standing> standings) {
        if (!asking.says(ASKED) || asking.says(OF_A_SURVEY)) {
            return List.of();
        }
        List<Telling> told = new ArrayList<>();
        for (Standing standing : standings) {
            Period time = asking.timeOrYear();
            List<MeasureMatter> measures = MeasureMatter.of(standing.dossier()).stream()
                    .filter(matter -> misses(matter, time) > 0)
                    .sorted(Comparator.comparingLong((MeasureMatter matter) -> misses(matter, time))
                            .reversed())
                    .limit(MOST_MEASURES)
                    .toList();
            List<Finding> rests = measures.isEmpty()
                    ? Grounds.ofPrices(standing.dossier())
                    : measures.stream()
                            .map(matter ->
                                    matter.series().get(0).measure().governed().finding())
                            .distinct()
                            .toList();
            PerformanceScore.of(standing, asking.governance(), List.of(time)).stream()
                    .filter(score -> score.value().isPresent() && !rests.isEmpty())
                    .map(score -> tell(standing, score, rests))
                    .forEach(told::add);
            measures.forEach(matter -> matter.tell(asking).stream().limit(1).forEach(told::add));
        }
        return told;
    }

    private static long misses(MeasureMatter matter, Period time) {
        return matter.series().stream()
                .filter(result -> time.overlaps(result.period()))
                .filter(MeasureResult::isMissed)
                .count();
    }

    private static Telling tell(Standing standing, PerformanceScore score, List<Finding> rests) {
        List<Derivation> workings = new ArrayList<>();
        List<Input> weighted = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        int weights = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (ScorePart part : ScorePart.values()) {
            Share share = score.parts().get(part);
            if (share == null) {
                continue;
            }
            String name = part.name().toLowerCase(Locale.ROOT);
            BigDecimal percent = BigDecimal.valueOf(share.count() * 100)
                    .divide(BigDecimal.valueOf(share.of()), 6, RoundingMode.HALF_UP);
            BigDecimal points =
                    percent.multiply(BigDecimal.valueOf(score.weights().of(part)));
            workings.add(new Derivation(
                    Operation.RATE,
                    List.of(
                            new Input(name + " kept", share.count() + "", null),
                            new Input("of", share.of() + "", null),
                            new Input("for each", "100", null)),
                    percent + " %"));
            workings.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(
                            new Input("percent", percent + "", null),
                            new Input("weight", score.weights().of(part) + "", null)),
                    points.toPlainString()));
            weighted.add(new Input(name, points.toPlainString(), null));
            parts.add(name + " " + share.count() + " of " + share.of());
            weights += score.weights().of(part);
            sum = sum.add(points);
        }
        workings.add(new Derivation(Operation.SUM, weighted, sum.toPlainString()));
        String value = score.value().orElseThrow().toPlainString();
        workings.add(new Derivation(
                Operation.QUOTIENT,
                List.of(new Input("sum", sum.toPlainString(), null), new Input("weights", weights + "", null)),
                value));
        workings.add(Wording.working(score.window()));
        String said =
                standing.name() + " scores " + value + " from " + score.window().from() + " to "
                        + score.window().to() + "; kept were: " + String.join(", ", parts) + ".";
        return Telling.of(said, rests, workings);
    }
}
