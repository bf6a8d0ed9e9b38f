package io.recital.samples.truth;

import io.recital.samples.Complaints;
import io.recital.samples.evidence.PlacedQuote;
import io.recital.samples.evidence.Quotes;
import io.recital.samples.evidence.WrittenQuote;
import io.recital.samples.facts.FactRow;
import io.recital.samples.facts.FactTable;
import io.recital.samples.truth.CheckedTruth.CheckedItem;
import io.recital.samples.truth.CheckedTruth.CheckedRelation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Proves the truth: each quote stands where it says, each amount follows from facts and quoted terms, none twice. */
public final class TruthCheck {
    private final Quotes quotes;
    private final FactTable facts;
    private final Map<String, String> familyOfItem = new HashMap<>();
    private final Map<FactRow, String> itemOfClaimedRow = new HashMap<>();
    private final Map<FactRow, String> itemOfCharge = new HashMap<>();
    private final Map<String, String> itemOfBasis = new HashMap<>();

    public TruthCheck(Quotes quotes, FactTable facts) {
        this.quotes = quotes;
        this.facts = facts;
    }

    /** Checks one counterparty's truth against all documents and facts. */
    public CheckedTruth check(TruthSource source, Complaints complaints) {
        List<CheckedRelation> relations = source.relations().stream()
                .map(relation -> checkRelation(relation, complaints))
                .toList();
        List<CheckedItem> items = source.items().stream()
                .map(item -> checkItem(item, source.family(), complaints))
                .toList();
        return new CheckedTruth(source.family(), relations, items);
    }

    private CheckedRelation checkRelation(Relation relation, Complaints complaints) {
        String where = "truth.json, relation of " + relation.document();
        if (!quotes.names().contains(relation.document())) {
            complaints.add(where, "there is no such document");
        }
        if (relation.relation().needsTarget() && !quotes.names().contains(String.valueOf(relation.to()))) {
            complaints.add(where, "there is no document “" + relation.to() + "”");
        }
        return new CheckedRelation(relation, place(relation.quotes(), relation.document(), where, complaints));
    }

    private List<PlacedQuote> place(List<WrittenQuote> written, String document, String where, Complaints complaints) {
        return written.stream()
                .map(quote -> quotes.place(quote, document, where, complaints))
                .flatMap(Optional::stream)
                .toList();
    }

    private CheckedItem checkItem(TruthItem item, String family, Complaints complaints) {
        String where = "truth.json, " + item.id();
        String other = familyOfItem.putIfAbsent(item.id(), family);
        if (other != null) {
            complaints.add(where, "this id is taken, in the truth of " + other);
        }
        if (!TruthItem.CHECKS.contains(item.check())) {
            complaints.add(where, "there is no kind of check “" + item.check() + "”");
        }
        for (String row : item.rows() == null ? List.<String>of() : item.rows()) {
            if (facts.find(row).isEmpty()) {
                complaints.add(where, "no fact has the id " + row);
            }
        }
        List<PlacedQuote> placed = place(item.quotes(), "", where, complaints);
        Derivation derivation = new Derivation(item, facts, where, complaints);
        if (derivation.given().size() == item.inputs().size()) {
            checkAmount(item, derivation, where, complaints);
            checkOverlap(item, derivation, where, complaints);
        }
        return new CheckedItem(item, placed, derivation.given());
    }

    private static void checkAmount(TruthItem item, Derivation derivation, String where, Complaints complaints) {
        TruthItem.Money amount = item.amount();
        if (!item.itemClass().isMoney() && amount != null) {
            complaints.add(where, "a breach or a trap has no amount; what a naive check would claim is \"naive\"");
        } else if (amount == null && !item.itemClass().mayLackAmount()) {
            complaints.add(where, "an item of money needs an amount");
        } else if (amount != null) {
            if (item.steps().isEmpty() || !isLastResult(item, amount)) {
                complaints.add(where, "the last step is not the amount " + amount.amount());
            }
            checkCurrency(amount, derivation, where, complaints);
        }
        if (item.naive() != null) {
            if (!derivation.comesTo(item.naive().amount())) {
                complaints.add(
                        where,
                        "no input or step comes to what a naive check would claim, "
                                + item.naive().amount());
            }
            checkCurrency(item.naive(), derivation, where, complaints);
        }
    }

    private static boolean isLastResult(TruthItem item, TruthItem.Money amount) {
        String last = item.steps().get(item.steps().size() - 1).result();
        return last.equals(amount.amount().toPlainString());
    }

    private static void checkCurrency(
            TruthItem.Money amount, Derivation derivation, String where, Complaints complaints) {
        Set<String> currencies = derivation.currencies();
        boolean converted = derivation.usesAnExchangeRate();
        if (!converted && !currencies.isEmpty() && !currencies.equals(Set.of(amount.currency()))) {
            complaints.add(
                    where,
                    "its amount is in " + amount.currency() + " but its facts are in "
                            + currencies.stream().sorted().collect(Collectors.joining(" and "))
                            + ", and no exchange rate is among its inputs");
        }
    }

    /** No cent may be claimed twice: neither the same row in full, nor the same rows by the same kind of check. */
    private void checkOverlap(TruthItem item, Derivation derivation, String where, Complaints complaints) {
        if (item.amount() == null) {
            return;
        }
        for (FactRow row : derivation.charged()) {
            String other = itemOfClaimedRow.get(row);
            if (other != null) {
                complaints.add(where, "it claims money of " + row.id() + ", which " + other + " claims in full");
            }
        }
        for (FactRow row : derivation.claimed()) {
            boolean known = itemOfClaimedRow.putIfAbsent(row, item.id()) != null;
            String other = itemOfCharge.get(row);
            if (other != null && !known) {
                complaints.add(where, "it claims " + row.id() + " in full, of which " + other + " claims money");
            }
        }
        derivation.charged().forEach(row -> itemOfCharge.put(row, item.id()));
        List<String> ids = new ArrayList<>(
                derivation.rows().stream().map(FactRow::id).sorted().toList());
        if (!ids.isEmpty()) {
            String other = itemOfBasis.putIfAbsent(item.check() + " " + ids, item.id());
            if (other != null) {
                complaints.add(where, "it rests on the same facts by the same check as " + other);
            }
        }
    }
}
