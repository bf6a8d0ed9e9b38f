package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Leaves of misses that belong together those whose credit is due. Where no fact tells which incident a miss comes of, only the
 * credit that is due in any case is left, and the others are not checkable.
 */
final class SameIncident {
    private final Dossier dossier;
    private final List<NotCheckable> notCheckable = new ArrayList<>();
    private final Map<MeasureResult, Weighed> weighed = new HashMap<>();

    SameIncident(Dossier dossier) {
        this.dossier = dossier;
    }

    /** What is said of a credit beside its own sum: how it was chosen among others. */
    private record Weighed(Derivation working, List<String> rows) {}

    /** A miss with what it is worth by itself and the incidents it comes of. */
    private record Miss(MeasureResult result, Money worth, Incidents incidents) {}

    /** The misses that are left, in the order in which they were. */
    List<MeasureResult> reduce(List<MeasureResult> missed) {
        MissRules rules = MissRules.of(dossier);
        Set<MeasureResult> dropped = new HashSet<>();
        for (List<MeasureResult> cluster : clusters(missed)) {
            List<MeasureResult> ruled = cluster.stream()
                    .filter(result -> rules.incident(result.measure()).isPresent())
                    .toList();
            if (isOfSeveral(ruled)) {
                dropped.addAll(
                        drop(ruled, rules.incident(ruled.get(0).measure()).orElseThrow()));
            }
        }
        return dropped.isEmpty()
                ? missed
                : missed.stream().filter(result -> !dropped.contains(result)).toList();
    }

    List<NotCheckable> notCheckable() {
        return notCheckable;
    }

    /** How the credits of some misses were chosen among others. */
    List<Derivation> workings(List<MeasureResult> missed) {
        return missed.stream()
                .flatMap(result -> Stream.ofNullable(weighed.get(result)))
                .map(choice -> choice.working)
                .toList();
    }

    /** The rows of the misses that they were chosen among. */
    List<String> rows(List<MeasureResult> missed) {
        return missed.stream()
                .flatMap(result -> Stream.ofNullable(weighed.get(result)))
                .flatMap(choice -> choice.rows.stream())
                .toList();
    }

    /** Misses of several measures of one contract whose periods overlap. */
    private static List<List<MeasureResult>> clusters(List<MeasureResult> missed) {
        List<MeasureResult> sorted = missed.stream()
                .sorted(Comparator.comparing(MeasureResult::contract)
                        .thenComparing(result -> result.period().from())
                        .thenComparing(MeasureResult::name))
                .toList();
        List<List<MeasureResult>> clusters = new ArrayList<>();
        for (MeasureResult result : sorted) {
            List<MeasureResult> last = clusters.isEmpty() ? List.of() : clusters.get(clusters.size() - 1);
            boolean joins = last.stream()
                    .anyMatch(other -> other.contract().equals(result.contract())
                            && other.period().overlaps(result.period()));
            if (joins) {
                last.add(result);
            } else {
                clusters.add(new ArrayList<>(List.of(result)));
            }
        }
        return clusters.stream().filter(SameIncident::isOfSeveral).toList();
    }

    private static boolean isOfSeveral(List<MeasureResult> cluster) {
        return cluster.stream()
                        .map(result -> result.measure().name())
                        .distinct()
                        .count()
                > 1;
    }

    private List<MeasureResult> drop(List<MeasureResult> cluster, IncidentRule rule) {
        List<Miss> misses = new ArrayList<>();
        for (MeasureResult result : cluster) {
            CreditSum sum = new CreditSum(dossier, List.of(result), CreditPeriod.of(result));
            Optional<CreditSum.Sum> found = sum.sum();
            if (found.isEmpty()) {
                return unknownWorth(cluster, result, sum.missing());
            }
            misses.add(new Miss(result, found.get().after(), incidents(result, rule)));
        }
        if (misses.stream().map(miss -> miss.worth.getCurrencyUnit()).distinct().count() > 1) {
            return unknownWorth(cluster, cluster.get(0), "one currency for all of them");
        }
        return groups(misses).stream()
                .flatMap(group -> choose(group, rule).stream())
                .toList();
    }

    private Incidents incidents(MeasureResult result, IncidentRule rule) {
        return rule.together() == IncidentRule.Together.PERIOD
                ? new Incidents(Set.of("period"), List.of())
                : Incidents.of(result, dossier);
    }

