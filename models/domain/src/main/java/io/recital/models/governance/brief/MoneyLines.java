package io.recital.models.governance.brief;

import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the ledger says: the largest entries of each class, and what to settle before anything is signed. */
final class MoneyLines {
    private static final int LARGEST = 3;

    private final Standing standing;
    private final List<LedgerEntry> entries;
    private final LocalDate asOf;

    MoneyLines(Standing standing) {
        this.standing = standing;
        this.entries = standing.ledger().entries();
        this.asOf = standing.dossier().asOf();
    }

    List<BriefLine> lines() {
        List<BriefLine> lines = new ArrayList<>();
        for (LeakageClass leakage : LeakageClass.values()) {
            for (Map.Entry<CurrencyUnit, List<LedgerEntry>> same :
                    byCurrency(entry -> entry.leakage() == leakage).entrySet()) {
                lines.add(line(
                        words(leakage) + ": " + sum(same.getValue()) + " in "
                                + same.getValue().size() + " entries" + provisional(same.getValue()) + ".",
                        same.getValue()));
                same.getValue().stream()
                        .sorted(Comparator.comparing(LedgerEntry::amount).reversed())
                        .limit(LARGEST)
                        .forEach(entry -> lines.add(line(entry.title() + ": " + entry.amount() + ".", List.of(entry))));
            }
        }
        return lines;
    }

    private static String words(LeakageClass leakage) {
        String label = leakage.label().replace('-', ' ');
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    private static String provisional(List<LedgerEntry> entries) {
        long open = entries.stream().filter(LedgerEntry::isProvisional).count();
        return open == 0 ? "" : ", " + open + " of them provisional";
    }

    private Map<CurrencyUnit, List<LedgerEntry>> byCurrency(Predicate<LedgerEntry> condition) {
        return entries.stream()
                .filter(condition)
                .collect(Collectors.groupingBy(
                        entry -> entry.amount().getCurrencyUnit(), TreeMap::new, Collectors.toList()));
    }

    private static Money sum(List<LedgerEntry> entries) {
        return entries.stream().map(LedgerEntry::amount).reduce(Money::plus).orElseThrow();
    }

    private static BriefLine line(String text, List<LedgerEntry> entries) {
        return BriefLine.of(
                text,
                entries.stream().flatMap(entry -> entry.rests().stream()).toList(),
                entries.stream().flatMap(entry -> entry.rows().stream()).toList());
    }

    List<BriefLine> asks() {
        List<BriefLine> asks = new ArrayList<>();
        byCurrency(entry -> standing.isClaimable(entry) && entry.isFreeToBeClaimedOn(asOf))
                .forEach((currency, same) ->
                        asks.add(line("Have " + sum(same) + " credited or paid before anything is signed.", same)));
        byCurrency(entry -> standing.isClaimable(entry) && entry.isProvisional() && !entry.isLapsedOn(asOf))
                .forEach((currency, same) -> asks.add(
                        line("Have the findings reviewed on which " + sum(same) + " rests, then ask for it.", same)));
        byCurrency(entry -> standing.isClaimable(entry) && entry.isLapsedOn(asOf))
                .forEach((currency, same) -> asks.add(line(
                        "Ask for a longer time to claim, or for credits that come by themselves: " + sum(same)
                                + " can no longer be claimed.",
                        same)));
        return asks;
    }
}
