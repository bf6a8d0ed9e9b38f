package io.recital.models.fact;

import io.recital.models.contract.Counterparty;
import io.recital.models.fact.VendorMatch.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the counterparty of each vendor: what a person decided, then alias, tax number and name. A company with a tax
 * number of its own is another company, however its name reads and whomever it belongs to.
 */
public final class VendorMatching {
    private static final double BY_RECORD = 0.95;
    private static final double BY_PARENT = 0.6;
    private static final double CONTRADICTED = 0.5;
    private static final double LEAST_WORTH_A_LOOK = 0.45;

    private final List<Vendor> records;
    private final Map<String, List<Vendor>> byKey;
    private final Map<String, List<Vendor>> byParent;
    private final Map<String, VendorDecision> decisions = new HashMap<>();
    private final CounterpartyNames names;
    /** Tax numbers of the vendors that a counterparty is by name, alias or decision, and how sure that is. */
    private final Map<UUID, Map<String, Double>> taxNumbers = new HashMap<>();

    private final Map<String, Set<UUID>> byTaxNumber = new HashMap<>();

    /**
     * Prepares the matching.
     *
     * @param records the vendor list
     * @param decisions in the order of deciding; the last of a vendor holds
     */
    public VendorMatching(
            Collection<Vendor> records, Collection<Counterparty> counterparties, List<VendorDecision> decisions) {
        this.records = List.copyOf(records);
        this.byKey = this.records.stream()
                .collect(Collectors.groupingBy(entry -> entry.reference().key()));
        this.byParent = this.records.stream()
                .filter(entry -> !entry.parent().isBlank())
                .collect(Collectors.groupingBy(entry -> nameKey(entry.parent())));
        this.names = new CounterpartyNames(counterparties);
        decisions.forEach(decision -> this.decisions.put(decision.vendor().key(), decision));
        rememberTaxNumbers();
    }

    private void rememberTaxNumbers() {
        for (Vendor vendor : records) {
            String number = taxNumber(vendor);
            Candidate own = ownEvidence(vendor.reference(), new HashSet<>());
            if (!number.isEmpty() && own != null && own.confidence() >= VendorMatch.LEAST_CERTAIN) {
                taxNumbers
                        .computeIfAbsent(own.counterparty(), c -> new HashMap<>())
                        .merge(number, own.confidence(), Math::max);
                byTaxNumber.computeIfAbsent(number, n -> new TreeSet<>()).add(own.counterparty());
            }
        }
    }

    public VendorMatch match(VendorReference vendor) {
        VendorDecision decision = decisions.get(vendor.key());
        if (decision != null) {
            return decision.counterparty() == null
                    ? new VendorMatch(vendor, Standing.UNKNOWN, null, 1, "decided to be no known counterparty")
                    : new VendorMatch(vendor, Standing.SAME, decision.counterparty(), 1, "decided");
        }
        Candidate best = ownEvidence(vendor, new HashSet<>());
        Candidate byTax = byTaxNumber(vendor);
        if (byTax != null && (best == null || best.confidence() < byTax.confidence())) {
            best = byTax;
        }
        return best != null && hasOtherTaxNumber(vendor, best.counterparty())
                ? contradicted(vendor, best)
                : stated(vendor, best);
    }

    private VendorMatch stated(VendorReference vendor, @Nullable Candidate best) {
        Candidate group = byParent(vendor);
        boolean own = best != null && best.confidence() >= VendorMatch.LEAST_CERTAIN;
        if (group != null && !own) {
            return taxNumbers(vendor).isEmpty()
                    ? group.as(vendor, Standing.UNCERTAIN)
                    : group.withEvidence(group.evidence() + " and has a tax number of its own")
                            .as(vendor, Standing.AFFILIATE);
        }
        if (best == null || best.confidence() < LEAST_WORTH_A_LOOK) {
            return new VendorMatch(vendor, Standing.UNKNOWN, null, 0, "no counterparty has a name like it");
        }
        return best.as(vendor, own ? Standing.SAME : Standing.UNCERTAIN);
    }

    private VendorMatch contradicted(VendorReference vendor, Candidate best) {
        Candidate group = byParent(vendor);
        if (group != null) {
            return group.withEvidence(group.evidence() + " and has a tax number of its own")
                    .as(vendor, Standing.AFFILIATE);
        }
        return best.withConfidence(Math.min(best.confidence(), CONTRADICTED))
                .withEvidence(best.evidence() + ", but with another tax number")
                .as(vendor, Standing.UNCERTAIN);
    }

