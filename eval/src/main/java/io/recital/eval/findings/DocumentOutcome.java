package io.recital.eval.findings;

import io.recital.models.finding.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of one document: which gold finding was found by which extracted one, which were missed, and what was
 * found without being there.
 */
record DocumentOutcome(String file, List<Pair> pairs, List<LabelledFinding> missed, List<LabelledFinding> surplus) {
    /** Two that cite less than this share of the shorter one in common are about different things. */
    private static final double LEAST_OVERLAP = 0.5;

    /** @param fields the gold's fields, each with whether the found one agrees */
    record Pair(LabelledFinding gold, LabelledFinding found, Map<String, Boolean> fields) {
        boolean isRight() {
            return FieldComparison.isRight(fields);
        }

        /** A fact is about the whole document: wherever it says so, on the cover or in its first words, will do. */
        private boolean isAboutTheSame() {
            return gold.overlap(found) >= LEAST_OVERLAP || (gold.content().kind() == FindingKind.FACT && isRight());
        }

        /** Agreement counts before overlap: many rows of a table share their header and their stem. */
        double weight() {
            long agreeing =
                    fields.values().stream().filter(Boolean::booleanValue).count();
            return agreeing / (double) Math.max(1, fields.size()) + gold.overlap(found);
        }
    }

    DocumentOutcome {
        pairs = List.copyOf(pairs);
        missed = List.copyOf(missed);
        surplus = List.copyOf(surplus);
    }

    /** Pairs each gold finding with at most one extracted one, the best agreeing pairs first. */
    static DocumentOutcome of(String file, List<LabelledFinding> gold, List<LabelledFinding> found) {
        List<Pair> possible = new ArrayList<>();
        for (LabelledFinding wanted : gold) {
            for (LabelledFinding given : found) {
                if (wanted.isOfTheSortOf(given)) {
                    Pair pair = new Pair(wanted, given, FieldComparison.compare(wanted.content(), given.content()));
                    if (pair.isAboutTheSame()) {
                        possible.add(pair);
                    }
                }
            }
        }
        possible.sort(Comparator.comparingDouble(Pair::weight).reversed());
        Set<LabelledFinding> taken = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : possible) {
            if (!taken.contains(pair.gold()) && !taken.contains(pair.found())) {
                taken.add(pair.gold());
                taken.add(pair.found());
                pairs.add(pair);
            }
        }
        return new DocumentOutcome(
                file,
                pairs,
                gold.stream().filter(finding -> !taken.contains(finding)).toList(),
                found.stream().filter(finding -> !taken.contains(finding)).toList());
    }

    /** The part that is about one kind. */
    DocumentOutcome of(FindingKind kind) {
        return new DocumentOutcome(
                file,
                pairs.stream()
                        .filter(pair -> pair.gold().content().kind() == kind)
                        .toList(),
                missed.stream()
                        .filter(finding -> finding.content().kind() == kind)
                        .toList(),
                surplus.stream()
                        .filter(finding -> finding.content().kind() == kind)
                        .toList());
    }

    long right() {
        return pairs.stream().filter(Pair::isRight).count();
    }
}
