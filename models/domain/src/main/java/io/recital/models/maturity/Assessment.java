package io.recital.models.maturity;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation stands on a day, by dimension.
 *
 * @param standings one for each dimension
 */
public record Assessment(LocalDate asOf, MaturityEvidence evidence, List<Standing> standings) {
    /**
     * Where it stands in one dimension.
     *
     * @param stage reached with all below it; null when nothing is known of the dimension
     * @param results of all its criteria, lowest stage first
     */
    public record Standing(Dimension dimension, @Nullable Stage stage, List<Result> results) {
        public Standing {
            requireNonNull(dimension, "dimension");
            results = List.copyOf(results);
        }
    }

    /**
     * What became of one criterion.
     *
     * @param met null when it is unknown
     */
    public record Result(Criterion criterion, @Nullable Boolean met) {}

    /**
     * What to do next.
     *
     * @param due when it can be done by, one step after the other
     */
    public record Step(Criterion criterion, LocalDate due) {}

    public Assessment {
        requireNonNull(asOf, "asOf");
        requireNonNull(evidence, "evidence");
        standings = List.copyOf(standings);
    }

    public static Assessment of(MaturityEvidence evidence, LocalDate asOf) {
        return new Assessment(
                asOf,
                evidence,
                Arrays.stream(Dimension.values())
                        .map(dimension -> standing(dimension, evidence))
                        .toList());
    }

    private static Standing standing(Dimension dimension, MaturityEvidence evidence) {
        List<Result> results = Arrays.stream(Criterion.values())
                .filter(criterion -> criterion.dimension() == dimension)
                .sorted(Comparator.comparing(Criterion::stage))
                .map(criterion ->
                        new Result(criterion, evidence.isMet(criterion).orElse(null)))
                .toList();
        boolean unknown = results.stream().allMatch(result -> result.met() == null);
        return new Standing(dimension, unknown ? null : reached(results), results);
    }

    /** The highest stage all of whose criteria, and those of the stages below, are known to be met. */
    private static Stage reached(List<Result> results) {
        Stage reached = Stage.AD_HOC;
        for (Result result : results) {
            if (!Boolean.TRUE.equals(result.met())) {
                break;
            }
            reached = result.criterion().stage();
        }
        return reached;
    }

    /** The lowest stage of all dimensions; empty while one of them is unknown. */
    public Optional<Stage> overall() {
        boolean unknown = standings.stream().anyMatch(standing -> standing.stage() == null);
        return unknown
                ? Optional.empty()
                : standings.stream()
                        .map(Standing::stage)
                        .map(stage -> requireNonNull(stage))
                        .min(Comparator.naturalOrder());
    }

    /**
     * The next step of each dimension that is not at the top, the cheapest first, dated one after the other.
     *
     * @param after the day so many working days after another
     */
    public List<Step> roadmap(BiFunction<LocalDate, Integer, LocalDate> after) {
        List<Criterion> next = standings.stream()
                .flatMap(standing ->
                        standing.results().stream()
                                .filter(result -> !Boolean.TRUE.equals(result.met()))
                                .findFirst()
                                .stream())
                .map(Result::criterion)
                .sorted(Comparator.comparingInt(Criterion::days))
                .toList();
        List<Step> steps = new ArrayList<>();
        LocalDate day = asOf;
        for (Criterion criterion : next) {
            day = after.apply(day, criterion.days());
            steps.add(new Step(criterion, day));
        }
        return steps;
    }
}