    /** By decision, names and aliases: what needs no tax number. */
    private @Nullable Candidate ownEvidence(VendorReference vendor, Set<String> seen) {
        if (!seen.add(vendor.key())) {
            return null;
        }
        VendorDecision decision = decisions.get(vendor.key());
        if (decision != null) {
            UUID decided = decision.counterparty();
            return decided == null ? null : new Candidate(decided, 1, "decided");
        }
        Candidate best = names.find(vendor.name());
        for (Vendor entry : recordsOf(vendor)) {
            best = better(best, names.find(entry.reference().name()));
            best = better(best, byAlias(entry, seen));
        }
        return best;
    }

    private @Nullable Candidate byAlias(Vendor entry, Set<String> seen) {
        if (entry.aliasOf().isBlank()) {
            return null;
        }
        Candidate alias = names.find(entry.aliasOf());
        for (Vendor other : byKey.getOrDefault("id " + entry.aliasOf().strip(), List.of())) {
            alias = better(alias, ownEvidence(other.reference(), seen));
        }
        return alias == null
                ? null
                : new Candidate(
                        alias.counterparty(),
                        Math.min(alias.confidence(), BY_RECORD),
                        "the vendor list says it is another record of " + entry.aliasOf());
    }

    private @Nullable Candidate byTaxNumber(VendorReference vendor) {
        Set<String> own = taxNumbers(vendor);
        List<UUID> same = own.stream()
                .flatMap(number -> byTaxNumber.getOrDefault(number, Set.of()).stream())
                .distinct()
                .toList();
        if (same.isEmpty()) {
            return null;
        }
        return new Candidate(
                same.get(0),
                same.size() == 1 ? BY_RECORD : CONTRADICTED,
                same.size() == 1
                        ? "it has the counterparty's tax number"
                        : "several counterparties have its tax number");
    }

    /** A counterparty that it belongs to, or that belongs to the same company. */
    private @Nullable Candidate byParent(VendorReference vendor) {
        for (Vendor entry : recordsOf(vendor)) {
            if (entry.parent().isBlank()) {
                continue;
            }
            Candidate parent = names.find(entry.parent());
            List<Vendor> parents = byKey.getOrDefault("id " + entry.parent().strip(), List.of());
            List<Vendor> siblings = byParent.getOrDefault(nameKey(entry.parent()), List.of());
            for (Vendor other :
                    Stream.concat(parents.stream(), siblings.stream()).toList()) {
                if (!other.reference().key().equals(vendor.key())) {
                    parent = better(parent, ownEvidence(other.reference(), new HashSet<>()));
                }
            }
            if (parent != null && parent.confidence() >= VendorMatch.LEAST_CERTAIN) {
                return new Candidate(parent.counterparty(), BY_PARENT, "it belongs to the group of the counterparty");
            }
        }
        return null;
    }

    private static String nameKey(String name) {
        return new VendorReference("", name).key();
    }

    private boolean hasOtherTaxNumber(VendorReference vendor, UUID counterparty) {
        Set<String> own = taxNumbers(vendor);
        Map<String, Double> known = taxNumbers.getOrDefault(counterparty, Map.of());
        double most =
                known.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return !own.isEmpty() && most > 0 && own.stream().noneMatch(number -> known.getOrDefault(number, 0.0) >= most);
    }

    private List<Vendor> recordsOf(VendorReference vendor) {
        return byKey.getOrDefault(vendor.key(), List.of());
    }

    private Set<String> taxNumbers(VendorReference vendor) {
        Set<String> numbers = new HashSet<>();
        recordsOf(vendor).forEach(entry -> numbers.add(taxNumber(entry)));
        numbers.remove("");
        return numbers;
    }

    /** Without blanks, punctuation and the country's prefix. */
    private static String taxNumber(Vendor vendor) {
        String plain = vendor.taxNumber().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return !vendor.country().isBlank() && plain.startsWith(vendor.country().toUpperCase(Locale.ROOT))
                ? plain.substring(vendor.country().length())
                : plain;
    }

    private static @Nullable Candidate better(@Nullable Candidate one, @Nullable Candidate other) {
        return one == null || (other != null && other.confidence() > one.confidence()) ? other : one;
    }
}
