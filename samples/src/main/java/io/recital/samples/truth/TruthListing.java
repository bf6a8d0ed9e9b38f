package io.recital.samples.truth;

import io.recital.samples.evidence.WrittenQuote;
import io.recital.samples.truth.CheckedTruth.CheckedItem;
import io.recital.samples.truth.CheckedTruth.CheckedRelation;
import io.recital.samples.truth.TruthItem.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Lists what is planted for a reader: each item with its clause, its calculation by hand and the exact amount. */
public final class TruthListing {
    private final Map<String, String> counterparties;
    private final StringBuilder text = new StringBuilder();

    /**
     * Prepares the listing.
     *
     * @param counterparties their names by their short names
     */
    public TruthListing(Map<String, String> counterparties) {
        this.counterparties = Map.copyOf(counterparties);
    }

    /** Markdown for all counterparties. */
    public String write(List<CheckedTruth> truths) {
        for (CheckedTruth truth : truths) {
            if (!truth.items().isEmpty() || !truth.relations().isEmpty()) {
                line("### " + counterparties.getOrDefault(truth.family(), truth.family()));
                line("");
                totals(truth.items());
                section("To find", truth.items(), false);
                section("Not to claim", truth.items(), true);
                relations(truth.relations());
            }
        }
        return text.toString();
    }

    /** A table of the money by class: classes are never added up across. */
    private void totals(List<CheckedItem> items) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (CheckedItem checked : items) {
            TruthItem item = checked.item();
            String currency = item.amount() == null ? "" : item.amount().currency();
            String key = words(item.itemClass()) + " | " + currency;
            counts.merge(key, 1, Integer::sum);
            sums.merge(
                    key, item.amount() == null ? BigDecimal.ZERO : item.amount().amount(), BigDecimal::add);
        }
        if (counts.isEmpty()) {
            return;
        }
        line("| class | currency | items | total |");
        line("|---|---|---:|---:|");
        counts.forEach((key, count) -> line("| " + key + " | " + count + " | "
                + (key.endsWith("| ") ? "" : grouped(sums.getOrDefault(key, BigDecimal.ZERO))) + " |"));
        line("");
    }

    private void section(String heading, List<CheckedItem> items, boolean traps) {
        List<CheckedItem> chosen = items.stream()
                .filter(checked -> (checked.item().itemClass() == ItemClass.TRAP) == traps)
                .toList();
        if (!chosen.isEmpty()) {
            line("#### " + heading);
            line("");
            chosen.forEach(this::item);
        }
    }

    private void item(CheckedItem checked) {
        TruthItem item = checked.item();
        line("**" + item.title().replaceFirst("\\.$", "") + "**" + verdict(item));
        line("");
        line("- `" + item.id() + "`, " + words(item.itemClass()) + ", " + item.check()
                + (item.period() == null
                        ? ""
                        : ", " + item.period().from() + " to " + item.period().to())
                + (item.recoverableUntil() == null ? "" : ", to be claimed by " + item.recoverableUntil()));
        for (WrittenQuote quote : item.quotes()) {
            line("- " + quote.document() + (quote.path().isEmpty() ? "" : ", " + quote.path()) + ": “"
                    + quote.text().replace("*", "\\*") + "”");
        }
        List<String> inputs = new ArrayList<>();
        checked.given()
                .forEach((name, given) -> inputs.add("`" + name + "` = " + given.display() + " ("
                        + given.source().replace("*", "\\*") + ")"));
        if (!inputs.isEmpty()) {
            line("- given: " + String.join("; ", inputs));
        }
        for (Step step : item.steps()) {
            line("- `" + step.name() + "` = `" + step.formula() + "` = " + step.result());
        }
        line("- " + item.why());
        line("");
    }

    private static String verdict(TruthItem item) {
        if (item.amount() != null) {
            return ": **" + money(item.amount()) + "**";
        }
        if (item.itemClass() == ItemClass.TRAP) {
            return item.naive() == null
                    ? ": nothing to claim"
                    : ": nothing to claim, though a naive check would claim " + money(item.naive());
        }
        return "";
    }

    private void relations(List<CheckedRelation> relations) {
        if (relations.isEmpty()) {
            return;
        }
        line("#### How its documents stand to each other");
        line("");
        for (CheckedRelation checked : relations) {
            Relation relation = checked.relation();
            String kind = relation.relation().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            line("- `" + relation.document() + "` " + kind + (relation.to() == null ? "" : " `" + relation.to() + "`")
                    + (relation.signed() == null ? "" : ", signed " + relation.signed())
                    + (relation.effective() == null ? "" : ", effective " + relation.effective())
                    + (relation.note() == null ? "" : ": " + relation.note()));
        }
        line("");
    }

    private static String words(ItemClass itemClass) {
        return itemClass.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String money(TruthItem.Money money) {
        return money.currency() + " " + grouped(money.amount());
    }

    private static String grouped(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
