package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds which promised measure a measurement is of, by its code and its words. Months repeat names: each is compared once. */
final class MeasurementJoins {
    private static final Pattern CODE =
            Pattern.compile("^\\s*(?<code>[A-Z]{1,5}[- ]?\\d{1,3}[a-z]?)\\b[\\s:.)-]*(?<rest>.*)$");
    private static final double ENOUGH = 0.6;
    private static final double ALL_OF_A_NAME = 0.7;

    /**
     * A reported name.
     *
     * @param code that it begins with, written plainly; empty for none
     * @param words those after the code; as reported where it has none
     */
    private record Reported(String code, String words) {
        static Reported of(String name) {
            Matcher coded = CODE.matcher(name);
            if (!coded.matches()) {
                return new Reported("", name);
            }
            return new Reported(PromisedMeasure.plainCode(coded.group("code")), coded.group("rest"));
        }

        boolean isCodeAlone() {
            return words.isBlank();
        }
    }

    private final Map<UUID, Optional<String>> codes = new HashMap<>();
    private final Map<String, Map<UUID, Double>> likenesses = new HashMap<>();
    private final Map<String, MeasureWords> words = new HashMap<>();
    private final MeasureKin kin = new MeasureKin();

    /**
     * The one that a row is of; empty when none is like it, or several are equally like it. Where the names alone do not tell,
     * what the contract says of how a measure is taken and counted does.
     */
    Optional<MeasurementJoin> find(Measurement row, List<PromisedMeasure> promised) {
        List<PromisedMeasure> comparable = promised.stream()
                .filter(measure ->
                        MeasuredUnit.areComparable(row, measure.content().unit()))
                .toList();
        return find(row.measure(), comparable).or(() -> kin.find(row, comparable));
    }

    /** The one that a name is of; empty when none is like it, or several are equally like it. */
    Optional<MeasurementJoin> find(String reported, List<PromisedMeasure> promised) {
        Map<UUID, Double> known = likenesses.computeIfAbsent(reported, first -> new HashMap<>());
        Reported name = Reported.of(reported);
        return likest(
                promised,
                ENOUGH,
                measure -> known.computeIfAbsent(
                        measure.governed().finding().id(), finding -> likeness(reported, name, measure)));
    }

    static Optional<MeasurementJoin> likest(
            List<PromisedMeasure> promised, double enough, ToDoubleFunction<PromisedMeasure> likenessTo) {
        List<MeasurementJoin> likest = new ArrayList<>();
        double best = enough;
        for (PromisedMeasure measure : promised) {
            double likeness = likenessTo.applyAsDouble(measure);
            if (likeness > best) {
                likest.clear();
            }
            if (likeness >= best) {
                best = likeness;
                likest.add(new MeasurementJoin(measure, likeness));
            }
        }
        return likest.size() == 1 ? Optional.of(likest.get(0)) : Optional.empty();
    }

    private double likeness(String reported, Reported name, PromisedMeasure measure) {
        Optional<String> code = name.code.isEmpty()
                ? Optional.empty()
                : codes.computeIfAbsent(measure.governed().finding().id(), key -> measure.code());
        if (code.isEmpty()) {
            return likenessOfNames(name.isCodeAlone() ? reported : name.words, measure.name());
        }
        if (!code.get().equals(name.code)) {
            return 0;
        }
        return name.isCodeAlone() || likenessOfNames(name.words, measure.name()) >= ENOUGH ? 1 : 0.85;
    }

    /** Words in common; a name that is wholly in the other is like enough, unless numbers tell the two apart. */
    double likenessOfNames(String one, String other) {
        MeasureWords first = words.computeIfAbsent(one, MeasureWords::of);
        MeasureWords second = words.computeIfAbsent(other, MeasureWords::of);
        if (first.isEmpty() || second.isEmpty() || first.hasOtherNumbers(second)) {
            return 0;
        }
        boolean whole = first.shared(second) == Math.min(first.size(), second.size());
        double likeness = first.likeness(second);
        return whole ? Math.max(ALL_OF_A_NAME, likeness) : likeness;
    }
}
