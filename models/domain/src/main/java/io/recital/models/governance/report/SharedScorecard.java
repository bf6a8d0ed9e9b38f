package io.recital.models.governance.report;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.governance.Comment;
import io.recital.models.governance.Dispute;
import io.recital.models.governance.Governance;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.ledger.score.PerformanceScore;
import io.recital.models.maturity.Share;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a counterparty may see of itself: its score without what the tenant's ledger says of its invoices and credits, what its
 * measures came to, and what both sides said of it. Nothing of others, of money, risks, objectives or notes.
 *
 * @param score null when nothing is known
 * @param parts what the score is made from
 */
public record SharedScorecard(
        String counterparty,
        Period window,
        @Nullable BigDecimal score,
        ScoreWeights weights,
        Map<ScorePart, Share> parts,
        List<Measured> measures,
        List<Comment> comments,
        List<Dispute> disputes) {
    /**
     * What a measure came to in a period.
     *
     * @param row id of the measurement, by which it can be disputed
     * @param target such as {@code ≥ 99.9 %}
     */
    public record Measured(
            String row,
            String measure,
            Period period,
            String target,
            @Nullable BigDecimal value,
            MeasureResult.State state,
            boolean disputed) {}

    public SharedScorecard {
        requireNonNull(counterparty, "counterparty");
        parts = Map.copyOf(parts);
        measures = List.copyOf(measures);
        comments = List.copyOf(comments);
        disputes = List.copyOf(disputes);
    }

    /** That of the year up to the day of the standing. */
    public static SharedScorecard of(Standing of, Governance governance) {
        Standing standing = of.inMemory();
        LocalDate asOf = standing.dossier().asOf();
        Period year = new Period(asOf.minusYears(1).plusDays(1), asOf);
        PerformanceScore score = PerformanceScore.of(standing, governance, List.of(year))
                .get(0)
                .without(ScorePart.INVOICES)
                .without(ScorePart.CREDITS);
        UUID id = standing.family().counterparty().id();
        Map<String, LocalDate> disputed = governance.disputedRowsOn(asOf);
        Set<String> own = standing.dossier().facts().measurements().stream()
                .map(Measurement::id)
                .collect(Collectors.toSet());
        return new SharedScorecard(
                standing.name(),
                year,
                score.value().orElse(null),
                score.weights(),
                score.parts(),
                MeasureResults.of(standing.dossier()).stream()
                        .filter(result -> year.holds(result.period().to())
                                && !result.measurements().isEmpty())
                        .map(result -> measured(result, disputed))
                        .toList(),
                governance.list(Comment.class, id).stream()
                        .map(Recorded::content)
                        .filter(comment -> comment.measurement() == null || own.contains(comment.measurement()))
                        .toList(),
                governance.list(Dispute.class, id).stream()
                        .map(Recorded::content)
                        .filter(dispute -> own.contains(dispute.measurement()))
                        .toList());
    }

    private static Measured measured(MeasureResult result, Map<String, LocalDate> disputed) {
        PerformanceMeasure measure = result.measure().content();
        BigDecimal target = measure.target();
        return new Measured(
                result.measurements().get(0).id(),
                measure.name(),
                result.period(),
                target == null
                        ? ""
                        : (measure.comparison().sign() + " " + target.toPlainString() + " " + measure.unit()).strip(),
                result.value(),
                result.state(),
                result.rows().stream().anyMatch(disputed::containsKey));
    }
}
