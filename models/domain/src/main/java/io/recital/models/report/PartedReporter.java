package io.recital.models.report;

import java.util.List;

/**
 * Makes a report out of one part for each counterparty, so that of very many counterparties each is read once: its part is
 * made while all that is known of it is in memory.
 *
 * @param <P> what is kept of a counterparty; small, since those of all are kept
 */
public interface PartedReporter<P> extends Reporter {
    /**
     * The part of one counterparty.
     *
     * @param question whose standings are not needed yet
     */
    P part(Standing standing, ReportQuestion question);

    /**
     * The report of all parts.
     *
     * @param parts in the order of the question's standings
     */
    Report report(ReportQuestion question, List<P> parts);

    @Override
    default Report report(ReportQuestion question) {
        return report(
                question,
                question.standings().stream()
                        .map(standing -> part(standing, question))
                        .toList());
    }
}
