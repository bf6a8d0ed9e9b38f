package io.recital.eval.findings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Findings of one type, in counts: too few of a type stand in most sets of gold for intervals.
 *
 * @param found of the gold's, by an extracted one
 * @param right of those, with fields that agree
 */
record TypeFigures(int gold, int extracted, int found, int right) {
    /** By type, in order of name. */
    static Map<String, TypeFigures> of(List<DocumentOutcome> outcomes) {
        Map<String, TypeFigures> types = new TreeMap<>();
        outcomes.forEach(outcome -> {
            outcome.pairs().forEach(pair -> add(pair.gold(), new TypeFigures(1, 1, 1, pair.isRight() ? 1 : 0), types));
            outcome.missed().forEach(addTo(types, new TypeFigures(1, 0, 0, 0)));
            outcome.surplus().forEach(addTo(types, new TypeFigures(0, 1, 0, 0)));
        });
        return types;
    }

    private static Consumer<LabelledFinding> addTo(Map<String, TypeFigures> types, TypeFigures one) {
        return finding -> add(finding, one, types);
    }

    private static void add(LabelledFinding finding, TypeFigures one, Map<String, TypeFigures> types) {
        types.merge(finding.content().type(), one, TypeFigures::plus);
    }

    private TypeFigures plus(TypeFigures other) {
        return new TypeFigures(
                gold + other.gold, extracted + other.extracted, found + other.found, right + other.right);
    }

    /** F1 of being right, in per cent. */
    double percentRight() {
        return gold + extracted == 0 ? 0 : 200.0 * right / (gold + extracted);
    }
}
