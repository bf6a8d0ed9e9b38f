package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the measure of a row whose name is not like the contract's: a report says {@code Acme CRM uptime} of the availability of
 * the software, or tells how a measure is taken instead of naming it. It is the one such measure, or none.
 */
final class MeasureKin {
    private static final double BY_HEAD = 0.66;
    private static final double BY_METRIC = 0.65;
    private static final double BY_UNIT = 0.64;
    private static final double BY_SENTENCE = 0.63;
    /** So many words of a sentence, of which one is mostly a number, are no chance. */
    private static final int MANY_WORDS = 4;

    private static final double ENOUGH = 0.6;
    private static final double MOST_WORDS = 0.75;
    /** What contracts call the thing that is measured where they mean all of it; a report writes its proper name. */
    private static final Set<String> THINGS = stems(
            "software",
            "service",
            "system",
            "platform",
            "solution",
            "application",
            "product",
            "plant",
            "equipment",
            "machine",
            "network",
            "server",
            "storage",
            "database",
            "portal",
            "website",
            "site",
            "line",
            "link",
            "circuit",
            "telephony",
            "internet",
            "environment",
            "infrastructure",
            "hosting",
            "cloud",
            "facility",
            "tool",
            "program",
            "fleet",
            "goods",
            "interface",
            "api",
            "mail",
            "email",
            "backup",
            "connection",
            "vehicle",
            "installation",
            "monthly",
            "overall",
            "target",
            "actual",
            "result",
            "value",
            "supplier",
            "contractor",
            "provider",
            "shall");

    private static final double BY_DEED = 0.62;
    private static final List<Pattern> DEEDS = List.of(
            deed("restor\\p{L}+|recover\\p{L}*|wieder\\p{L}+"),
            deed("repair\\p{L}*|fix(?:es|ed|ing)?|mend\\p{L}*|rectif\\p{L}+|behob\\p{L}*|reparatur"),
            deed("resol[uv]\\p{L}+|solved?|closed?|closure|lösung\\p{L}*"),
            deed("respon[sd]\\p{L}*|react\\p{L}*|reaktion\\p{L}*|acknowledg\\p{L}*|call-?back"),
            deed("attend\\p{L}*|arriv\\p{L}+|on[\\s-]site"),
            deed("replac\\p{L}+|exchang\\p{L}+"),
            deed("deliver\\p{L}*|despatch\\p{L}*|dispatch\\p{L}*|ship\\p{L}*"),
            deed("answer\\p{L}*|repl(?:y|ies|ied)"));

    private final Map<String, MeasureWords> words = new HashMap<>();

    private static Pattern deed(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Set<String> stems(String... names) {
        Set<String> stems = new HashSet<>();
        for (String name : names) {
            stems.addAll(MeasureWords.of(name).all());
        }
        return Set.copyOf(stems);
    }

    Optional<MeasurementJoin> find(Measurement row, List<PromisedMeasure> promised) {
        return MeasurementJoins.likest(promised, ENOUGH, measure -> likeness(row, measure));
    }

    private double likeness(Measurement row, PromisedMeasure measure) {
        MeasureWords reported = words(row.measure());
        MeasureWords name = words(measure.name());
        if (reported.isEmpty() || name.isEmpty()) {
            return 0;
        }
        if (isTheSameOfTheThing(reported, name)) {
            return BY_HEAD;
        }
        String metric = measure.content().metric();
        boolean isPoints = Points.isUnit(measure.content().unit());
        MeasureWords told = words(measure.name() + " " + (metric == null ? "" : metric));
        if (isTold(reported, told)
                && (reported.shared(name) > 0 || (!isPoints && reported.shared(told) >= MANY_WORDS))) {
            return BY_METRIC;
        }
        MeasureWords sentence = words(measure.citations().get(0).quote());
        if (metric == null && !isPoints && isTold(reported, sentence) && reported.shared(sentence) >= MANY_WORDS) {
            return BY_SENTENCE;
        }
        String unit = measure.content().unit();
        if (isTheSameDone(row, measure)) {
            return BY_DEED;
        }
        boolean sameUnit = MeasuredUnit.isRare(unit)
                && !row.unit().isBlank()
                && MeasuredUnit.words(row.unit()).shared(MeasuredUnit.words(unit)) > 0;
        return sameUnit
                        && reported.shared(words(measure.name() + " " + unit + " " + (metric == null ? "" : metric)))
                                > 0
                ? BY_UNIT
                : 0;
    }

    /** Whether what is measured is the same, of the thing that the contract is about and the report calls by its name. */
    private static boolean isTheSameOfTheThing(MeasureWords reported, MeasureWords name) {
        Set<String> measured = new HashSet<>(name.all());
        measured.removeAll(THINGS);
        Set<String> otherThings = new HashSet<>(reported.all());
        otherThings.retainAll(THINGS);
        otherThings.removeAll(name.all());
        return !measured.isEmpty()
                && measured.size() < name.size()
                && otherThings.isEmpty()
                && reported.all().containsAll(measured)
                && (reported.numbers().isEmpty() || reported.numbers().equals(name.numbers()));
    }

    /** Whether both are a time in which the same is done to a case: a report names the case, the contract the duty. */
    private static boolean isTheSameDone(Measurement row, PromisedMeasure measure) {
        if (!MeasuredUnit.isTime(row.unit())
                || !MeasuredUnit.isTime(measure.content().unit())) {
            return false;
        }
        Optional<Pattern> done = DEEDS.stream()
                .filter(deed -> deed.matcher(measure.name()).find())
                .findFirst();
        return done.filter(deed -> deed.matcher(row.measure()).find()).isPresent();
    }

    /** Whether nearly all that a report says stands in how the contract has it measured. */
    private static boolean isTold(MeasureWords reported, MeasureWords told) {
        int shared = reported.shared(told);
        return shared >= 2
                && shared >= MOST_WORDS * reported.size()
                && told.numbers().containsAll(reported.numbers());
    }

    private MeasureWords words(String text) {
        return words.computeIfAbsent(text, MeasureWords::of);
    }
}
