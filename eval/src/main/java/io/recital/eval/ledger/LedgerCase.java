package io.recital.eval.ledger;

import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the report and of the predictions.
 *
 * @param item id in the truth; null for a false claim
 * @param planted amount; null where there is none
 * @param until last day to claim as planted; null where there is none
 */
record LedgerCase(
        String family,
        String verdict,
        @Nullable String item,
        String sort,
        @Nullable String planted,
        @Nullable String until,
        List<Claimed> claimed) {
    /** What the ledger says. */
    record Claimed(String check, String title, String period, String amount, String until, List<String> rows) {
        static Claimed of(Outcome outcome) {
            if (outcome instanceof LedgerEntry entry) {
                return new Claimed(
                        entry.check(),
                        entry.title(),
                        entry.period().toString(),
                        entry.amount().toString(),
                        entry.recoverableUntil() == null
                                ? ""
                                : entry.recoverableUntil().toString(),
                        entry.rows());
            }
            return new Claimed(
                    outcome.check(), outcome.title(), Likeness.period(outcome).toString(), "", "", List.of());
        }
    }

    static LedgerCase of(Judged judged) {
        PlantedItem item = judged.item();
        PlantedItem.@Nullable Sum sum = item == null ? null : item.isTrap() ? item.naive() : item.amount();
        return new LedgerCase(
                judged.family(),
                judged.verdict().toString(),
                item == null ? null : item.id(),
                sort(judged),
                sum == null ? null : sum.toString(),
                item == null || item.recoverableUntil() == null
                        ? null
                        : item.recoverableUntil().toString(),
                judged.outcomes().stream().map(Claimed::of).toList());
    }

    /** Class and check: of the item, or of a claim that is none. */
    static String sort(Judged judged) {
        PlantedItem item = judged.item();
        if (item != null) {
            return item.itemClass() + ", " + item.check();
        }
        Outcome outcome = judged.outcomes().get(0);
        String leakage = outcome instanceof LedgerEntry entry ? entry.leakage().label() : "breach";
        return leakage + ", " + outcome.check();
    }

    String line() {
        String name = item == null ? family + ": " + sort : item;
        String claims = claimed.stream()
                .map(claim -> "\n                 claims " + claim.amount() + " " + claim.check() + " "
                        + claim.period() + (claim.until().isEmpty() ? "" : " until " + claim.until()) + ": "
                        + claim.title())
                .collect(Collectors.joining());
        boolean quiet = verdict.equals(Verdict.FOUND.toString());
        return String.format(Locale.ROOT, "%-14s %-48s %s", verdict, name, planted == null ? "" : planted)
                + (quiet ? lastDay() : claims);
    }

    /** That the last day to claim is another one than planted; nothing where it is the same. */
    private String lastDay() {
        String said = claimed.stream().map(Claimed::until).distinct().collect(Collectors.joining(", "));
        return until == null || said.contains(until)
                ? ""
                : "\n                 to be claimed until " + until + ", the ledger says "
                        + (said.isEmpty() ? "nothing of it" : said);
    }
}
