package io.recital.models.maturity;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody answered to a question of the assessment.
 *
 * @param day on which it was answered
 */
public record MaturityAnswer(Criterion criterion, boolean met, LocalDate day) {
    public MaturityAnswer {
        requireNonNull(criterion, "criterion");
        requireNonNull(day, "day");
    }

    /**
     * The latest answer to each question that somebody answered by the end of a day.
     *
     * @param answers in the order in which they were given
     */
    public static Map<Criterion, Boolean> on(LocalDate day, List<MaturityAnswer> answers) {
        Map<Criterion, Boolean> latest = new EnumMap<>(Criterion.class);
        answers.stream()
                .filter(answer -> !answer.day().isAfter(day))
                .forEach(answer -> latest.put(answer.criterion(), answer.met()));
        return latest;
    }
}
