package io.recital.eval.ledger;

import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** How near an outcome is to a planted item. */
final class Likeness {
    private static final double SAME_SUM = 8;
    private static final double SAME_ROWS = 4;
    private static final double SAME_CHECK = 2;
    private static final Set<String> TELL_MANY = Set.of("obligation", "kpi-credit");

    private Likeness() {}

    /**
     * The item itself: class, money to the cent, days that overlap; without money, the same check, and of a check
     * that tells many breaches of one time the same words or rows.
     */
    static boolean isExact(PlantedItem item, Outcome outcome) {
        if (!overlaps(item, outcome)) {
            return false;
        }
        if (item.amount() == null) {
            return outcome instanceof Breach
                    && isOfTheCheckOf(item, outcome)
                    && (!TELL_MANY.contains(item.check()) || sharesEvidence(item, outcome));
        }
        return outcome instanceof LedgerEntry entry && isOfTheClassOf(item, entry) && hasSum(item.amount(), entry);
    }

    /** About the item's matter, whatever it comes to. */
    static boolean isAbout(PlantedItem item, Outcome outcome) {
        return outcome instanceof LedgerEntry entry
                && item.amount() != null
                && isOfTheClassOf(item, entry)
                && overlaps(item, entry)
                && (isOfTheCheckOf(item, entry) || sharesRows(item, entry));
    }

    static boolean isTrappedBy(PlantedItem trap, Outcome outcome) {
        return overlaps(trap, outcome)
                && (isNaive(trap, outcome) || isOfTheCheckOf(trap, outcome) || sharesRows(trap, outcome));
    }

    static boolean isOfTheClassOf(PlantedItem item, LedgerEntry entry) {
        return entry.leakage().label().equals(item.itemClass());
    }

    /** The higher, the surer that the two are about the same. */
    static double closeness(PlantedItem item, Outcome outcome) {
        double points = isNaive(item, outcome) ? SAME_SUM : 0;
        points += sharesRows(item, outcome) ? SAME_ROWS : 0;
        points += isOfTheCheckOf(item, outcome) ? SAME_CHECK : 0;
        return points + share(item.period(), period(outcome));
    }

    private static boolean isNaive(PlantedItem trap, Outcome outcome) {
        return trap.naive() != null && outcome instanceof LedgerEntry entry && hasSum(trap.naive(), entry);
    }

    private static boolean hasSum(PlantedItem.Sum sum, LedgerEntry entry) {
        return sum.isSameAs(
                entry.amount().getAmount(), entry.amount().getCurrencyUnit().getCode());
    }

    private static boolean isOfTheCheckOf(PlantedItem item, Outcome outcome) {
        return item.check().equals(outcome.check());
    }

    private static boolean overlaps(PlantedItem item, Outcome outcome) {
        return item.period().overlaps(period(outcome));
    }

    private static boolean sharesRows(PlantedItem item, Outcome outcome) {
        Set<String> named = item.namedRows();
        return rows(outcome).stream().anyMatch(row -> named.contains(row.substring(row.indexOf(':') + 1)));
    }

    private static boolean sharesEvidence(PlantedItem item, Outcome outcome) {
        List<PlantedItem.Quote> quotes = item.quotes() == null ? List.of() : item.quotes();
        return quotes.isEmpty()
                || sharesRows(item, outcome)
                || rests(outcome).stream()
                        .flatMap(finding -> finding.citations().stream())
                        .anyMatch(citation ->
                                quotes.stream().anyMatch(quote -> quote.isIn(citation.file(), citation.quote())));
    }

    private static List<Finding> rests(Outcome outcome) {
        return outcome instanceof LedgerEntry entry ? entry.rests() : ((Breach) outcome).rests();
    }

    /** The days of both over the days of either. */
    private static double share(Period one, Period other) {
        LocalDate from = one.from().isAfter(other.from()) ? one.from() : other.from();
        LocalDate to = one.to().isBefore(other.to()) ? one.to() : other.to();
        double common = Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
        return common / (one.days() + other.days() - common);
    }

    static Period period(Outcome outcome) {
        if (outcome instanceof LedgerEntry entry) {
            return entry.period();
        }
        if (outcome instanceof Breach breach) {
            return breach.period();
        }
        throw new IllegalArgumentException("What cannot be checked claims nothing");
    }

    private static List<String> rows(Outcome outcome) {
        return outcome instanceof LedgerEntry entry ? entry.rows() : ((Breach) outcome).rows();
    }
}
