package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Finding;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The money that an entry claims, so that no two claim the same. Two entries may well rest on the same rows: an invoice
 * line may be too dear and too long, and a measurement may bring a credit and points.
 *
 * @param part what of it
 * @param of whose money it is: rows of facts, by kind ({@code invoice-line:K-1}), or a name that a check gives
 */
public record Claimed(Part part, Set<String> of) {
    /** What of a row is claimed. */
    public enum Part {
        /** All of it: it should not have been invoiced. */
        WHOLE,
        /** That a unit was too dear. */
        PRICE,
        /** That there were too many units. */
        QUANTITY,
        /** What a sum of rows exceeds a ceiling by, after what is claimed of single ones. */
        CEILING,
        /** What a clause gives for what a row shows: a credit, damages, a rebate, interest. */
        CONSEQUENCE
    }

    /** Kinds of rows in the order in which they say best what money it is; the others are context. */
    private static final List<String> TELLING = List.of("measurement:", "purchase:", "event:", "invoice-line:");

    public Claimed {
        requireNonNull(part, "part");
        // in order: it is written down, and what is the same shall read the same
        of = Collections.unmodifiableSortedSet(new TreeSet<>(of));
    }

    /** What an entry claims that does not say it: the price of invoice lines, or what its first clause gives for a row. */
    static Claimed usual(LeakageClass leakage, List<Finding> rests, Collection<String> rows) {
        if (leakage == LeakageClass.RECOVERABLE_OVERPAYMENT) {
            Set<String> lines = of(rows, "invoice-line:");
            return new Claimed(Part.PRICE, lines.isEmpty() ? Set.copyOf(rows) : lines);
        }
        Set<String> telling = TELLING.stream()
                .map(kind -> of(rows, kind))
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(Set.copyOf(rows));
        String clause = rests.isEmpty() ? "" : rests.get(0).id() + " ";
        return new Claimed(
                Part.CONSEQUENCE, telling.stream().map(row -> clause + row).collect(Collectors.toSet()));
    }

    private static Set<String> of(Collection<String> rows, String kind) {
        return rows.stream().filter(row -> row.startsWith(kind)).collect(Collectors.toSet());
    }

    /** Whether some of the money is the same. */
    boolean touches(Claimed other) {
        boolean samePart = part == other.part
                || (part == Part.WHOLE && other.isOfALine())
                || (other.part == Part.WHOLE && isOfALine());
        return samePart && of.stream().anyMatch(other.of::contains);
    }

    private boolean isOfALine() {
        return part == Part.PRICE || part == Part.QUANTITY;
    }
}
