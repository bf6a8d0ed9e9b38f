package io.recital.eval.ledger;

import io.recital.models.fact.Period;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Holds what the ledger claims of one counterparty against what is planted there. First what fits to the cent, then what
 * fits together, then what is about an item and comes to another sum, then what a trap explains; the rest is false.
 */
final class LedgerJudge {
    private final String family;
    private final List<PlantedItem> open;
    private final List<PlantedItem> traps;
    private final List<Outcome> left;
    private final List<Judged> judged = new ArrayList<>();

    private LedgerJudge(String family, Collection<PlantedItem> items, Collection<Outcome> claims) {
        this.family = family;
        this.open = items.stream().filter(item -> !item.isTrap()).collect(Collectors.toCollection(ArrayList::new));
        this.traps = items.stream().filter(PlantedItem::isTrap).collect(Collectors.toCollection(ArrayList::new));
        this.left = new ArrayList<>(claims);
    }

    /** @param claims entries and breaches that the ledger stands by */
    static List<Judged> judge(String family, Collection<PlantedItem> items, Collection<Outcome> claims) {
        LedgerJudge judge = new LedgerJudge(family, items, claims);
        judge.takeOneByOne(Verdict.FOUND, Likeness::isExact);
        judge.takeTogether();
        judge.takeWrongAmounts();
        judge.takeTraps();
        judge.open.forEach(item -> judge.add(Verdict.MISSED, item, List.of()));
        judge.traps.forEach(trap -> judge.add(Verdict.TRAP_AVOIDED, trap, List.of()));
        judge.left.forEach(
                outcome -> judge.judged.add(new Judged(family, Verdict.FALSE_CLAIM, null, List.of(outcome))));
        return List.copyOf(judge.judged);
    }

    private void add(Verdict verdict, PlantedItem item, List<Outcome> outcomes) {
        judged.add(new Judged(family, verdict, item, outcomes));
    }

    /** Pairs of an item and an outcome that are as they should be, the closest first. */
    private void takeOneByOne(Verdict verdict, BiPredicate<PlantedItem, Outcome> fits) {
        record Pair(PlantedItem item, Outcome outcome) {}
        List<Pair> pairs = open.stream()
                .flatMap(item -> left.stream()
                        .filter(outcome -> fits.test(item, outcome))
                        .map(outcome -> new Pair(item, outcome)))
                .sorted(Comparator.comparingDouble((Pair pair) -> -Likeness.closeness(pair.item(), pair.outcome())))
                .toList();
        for (Pair pair : pairs) {
            if (open.contains(pair.item()) && left.remove(pair.outcome())) {
                open.remove(pair.item());
                add(verdict, pair.item(), List.of(pair.outcome()));
            }
        }
    }

    /** Entries of one check, within the item's days, that together come to it. */
    private void takeTogether() {
        for (PlantedItem item : List.copyOf(open)) {
            Map<String, List<LedgerEntry>> byCheck = left.stream()
                    .filter(LedgerEntry.class::isInstance)
                    .map(LedgerEntry.class::cast)
                    .filter(entry -> Likeness.isOfTheClassOf(item, entry) && isWithin(entry.period(), item.period()))
                    .collect(Collectors.groupingBy(LedgerEntry::check, LinkedHashMap::new, Collectors.toList()));
            byCheck.values().stream()
                    .filter(entries -> comesTo(entries, item))
                    .findFirst()
                    .ifPresent(entries -> {
                        left.removeAll(entries);
                        open.remove(item);
                        add(Verdict.FOUND, item, List.copyOf(entries));
                    });
        }
    }

    private static boolean comesTo(List<LedgerEntry> entries, PlantedItem item) {
        BigDecimal sum =
                entries.stream().map(entry -> entry.amount().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return item.amount() != null
                && entries.stream()
                        .allMatch(entry -> entry.amount()
                                .getCurrencyUnit()
                                .getCode()
                                .equals(item.amount().currency()))
                && item.amount().amount().compareTo(sum) == 0;
    }

    private static boolean isWithin(Period inner, Period outer) {
        return outer.holds(inner.from()) && outer.holds(inner.to());
    }

    /** Each claim that is left goes to the item that it is closest to; an item may get several. */
    private void takeWrongAmounts() {
        Map<PlantedItem, List<Outcome>> wrong = new LinkedHashMap<>();
        for (Outcome outcome : List.copyOf(left)) {
            closest(open, outcome, Likeness::isAbout).ifPresent(item -> {
                left.remove(outcome);
                wrong.computeIfAbsent(item, key -> new ArrayList<>()).add(outcome);
            });
        }
        wrong.forEach((item, outcomes) -> {
            open.remove(item);
            add(Verdict.WRONG_AMOUNT, item, outcomes);
        });
    }

    private void takeTraps() {
        Map<PlantedItem, List<Outcome>> claimed = new LinkedHashMap<>();
        for (Outcome outcome : List.copyOf(left)) {
            closest(traps, outcome, Likeness::isTrappedBy).ifPresent(trap -> {
                left.remove(outcome);
                claimed.computeIfAbsent(trap, key -> new ArrayList<>()).add(outcome);
            });
        }
        claimed.forEach((trap, outcomes) -> {
            traps.remove(trap);
            add(Verdict.TRAP_CLAIMED, trap, outcomes);
        });
    }

    private static Optional<PlantedItem> closest(
            List<PlantedItem> items, Outcome outcome, BiPredicate<PlantedItem, Outcome> fits) {
        return items.stream()
                .filter(item -> fits.test(item, outcome))
                .max(Comparator.comparingDouble(item -> Likeness.closeness(item, outcome)));
    }

    /** Whether the ledger stands by an outcome: it claims money that is not lost yet, or a breach. */
    static boolean isClaim(Outcome outcome, LocalDate asOf) {
        return outcome instanceof Breach || (outcome instanceof LedgerEntry entry && !entry.isLapsedOn(asOf));
    }
}
