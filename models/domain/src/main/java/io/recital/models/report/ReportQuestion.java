package io.recital.models.report;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.governance.Governance;
import io.recital.models.maturity.MaturityAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a report is asked about.
 *
 * @param standings the counterparties that it is about, by name
 * @param others reads the other counterparties, beside which those asked about are ranked; none when all are asked about
 * @param unassigned reads the facts about nobody with a contract; none when the report is about one counterparty
 * @param window the days that it is about
 * @param answers to the questions of the maturity assessment, in the order in which they were given
 * @param governance what people keep to steer contracts by, as far as it was to be reckoned with on the day
 */
public record ReportQuestion(
        List<Standing> standings,
        Supplier<List<Standing>> others,
        Supplier<List<PerformanceFact>> unassigned,
        Period window,
        LocalDate asOf,
        List<MaturityAnswer> answers,
        Governance governance) {
    /** The window where no days are asked for. */
    public static final Period ALWAYS = new Period(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    public ReportQuestion {
        standings = List.copyOf(standings);
        requireNonNull(others, "others");
        requireNonNull(unassigned, "unassigned");
        requireNonNull(window, "window");
        requireNonNull(asOf, "asOf");
        answers = List.copyOf(answers);
        governance = governance.on(asOf);
    }

    public ReportQuestion(
            List<Standing> standings, Supplier<List<PerformanceFact>> unassigned, Period window, LocalDate asOf) {
        this(standings, List::of, unassigned, window, asOf, List.of(), Governance.NONE);
    }

    /** The days asked for up to the day, or else the year up to it or up to the last day asked for. */
    public Period daysOrYear() {
        LocalDate to = window.to().isAfter(asOf) ? asOf : window.to();
        LocalDate from = window.from().equals(ALWAYS.from()) || window.from().isAfter(to)
                ? to.minusYears(1).plusDays(1)
                : window.from();
        return new Period(from, to);
    }

    /** The same with the other counterparties. */
    public ReportQuestion beside(Supplier<List<Standing>> rest) {
        return new ReportQuestion(standings, rest, unassigned, window, asOf, answers, governance);
    }

    /** The same with what somebody answered. */
    public ReportQuestion with(List<MaturityAnswer> given) {
        return new ReportQuestion(standings, others, unassigned, window, asOf, given, governance);
    }

    /** The same about other counterparties. */
    public ReportQuestion about(List<Standing> asked) {
        return new ReportQuestion(asked, others, unassigned, window, asOf, answers, governance);
    }

    /** The same with what people keep to steer contracts by. */
    public ReportQuestion with(Governance kept) {
        return new ReportQuestion(standings, others, unassigned, window, asOf, answers, kept);
    }
}
