package io.recital.eval.answers;

import io.recital.eval.resampling.ClusterBootstrap;
import io.recital.eval.resampling.MeanInterval;
import io.recital.samples.question.Question;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run, by kind of question.
 *
 * @param right over all kinds but performance; null when none was asked
 * @param abstainedFrom share of unanswerable and false-premise questions that were abstained from or denied; null when none was asked
 * @param silent share of the answerable questions, without performance, that were abstained from
 * @param verified share of citations whose quote stands in the stored text
 */
record AnswersReport(
        Map<String, Figures> kinds,
        @Nullable MeanInterval right,
        @Nullable MeanInterval abstainedFrom,
        double silent,
        int citations,
        double verified,
        long seed) {
    /** Figures of one kind. */
    record Figures(int questions, MeanInterval right, int abstained, int citations, int verified) {}

    static AnswersReport of(QuestionBank bank, List<Outcome> outcomes, long seed) {
        Map<String, Figures> kinds = new LinkedHashMap<>();
        for (Question.Kind kind : Question.Kind.values()) {
            List<Outcome> ofKind = only(outcomes, outcome -> outcome.question().kind() == kind);
            MeanInterval right = right(bank, ofKind, seed);
            if (right != null) {
                kinds.put(
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        new Figures(ofKind.size(), right, abstained(ofKind), citations(ofKind), verified(ofKind)));
            }
        }
        List<Outcome> counted = only(outcomes, outcome -> outcome.question().kind() != Question.Kind.PERFORMANCE);
        List<Outcome> answerable = only(counted, outcome -> outcome.question().answerable());
        return new AnswersReport(
                kinds,
                right(bank, counted, seed),
                right(bank, only(counted, outcome -> !outcome.question().answerable()), seed),
                share(abstained(answerable), answerable.size()),
                citations(outcomes),
                share(verified(outcomes), citations(outcomes)),
                seed);
    }

    private static List<Outcome> only(List<Outcome> outcomes, Predicate<Outcome> wanted) {
        return outcomes.stream().filter(wanted).toList();
    }

    private static @Nullable MeanInterval right(QuestionBank bank, List<Outcome> outcomes, long seed) {
        if (outcomes.isEmpty()) {
            return null;
        }
        List<String> conversations = outcomes.stream()
                .map(outcome -> bank.conversation(outcome.question()))
                .toList();
        return new ClusterBootstrap(conversations, seed)
                .mean(outcomes.stream()
                        .mapToDouble(outcome -> outcome.verdict().right() ? 1 : 0)
                        .toArray());
    }

    private static int abstained(List<Outcome> outcomes) {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.answer().abstained())
                .count();
    }

    private static int citations(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::citations).sum();
    }

    private static int verified(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::verified).sum();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    void print(PrintStream out) {
        out.println("95 % intervals over conversations; performance questions count in their own line only.");
        out.printf("%-16s %9s %22s %10s %22s%n", "", "questions", "right, %", "abstained", "citations verified");
        kinds.forEach((kind, figures) -> out.printf(
                "%-16s %9d %22s %10d %22s%n",
                kind,
                figures.questions(),
                percent(figures.right()),
                figures.abstained(),
                figures.verified() + " of " + figures.citations()));
        out.printf("%-16s %9s %22s%n", "all", "", percent(right));
        out.printf("Unanswerable and false premise, abstained from or denied: %s %%%n", percent(abstainedFrom));
        out.printf(Locale.ROOT, "Answerable, and abstained from all the same: %.1f %%%n", 100 * silent);
        out.printf(Locale.ROOT, "Citations verified: %.1f %% of %d%n", 100 * verified, citations);
    }

    private static String percent(@Nullable MeanInterval share) {
        return share == null
                ? "-"
                : String.format(
                        Locale.ROOT, "%.1f (%.1f to %.1f)", 100 * share.mean(), 100 * share.low(), 100 * share.high());
    }
}
