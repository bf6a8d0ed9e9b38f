package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import io.recital.models.family.Beside;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.PromisedMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a plan is due because of a missed measure.
 *
 * @param times how often in a row it must be missed
 * @param below the value below which it counts; null where the measure's own target decides
 * @param words all that the duty rests on
 */
record PlanTrigger(
        Governed<Obligation> term, int times, @Nullable BigDecimal below, TimeSpan within, String words) {
    private static final Pattern PLAN = Pattern.compile("\\bplan\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MISSED = Pattern.compile(
            "\\bmiss(?:es|ed)?\\b|\\bfail(?:s|ed|ures?)?\\b|\\bfalls?\\s+short\\b|\\bshortfall\\b|\\bbelow\\b|\\bnot\\s+(?:been\\s+)?(?:met|meet|achieved?|reached?|attained?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BELOW =
            Pattern.compile("\\bbelow\\s+(?<value>\\d+(?:\\.\\d+)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERIOD_END =
            Pattern.compile("end\\s+of|month|quarter|period", Pattern.CASE_INSENSITIVE);

    /** The trigger of a duty; empty where it is about no plan or no measure. */
    static Optional<PlanTrigger> of(Governed<Obligation> term) {
        Obligation duty = term.content();
        String quotes = term.finding().words();
        String condition = Objects.requireNonNullElse(duty.trigger(), quotes);
        if (!PLAN.matcher(duty.action()).find()
                || !MISSED.matcher(condition).find()
                || !(duty.deadline() instanceof Deadline.After after)) {
            return Optional.empty();
        }
        Matcher below = BELOW.matcher(condition);
        BigDecimal value = below.find() ? new BigDecimal(below.group("value")) : null;
        return MissesInARow.in(condition)
                .map(times -> new PlanTrigger(term, times, value, after.within(), condition + " " + quotes));
    }

    boolean runsFromPeriodEnd() {
        return term.content().deadline() instanceof Deadline.After after
                && PERIOD_END.matcher(after.event()).find();
    }

    /** Whether the words speak of a measure. */
    boolean isAbout(PromisedMeasure measure) {
        return new MeasureMention(words).isOf(measure) || isBelowItsTarget(measure);
    }

    /** Whether the number below which the plan is due is the target of a measure of the same clause: {@code the average is below 4}. */
    private boolean isBelowItsTarget(PromisedMeasure measure) {
        BigDecimal target = measure.content().target();
        return below != null
                && target != null
                && target.compareTo(below) == 0
                && term.finding().citations().stream()
                        .anyMatch(own -> measure.governed().finding().citations().stream()
                                .anyMatch(other -> own.document().equals(other.document())
                                        && Beside.section(own.path()).equals(Beside.section(other.path()))));
    }

    /** Whether a measure stands in the document of the duty. */
    boolean isBeside(PromisedMeasure measure) {
        return Stream.concat(Stream.of(measure.governed().finding()), measure.governed().replaced().stream())
                .map(Finding::contract)
                .anyMatch(term.finding().contract()::equals);
    }

    /** Misses in a row, as often as needed or more; each row of misses once. */
    List<List<MeasureResult>> runs(List<MeasureResult> results) {
        List<List<MeasureResult>> runs = new ArrayList<>();
        List<MeasureResult> run = new ArrayList<>();
        for (MeasureResult result : results) {
            boolean follows = run.isEmpty()
                    || run.get(run.size() - 1)
                            .period()
                            .to()
                            .plusDays(1)
                            .equals(result.period().from());
            if (!isMissed(result) || !follows) {
                keep(run, runs);
                run = new ArrayList<>();
            }
            if (isMissed(result)) {
                run.add(result);
            }
        }
        keep(run, runs);
        return runs;
    }

    private void keep(List<MeasureResult> run, List<List<MeasureResult>> runs) {
        if (run.size() >= times) {
            runs.add(run);
        }
    }

    private boolean isMissed(MeasureResult result) {
        BigDecimal value = result.value();
        return result.isMissed() && (below == null || (value != null && value.compareTo(below) < 0));
    }

    /** Whether an event tells of such a plan: all words that say which plan are there. */
    boolean isPlan(ContractEvent event) {
        Set<String> said = new HashSet<>(DutyWords.of(event.subject()));
        said.addAll(DutyWords.of(event.event().replaceAll("[-_]+", " ")));
        Matcher which = Pattern.compile("(?<which>(?:[\\w-]+\\s+){1,2})plan\\b", Pattern.CASE_INSENSITIVE)
                .matcher(term.content().action());
        Set<String> wanted = which.find() ? DutyWords.of(which.group()) : DutyWords.of("plan");
        return !wanted.isEmpty() && said.containsAll(wanted);
    }
}
