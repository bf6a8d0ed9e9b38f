package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.NumberWords;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a credit that grows with the shortfall: “0.5 % of the fee for each full tenth of a percentage point below it”. */
final class StepReader {
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:for\\s+(?:each|every)|per|je)\\s+(?<how>(?:full|whole|complete|entire|further|additional|commenced|started|begun|volle[nrs]?|angefangene[nrs]?)\\s+)?"
                    + "(?:(?<words>one|half|one-half|a\\s+half|tenth|one-tenth|quarter|one-quarter|two|five)\\s+)?(?:\\(?(?<figures>\\d+(?:\\.\\d+)?)\\)?\\s*)?(?:of\\s+(?:a|one)\\s+)?"
                    + "(?<unit>percentage\\s+points?|percent(?:age)?\\b|per\\s+cent|%(?:\\s*-?\\s*points?)?|points?\\b|prozentpunkte?)",
            Pattern.CASE_INSENSITIVE);
    /** Steps of a time or a count: {@code INR 500 per hour or part thereof beyond 24 hours}, {@code each full 100 ppm}. */
    private static final Pattern OF_A_UNIT = Pattern.compile(
            "\\b(?:for\\s+(?:each|every)|per|je)\\s+(?:(?:such|full|whole|complete|entire|further|additional|commenced|started|begun)\\s+){0,2}(?:(?:period|block)\\s+of\\s+)?(?:(?<words>one|two|three|four|five|six|ten|hundred)\\s+)?(?:\\(?(?<figures>\\d+(?:\\.\\d+)?)\\)?\\s*)?(?<unit>hours?|minutes?|ppm|parts\\s+per\\s+million)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEYOND = Pattern.compile(
            "\\b(?:beyond|exceed\\w*|above|over|longer|further|additional|after|(?<!not\\s)(?<!no\\s)more\\s+than)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, BigDecimal> PARTS = Map.of(
            "one", BigDecimal.ONE,
            "two", BigDecimal.valueOf(2),
            "five", BigDecimal.valueOf(5),
            "half", new BigDecimal("0.5"),
            "one-half", new BigDecimal("0.5"),
            "a half", new BigDecimal("0.5"),
            "quarter", new BigDecimal("0.25"),
            "one-quarter", new BigDecimal("0.25"),
            "tenth", new BigDecimal("0.1"),
            "one-tenth", new BigDecimal("0.1"));
    private static final Pattern COMMENCED =
            Pattern.compile("commenced|started|begun|angefangen|or\\s+part\\s+(?:there)?of", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT = Pattern.compile(
            "\\b(?:below|under|above|over|short|shortfall|miss\\w*|fall\\w*|beyond|exceed\\w*|unter\\w*|not\\s+(?:reached|met|achieved|attained))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern A_LEVEL = Pattern.compile(
            "\\b(?:below|under|above|over|than|least|unter)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);

    private final PercentParser percents = new PercentParser();
    private final MoneyParser amounts = new MoneyParser();

    /** The step of a sentence, leaving out the place of a cap; empty where it states none, or not for what. */
    Optional<CreditStep> find(String words, @Nullable ValueMatch cap) {
        Matcher each = EACH.matcher(words);
        while (each.find()) {
            Optional<BigDecimal> every = every(each);
            if (every.isPresent() && SHORT.matcher(words).find()) {
                Optional<TypedValue> credit = credit(words, each.start(), each.end(), cap);
                boolean commenced =
                        COMMENCED.matcher(words.substring(each.start())).find();
                if (credit.isPresent()) {
                    return Optional.of(new CreditStep(credit.get(), every.get(), commenced));
                }
            }
        }
        return Optional.empty();
    }

    /** A step of a time or a count, with what it counts. */
    record UnitStep(CreditStep step, String unit) {}

    /** The step of a sentence that counts hours, minutes or parts per million beyond a level. */
    Optional<UnitStep> findOfAUnit(String words, @Nullable ValueMatch cap) {
        Matcher each = OF_A_UNIT.matcher(words);
        if (!each.find() || !BEYOND.matcher(words).find()) {
            return Optional.empty();
        }
        BigDecimal every = each.group("figures") != null
                ? new BigDecimal(each.group("figures"))
                : each.group("words") == null
                        ? BigDecimal.ONE
                        : NumberWords.parse(each.group("words")).orElse(BigDecimal.ONE);
        String unit = each.group("unit").toLowerCase(Locale.ROOT);
        String counted = unit.startsWith("p") ? "ppm" : unit.replaceFirst("s?$", "s");
        boolean commenced = COMMENCED.matcher(words.substring(each.start())).find();
        return every.signum() > 0
                ? credit(words, each.start(), each.end(), cap)
                        .map(value -> new UnitStep(new CreditStep(value, every, commenced), counted))
                : Optional.empty();
    }

    private static Optional<BigDecimal> every(Matcher each) {
        if (each.group("figures") != null) {
            return Optional.of(new BigDecimal(each.group("figures"))).filter(value -> value.signum() > 0);
        }
        if (each.group("words") != null) {
            return Optional.ofNullable(
                    PARTS.get(each.group("words").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")));
        }
        boolean point = each.group("unit").toLowerCase(Locale.ROOT).contains("point")
                || each.group("unit").toLowerCase(Locale.ROOT).startsWith("per");
        return point ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }

    /** The value nearest before “for each”, or the first after what it counts. */
    private Optional<TypedValue> credit(String words, int start, int end, @Nullable ValueMatch cap) {
        List<ValueMatch> values = new ArrayList<>(percents.findAll(words));
        values.addAll(amounts.findAll(words));
        values.removeIf(value -> cap != null && value.start() == cap.start());
        values.removeIf(value -> value.start() >= start && value.start() < end);
        values.removeIf(
                value -> A_LEVEL.matcher(words.substring(0, value.start())).find());
        return values.stream()
                .filter(value -> value.end() <= start)
                .max(Comparator.comparingInt(ValueMatch::start))
                .or(() -> values.stream()
                        .filter(value -> value.start() >= end)
                        .min(Comparator.comparingInt(ValueMatch::start)))
                .map(ValueMatch::value)
                .filter(value -> value instanceof TypedValue.Percent || value instanceof TypedValue.Amount);
    }
}
