package io.recital.models.ledger;

import io.recital.models.finding.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What all checks say of one counterparty, no money counted twice. */
public record Ledger(List<Outcome> outcomes) {
    public Ledger {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * The ledger of a dossier: of two entries that claim the same money, that of the check that stands first is kept. One
     * that claims more than what is claimed already is said to be open, so that nothing disappears unseen.
     */
    public static Ledger of(Dossier dossier, List<Check> checks) {
        List<Outcome> kept = new ArrayList<>();
        for (Check check : checks) {
            for (Outcome outcome : check.run(dossier)) {
                if (outcome instanceof LedgerEntry entry) {
                    add(entry, kept);
                } else {
                    kept.add(outcome);
                }
            }
        }
        return new Ledger(kept);
    }

    private static void add(LedgerEntry entry, List<Outcome> kept) {
        Set<String> taken = new HashSet<>();
        List<LedgerEntry> same = of(LedgerEntry.class, kept)
                .filter(other -> other.claimsMoneyOf(entry))
                .toList();
        same.forEach(other -> taken.addAll(other.claimed().of()));
        if (same.isEmpty()) {
            kept.add(entry);
        } else if (!taken.containsAll(entry.claimed().of())) {
            kept.add(new NotCheckable(
                    entry.check(),
                    entry.title(),
                    "what is left of it beside “" + same.get(0).title() + "”, which claims a part of the same money",
                    entry.rests()));
        }
    }

    /**
     * The same with what is disputed.
     *
     * @param rows by kind, each with the day since when somebody says that it is wrong
     */
    public Ledger withDisputes(Map<String, LocalDate> rows) {
        return rows.isEmpty()
                ? this
                : new Ledger(outcomes.stream()
                        .map(outcome -> outcome instanceof LedgerEntry entry ? entry.withDisputes(rows) : outcome)
                        .toList());
    }

    public List<LedgerEntry> entries() {
        return of(LedgerEntry.class, outcomes).toList();
    }

    public List<Breach> breaches() {
        return of(Breach.class, outcomes).toList();
    }

    public List<NotCheckable> notCheckable() {
        return of(NotCheckable.class, outcomes).toList();
    }

    private static <O extends Outcome> Stream<O> of(Class<O> sort, List<Outcome> outcomes) {
        return outcomes.stream().filter(sort::isInstance).map(sort::cast);
    }

    /** The money by class and currency, in the order of the classes. */
    public List<LedgerTotal> totals(LocalDate asOf) {
        return totals(List.of(this), asOf);
    }

    /** The money of several counterparties by class and currency, in the order of the classes. */
    public static List<LedgerTotal> totals(List<Ledger> ledgers, LocalDate asOf) {
        record Key(LeakageClass leakage, CurrencyUnit currency) {}
        Map<Key, LedgerTotal> totals = new HashMap<>();
        for (Ledger ledger : ledgers) {
            for (LedgerEntry entry : ledger.entries()) {
                Key key = new Key(entry.leakage(), entry.amount().getCurrencyUnit());
                totals.merge(key, total(entry, asOf), LedgerTotal::plus);
            }
        }
        return totals.values().stream()
                .sorted(Comparator.comparing(LedgerTotal::leakage).thenComparing(LedgerTotal::currency))
                .toList();
    }

    private static LedgerTotal total(LedgerEntry entry, LocalDate asOf) {
        LedgerTotal none = LedgerTotal.none(entry.leakage(), entry.amount().getCurrencyUnit());
        Money amount = entry.amount();
        if (entry.isLapsedOn(asOf)) {
            return new LedgerTotal(entry.leakage(), none.certain(), none.provisional(), amount);
        }
        return entry.isProvisional() || entry.isDisputed()
                ? new LedgerTotal(entry.leakage(), none.certain(), amount, none.lapsed())
                : new LedgerTotal(entry.leakage(), amount, none.provisional(), none.lapsed());
    }

    /** What a reviewer should look at: by currency, that with the most money at stake first. */
    public List<BlockingFinding> blocking(LocalDate asOf) {
        record Key(Finding finding, CurrencyUnit currency) {}
        Map<Key, BlockingFinding> blocking = new LinkedHashMap<>();
        for (LedgerEntry entry : entries()) {
            if (!entry.isLapsedOn(asOf)) {
                entry.rests().stream()
                        .filter(Finding::isProvisional)
                        .distinct()
                        .forEach(finding -> blocking.merge(
                                new Key(finding, entry.amount().getCurrencyUnit()),
                                new BlockingFinding(finding, entry.amount(), 1),
                                Ledger::together));
            }
        }
        return blocking.values().stream()
                .sorted(Comparator.comparing(
                                (BlockingFinding each) -> each.atStake().getCurrencyUnit())
                        .thenComparing(BlockingFinding::atStake, Comparator.reverseOrder()))
                .toList();
    }

    private static BlockingFinding together(BlockingFinding one, BlockingFinding other) {
        return new BlockingFinding(one.finding(), one.atStake().plus(other.atStake()), one.entries() + other.entries());
    }
}
