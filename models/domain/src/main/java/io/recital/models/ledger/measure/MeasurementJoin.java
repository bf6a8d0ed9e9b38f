package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which promised measure a measurement is of, by its code and its words.
 *
 * @param confidence between 0 and 1
 */
record MeasurementJoin(PromisedMeasure measure, double confidence) {
    private static final Pattern CODE =
            Pattern.compile("^\\s*(?<code>[A-Z]{1,5}[- ]?\\d{1,3}[a-z]?)\\b[\\s:.)-]*(?<rest>.*)$");
    private static final double ENOUGH = 0.6;
    private static final double ALL_OF_A_NAME = 0.7;

    /** The one it is of; empty when none is like it, or several are equally like it. */
    static Optional<MeasurementJoin> find(Measurement measurement, List<PromisedMeasure> promised) {
        List<MeasurementJoin> joins = promised.stream()
                .map(measure -> new MeasurementJoin(measure, likeness(measurement.measure(), measure)))
                .filter(join -> join.confidence >= ENOUGH)
                .toList();
        double best =
                joins.stream().mapToDouble(MeasurementJoin::confidence).max().orElse(1);
        List<MeasurementJoin> likest =
                joins.stream().filter(join -> join.confidence == best).toList();
        return likest.size() == 1 ? Optional.of(likest.get(0)) : Optional.empty();
    }

    static double likeness(String reported, PromisedMeasure measure) {
        Matcher coded = CODE.matcher(reported);
        Optional<String> code = measure.code();
        if (coded.matches() && code.isPresent()) {
            boolean same = PromisedMeasure.plainCode(coded.group("code")).equals(code.get());
            String rest = coded.group("rest");
            return same ? (rest.isBlank() || likenessOfNames(rest, measure.name()) >= ENOUGH ? 1 : 0.85) : 0;
        }
        return likenessOfNames(
                coded.matches() && !coded.group("rest").isBlank() ? coded.group("rest") : reported, measure.name());
    }

    /** Words in common; a name that is wholly in the other is like enough, unless numbers tell the two apart. */
    static double likenessOfNames(String one, String other) {
        Words first = Words.of(one);
        Words second = Words.of(other);
        Set<String> numbers = first.numbers();
        if (first.isEmpty()
                || second.isEmpty()
                || !(numbers.isEmpty() || second.numbers().isEmpty() || numbers.equals(second.numbers()))) {
            return 0;
        }
        boolean whole = first.shared(second)
                == Math.min(first.all().size(), second.all().size());
        double likeness = first.likeness(second);
        return whole ? Math.max(ALL_OF_A_NAME, likeness) : likeness;
    }
}