    private List<MeasureResult> unknownWorth(List<MeasureResult> cluster, MeasureResult of, String missing) {
        notCheckable.add(new NotCheckable(
                CreditDues.check(cluster),
                "Which of the credits for " + names(cluster) + " in " + of.period() + " is due",
                missing,
                rests(cluster)));
        return cluster;
    }

    /** Misses that share an incident; those of which nothing is known go with the group that is worth most. */
    private static List<List<Miss>> groups(List<Miss> misses) {
        List<List<Miss>> groups = new ArrayList<>();
        for (Miss miss :
                misses.stream().filter(miss -> miss.incidents.areKnown()).toList()) {
            List<Miss> joined = new ArrayList<>(List.of(miss));
            groups.removeIf(group ->
                    group.stream().anyMatch(other -> other.incidents.shares(miss.incidents)) && joined.addAll(group));
            groups.add(joined);
        }
        List<Miss> unknown =
                misses.stream().filter(miss -> !miss.incidents.areKnown()).toList();
        if (!unknown.isEmpty()) {
            List<Miss> dearest = groups.stream()
                    .max(Comparator.comparing((List<Miss> group) -> dearest(group).worth))
                    .orElseGet(() -> {
                        List<Miss> none = new ArrayList<>();
                        groups.add(none);
                        return none;
                    });
            dearest.addAll(unknown);
        }
        return groups;
    }

    private static Miss dearest(List<Miss> group) {
        return group.stream().max(Comparator.comparing(Miss::worth)).orElseThrow();
    }

    /** What of a group is not due, or not checkable. */
    private List<MeasureResult> choose(List<Miss> group, IncidentRule rule) {
        boolean several = isOfSeveral(group.stream().map(Miss::result).toList());
        if (!several) {
            return List.of();
        }
        List<Miss> sorted = group.stream()
                .sorted(Comparator.comparing(Miss::worth)
                        .thenComparing(miss -> miss.result.name(), Comparator.reverseOrder()))
                .toList();
        boolean highest = rule.due() == IncidentRule.Due.HIGHEST;
        Miss kept = highest ? sorted.get(sorted.size() - 1) : sorted.get(0);
        List<Miss> others = sorted.stream().filter(miss -> !miss.equals(kept)).toList();
        weigh(kept, group, rule, highest);
        boolean differ = others.stream().anyMatch(miss -> !miss.worth.isEqual(kept.worth));
        if (group.stream().anyMatch(miss -> !miss.incidents.areKnown())) {
            notCheckable.add(open(
                    group,
                    "the incident that each miss comes of: its number beside the row of the"
                            + " report, or an event that names the measures; of one incident not all credits are due"));
        } else if (rule.due() == IncidentRule.Due.ONE && differ) {
            notCheckable.add(open(group, "which of the credits is due, where the contract gives only one"));
        }
        return others.stream().map(Miss::result).toList();
    }

    private void weigh(Miss kept, List<Miss> group, IncidentRule rule, boolean highest) {
        List<Input> inputs = new ArrayList<>(
                List.of(new Input("credit for " + kept.result.name(), kept.worth.toString(), rule.stated())));
        group.stream()
                .filter(miss -> !miss.equals(kept))
                .sorted(Comparator.comparing(miss -> miss.result.name()))
                .forEach(
                        miss -> inputs.add(new Input("credit for " + miss.result.name(), miss.worth.toString(), null)));
        List<String> rows = group.stream()
                .flatMap(miss -> Stream.concat(miss.result.rows().stream(), miss.incidents.rows().stream()))
                .distinct()
                .sorted()
                .toList();
        weighed.put(
                kept.result,
                new Weighed(
                        new Derivation(highest ? Operation.GREATEST : Operation.LEAST, inputs, kept.worth.toString()),
                        rows));
    }

    private static NotCheckable open(List<Miss> group, String missing) {
        List<MeasureResult> results = group.stream().map(Miss::result).toList();
        return new NotCheckable(
                CreditDues.check(results),
                "Whether more than one of the credits for " + names(results) + " in "
                        + results.get(0).period() + " is due",
                missing,
                rests(results));
    }

    private static String names(List<MeasureResult> results) {
        return results.stream()
                .map(result -> "“" + result.name() + "”")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<Finding> rests(List<MeasureResult> results) {
        return results.stream()
                .flatMap(result -> result.measure().findings().stream())
                .distinct()
                .toList();
    }
}
