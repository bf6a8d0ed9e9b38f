package io.recital.models.governance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much each part counts in a score, from a day on.
 *
 * @param weights whole percent, one for each part; together 100. A part that was not there yet when they were given weighs
 *     nothing
 * @param setBy who decided them
 */
public record ScoreWeights(LocalDate from, Map<ScorePart, Integer> weights, String setBy) {
    private static final int WHOLE = 100;

    /** What counts where nobody decided otherwise. */
    public static final ScoreWeights DEFAULT = new ScoreWeights(
            LocalDate.MIN,
            Map.of(
                    ScorePart.MEASURES, 40,
                    ScorePart.DUTIES, 24,
                    ScorePart.INVOICES, 16,
                    ScorePart.CREDITS, 10,
                    ScorePart.ACTIONS, 5,
                    ScorePart.RESPONSIVENESS, 5),
            "Recital");

    public ScoreWeights {
        Stated.value(from, "from");
        setBy = Stated.text(setBy, "setBy");
        Map<ScorePart, Integer> all = new EnumMap<>(ScorePart.class);
        for (ScorePart part : ScorePart.values()) {
            all.put(part, weights.getOrDefault(part, 0));
        }
        if (all.values().stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("A weight is not negative");
        }
        if (all.values().stream().mapToInt(Integer::intValue).sum() != WHOLE) {
            throw new IllegalArgumentException("The weights come to 100 together; what is left out weighs nothing");
        }
        weights = Map.copyOf(all);
    }

    public int of(ScorePart part) {
        return weights.getOrDefault(part, 0);
    }

    /** Those in force on a day: of the latest that begin by then, the last one given. */
    public static ScoreWeights on(LocalDate day, List<ScoreWeights> given) {
        ScoreWeights best = DEFAULT;
        for (ScoreWeights weights : given) {
            if (!weights.from.isAfter(day) && !weights.from.isBefore(best.from)) {
                best = weights;
            }
        }
        return best;
    }

    /** For a reader, such as {@code measures 45, duties 27}. */
    public String display() {
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(weight -> weight.getKey().label() + " " + weight.getValue())
                .collect(Collectors.joining(", "));
    }
}
