package io.recital.eval.ledger;

import io.recital.eval.resampling.MeanInterval;
import io.recital.models.ledger.LedgerEntry;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run.
 *
 * @param recall items found exactly, of all items
 * @param precision items found exactly, of all that the ledger claims
 * @param avoided traps that nothing stepped into, of all traps
 * @param until last days for claiming that are as planted, of the items found that have one
 * @param rows counts by class and check
 * @param money sums by class and currency
 * @param lapsed entries that can no longer be claimed, and that nothing was held against
 * @param cases item by item
 */
record LedgerReport(
        String findings,
        MeanInterval recall,
        MeanInterval precision,
        MeanInterval avoided,
        String until,
        Map<String, Map<Verdict, Integer>> rows,
        Map<String, Sums> money,
        int lapsed,
        int provisional,
        int notCheckable,
        List<LedgerCase> cases) {
    /** What is planted, and what was claimed of the class. */
    record Sums(BigDecimal planted, BigDecimal found, BigDecimal claimed) {
        Sums plus(Sums other) {
            return new Sums(planted.add(other.planted), found.add(other.found), claimed.add(other.claimed));
        }
    }

    static LedgerReport of(String findings, LedgerRun run) {
        List<Judged> judged = run.judged();
        int found = count(judged, Verdict.FOUND);
        int traps = count(judged, Verdict.TRAP_AVOIDED) + count(judged, Verdict.TRAP_CLAIMED);
        int items = found + count(judged, Verdict.WRONG_AMOUNT) + count(judged, Verdict.MISSED);
        int claimed = found
                + (int) judged.stream()
                        .filter(each -> each.verdict() != Verdict.FOUND)
                        .mapToLong(each -> each.outcomes().size())
                        .sum();
        return new LedgerReport(
                findings,
                MeanInterval.ofShare(found, items),
                MeanInterval.ofShare(found, claimed),
                MeanInterval.ofShare(count(judged, Verdict.TRAP_AVOIDED), traps),
                until(judged),
                rows(judged),
                money(judged),
                run.lapsed(),
                run.provisional(),
                run.notCheckable().size(),
                judged.stream().map(LedgerCase::of).toList());
    }

    private static int count(List<Judged> judged, Verdict verdict) {
        return (int) judged.stream().filter(each -> each.verdict() == verdict).count();
    }

    private static String until(List<Judged> judged) {
        List<Judged> dated = judged.stream()
                .filter(each -> each.verdict() == Verdict.FOUND
                        && each.item() != null
                        && each.item().recoverableUntil() != null)
                .toList();
        long right = dated.stream().filter(LedgerReport::hasTheDay).count();
        return right + " of " + dated.size();
    }

    private static boolean hasTheDay(Judged each) {
        return each.item() != null
                && each.outcomes().stream()
                        .anyMatch(outcome -> outcome instanceof LedgerEntry entry
                                && entry.recoverableUntil() != null
                                && entry.recoverableUntil().equals(each.item().recoverableUntil()));
    }

    private static Map<String, Map<Verdict, Integer>> rows(List<Judged> judged) {
        Map<String, Map<Verdict, Integer>> rows = new TreeMap<>();
        for (Judged each : judged) {
            rows.computeIfAbsent(LedgerCase.sort(each), key -> new EnumMap<>(Verdict.class))
                    .merge(each.verdict(), 1, Integer::sum);
        }
        return rows;
    }

    private static Map<String, Sums> money(List<Judged> judged) {
        Map<String, Sums> money = new TreeMap<>();
        for (Judged each : judged) {
            PlantedItem.@Nullable Sum planted =
                    each.item() == null ? null : each.item().amount();
            if (each.item() != null && planted != null) {
                BigDecimal found = each.verdict() == Verdict.FOUND ? planted.amount() : BigDecimal.ZERO;
                merge(money, each.item().itemClass() + " " + planted.currency(), planted.amount(), found);
            }
            each.outcomes().forEach(outcome -> {
                if (outcome instanceof LedgerEntry entry) {
                    money.merge(
                            entry.leakage().label() + " "
                                    + entry.amount().getCurrencyUnit().getCode(),
                            new Sums(
                                    BigDecimal.ZERO,
                                    BigDecimal.ZERO,
                                    entry.amount().getAmount()),
                            Sums::plus);
                }
            });
        }
        return money;
    }

    private static void merge(Map<String, Sums> money, String key, BigDecimal planted, BigDecimal found) {
        money.merge(key, new Sums(planted, found, BigDecimal.ZERO), Sums::plus);
    }

    void print(PrintStream out) {
        cases.stream().map(LedgerCase::line).forEach(out::println);
        out.println();
        List<Verdict> columns = new ArrayList<>(List.of(Verdict.values()));
        out.printf("%-52s", "class, check");
        columns.forEach(verdict -> out.printf(" %13s", verdict));
        out.println();
        rows.forEach((sort, counts) -> {
            out.printf("%-52s", sort);
            columns.forEach(verdict -> out.printf(" %13s", counts.getOrDefault(verdict, 0)));
            out.println();
        });
        out.println();
        out.printf("%-40s %16s %16s %16s%n", "money", "planted", "found exactly", "claimed");
        money.forEach((sort, sums) -> out.printf(
                Locale.ROOT, "%-40s %,16.2f %,16.2f %,16.2f%n", sort, sums.planted(), sums.found(), sums.claimed()));
        out.println();
        out.printf("Findings: %s. Wilson's 95 %% intervals.%n", findings);
        out.printf("Planted items found exactly: %s%n", percent(recall));
        out.printf("Claims that are a planted item: %s%n", percent(precision));
        out.printf("Traps avoided: %s%n", percent(avoided));
        out.printf("Last day for claiming as planted: %s%n", until);
        out.printf("%d provisional, %d lapsed and not claimed, %d not checkable%n", provisional, lapsed, notCheckable);
    }

    private static String percent(MeanInterval share) {
        return String.format(
                Locale.ROOT, "%.1f (%.1f to %.1f)", 100 * share.mean(), 100 * share.low(), 100 * share.high());
    }
}
