package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What several contracts say to a question.
 *
 * @param subject in words; empty where only the question's own words tell
 * @param statements that answer, in the order asked for; empty when nothing fulfils the conditions
 * @param considered all of which they were chosen; at least one
 */
public record PortfolioResult(
        String subject, Operation operation, List<StatedTerm> statements, List<StatedTerm> considered) {
    /** What was done with what the contracts say. */
    public enum Operation {
        /** It is shown side by side. */
        EACH,
        /** It is put in order, least first. */
        ASCENDING,
        /** It is put in order, greatest first. */
        DESCENDING,
        LEAST,
        GREATEST,
        COUNT
    }

    public PortfolioResult {
        requireNonNull(subject, "subject");
        requireNonNull(operation, "operation");
        statements = List.copyOf(statements);
        considered = List.copyOf(considered);
    }

    /** All considered whose values can be held against that of one. */
    public List<StatedTerm> comparableWith(StatedTerm one) {
        return considered.stream()
                .filter(other -> other.measured()
                        .map(Measured::unit)
                        .equals(one.measured().map(Measured::unit)))
                .toList();
    }

    /** Of what was found, the one with the greatest or the least value; empty where their units differ or they are even. */
    public Optional<StatedTerm> extreme(boolean greatest) {
        List<Measured> values = statements.stream()
                .flatMap(statement -> statement.measured().stream())
                .toList();
        boolean comparable = values.size() == statements.size()
                && values.stream().map(Measured::unit).distinct().count() == 1
                && values.stream().distinct().count() == values.size();
        Comparator<StatedTerm> order = Comparator.comparing(
                statement -> statement.measured().orElseThrow().number());
        return comparable ? statements.stream().max(greatest ? order : order.reversed()) : Optional.empty();
    }
}
