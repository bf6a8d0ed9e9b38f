package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Measurement;
import io.recital.models.ledger.measure.MeasuredThing.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measures that are promised together on a day: what each names and what stands beside it is read once for all rows. */
final class PromisedTogether {
    private final List<PromisedMeasure> all;
    private final List<Text> texts;
    private final boolean nameThings;
    private final Map<Reported, Optional<MeasurementJoin>> joins = new HashMap<>();

    /** What tells rows of a day apart: the same name in the same unit is of the same measure. */
    record Reported(String name, String unit, boolean inParts) {
        static Reported of(Measurement row) {
            return new Reported(row.measure(), row.unit(), row.numerator() != null && row.denominator() != null);
        }
    }

    /**
     * What one of them says.
     *
     * @param named the single circuits or sites that it speaks of
     * @param yields whether another of its name speaks where this is of another thing: it changes none, so nothing older is left
     */
    private record Text(PromisedMeasure measure, List<Named> named, boolean yields) {
        boolean isOfIt(String row) {
            return named.stream().anyMatch(which -> which.isNumber() && which.isIn(row));
        }

        boolean isOfAnother(String row) {
            return MeasuredThing.isOfAnother(named, row);
        }
    }

    PromisedTogether(List<PromisedMeasure> all) {
        this.all = all;
        Map<String, List<PromisedMeasure>> byName = new HashMap<>();
        all.forEach(measure -> byName.computeIfAbsent(measure.name(), name -> new ArrayList<>())
                .add(measure));
        this.texts = all.stream()
                .map(measure -> new Text(
                        measure,
                        named(measure),
                        measure.governed().replaced().isEmpty()
                                && isBeside(byName.getOrDefault(measure.name(), List.of()), measure)))
                .toList();
        this.nameThings = texts.stream().anyMatch(text -> !text.named.isEmpty());
    }

    List<PromisedMeasure> all() {
        return all;
    }

    /** Where the join of rows of a name is kept. */
    Map<Reported, Optional<MeasurementJoin>> joins() {
        return joins;
    }

    static List<Named> named(PromisedMeasure measure) {
        return MeasuredThing.named(measure.governed().finding().citations().stream()
                .map(Citation::quote)
                .toList());
    }

    /** Those that a row may be of: what a text says of its circuit or site alone completes what another says of all of them. */
    List<PromisedMeasure> of(Measurement row) {
        if (!nameThings) {
            return all;
        }
        String name = MeasuredThing.plain(row.measure());
        List<PromisedMeasure> special = texts.stream()
                .filter(text -> text.isOfIt(name))
                .map(Text::measure)
                .toList();
        return special.isEmpty()
                ? texts.stream()
                        .filter(text -> !text.yields || !text.isOfAnother(name))
                        .map(Text::measure)
                        .toList()
                : completed(special);
    }

    private List<PromisedMeasure> completed(List<PromisedMeasure> special) {
        List<PromisedMeasure> completed = new ArrayList<>();
        for (PromisedMeasure measure : all) {
            if (special.contains(measure)) {
                completed.add(measure.completedBy(all));
            } else if (!isBeside(special, measure)) {
                completed.add(measure);
            }
        }
        return completed;
    }

    /** Whether some say otherwise under the same name. */
    private static boolean isBeside(List<PromisedMeasure> others, PromisedMeasure measure) {
        return others.stream().anyMatch(other -> other.name().equals(measure.name()) && !other.equals(measure));
    }
}
