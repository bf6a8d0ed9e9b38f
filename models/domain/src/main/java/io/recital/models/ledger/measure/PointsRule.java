package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Obligation;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stage of a points regime: how many points a miss brings, how long they are valid, and from how many on what follows.
 *
 * @param right what may be done once the stage is reached
 * @param threshold how many valid points reach it
 * @param light points of a miss
 * @param heavy points of a miss beyond its critical level
 * @param months for how many months together points are added up
 * @param usedUp whether points that led to it no longer count
 * @param deduction percentage that may be deducted; empty where something else follows
 */
record PointsRule(
        Governed<Obligation> right,
        int threshold,
        int light,
        int heavy,
        int months,
        boolean usedUp,
        Optional<BigDecimal> deduction) {
    private static final Pattern THRESHOLD = Pattern.compile(
            "\\b(?:(?<least>\\d+)\\s+or\\s+more\\b|at\\s+least\\s+(?<from>\\d+)|reach(?:es)?\\s+(?<reach>\\d+))[^.]*?\\bpoints\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTHS = Pattern.compile(
            "\\b(?<count>\\d+|two|three|four|five|six|nine|twelve)\\s+(?:successive|consecutive|rolling|calendar|running)\\s+months\\b|\\b(?:rolling|last|preceding)\\s+(?:period\\s+of\\s+)?(?<other>\\d+|two|three|four|five|six|nine|twelve)\\s+months\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USED = Pattern.compile(
            "used\\s+up|are\\s+reset|expire\\s+with\\s+it|no\\s+longer\\s+count", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("(?<percent>\\d+(?:\\.\\d+)?)\\s*%");
    private static final Pattern MISS =
            Pattern.compile("\\bmiss|\\bfail|\\bbelow\\b|critical|not\\s+met", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_BEYOND =
            Pattern.compile("\\bnot\\s+(?:passed|reached|exceeded|beyond)|\\bwithout\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEVEL = Pattern.compile(
            "^(?<side>below|under|less\\s+than|above|over|more\\s+than)\\s+(?<number>\\d+(?:\\.\\d+)?)",
            Pattern.CASE_INSENSITIVE);

    /** The stage that a right speaks of; empty for other rights, and where a part of the regime is not stated. */
    static Optional<PointsRule> of(Governed<Obligation> right) {
        Obligation said = right.content();
        List<Citation> words = right.finding().citations();
        Optional<Integer> threshold = threshold(said.trigger() == null ? "" : said.trigger());
        Optional<int[]> points = points(words);
        Optional<Integer> months = words.stream()
                .flatMap(citation -> months(citation.quote()).stream())
                .findFirst();
        if (threshold.isEmpty() || points.isEmpty() || months.isEmpty()) {
            return Optional.empty();
        }
        Matcher percent = PERCENT.matcher(said.action());
        boolean used = words.stream()
                .anyMatch(citation -> USED.matcher(citation.quote()).find());
        return Optional.of(new PointsRule(
                right,
                threshold.get(),
                points.get()[0],
                points.get()[1],
                months.get(),
                used,
                percent.find() ? Optional.of(new BigDecimal(percent.group("percent"))) : Optional.empty()));
    }

    private static Optional<Integer> threshold(String trigger) {
        Matcher matcher = THRESHOLD.matcher(trigger);
        return matcher.find()
                ? Stream.of("least", "from", "reach")
                        .flatMap(group -> Stream.ofNullable(matcher.group(group)))
                        .map(Integer::valueOf)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Integer> months(String quote) {
        Matcher matcher = MONTHS.matcher(quote);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String count = matcher.group("count") == null ? matcher.group("other") : matcher.group("count");
        return SpelledNumber.parse(count);
    }

    /** From the rows of a table: what happened in one cell, its points in the next. */
    private static Optional<int[]> points(List<Citation> words) {
        int light = 0;
        int heavy = 0;
        for (int i = 0; i + 1 < words.size(); i++) {
            String label = words.get(i).quote();
            String number = words.get(i + 1).quote().strip();
            boolean row = words.get(i).role() == CitationRole.CELL
                    && MISS.matcher(label).find()
                    && number.matches("\\d{1,2}");
            if (row
                    && label.toLowerCase(Locale.ROOT).contains("critical")
                    && !NOT_BEYOND.matcher(label).find()) {
                heavy = Integer.parseInt(number);
            } else if (row) {
                light = Integer.parseInt(number);
            }
        }
        return light == 0 && heavy == 0 ? Optional.empty() : Optional.of(new int[] {light, heavy == 0 ? light : heavy});
    }

    /** The points of a result; none unless it is missed. */
    int pointsOf(MeasureResult result) {
        BigDecimal value = result.value();
        if (!result.isMissed() || value == null) {
            return 0;
        }
        return isBeyondCritical(result.measure(), value) ? heavy : light;
    }

    private static boolean isBeyondCritical(PromisedMeasure measure, BigDecimal value) {
        boolean hasLevel = measure.citations().stream()
                .anyMatch(citation -> citation.role() == CitationRole.TABLE_HEADER
                        && citation.quote().toLowerCase(Locale.ROOT).contains("critical"));
        return hasLevel
                && measure.citations().stream()
                        .filter(citation -> citation.role() == CitationRole.CELL)
                        .map(citation -> LEVEL.matcher(citation.quote()))
                        .filter(Matcher::find)
                        .anyMatch(level -> passes(level, value));
    }

    private static boolean passes(Matcher level, BigDecimal value) {
        int compared = value.compareTo(new BigDecimal(level.group("number")));
        String side = level.group("side").toLowerCase(Locale.ROOT);
        boolean below = side.startsWith("below") || side.startsWith("under") || side.startsWith("less");
        return below ? compared < 0 : compared > 0;
    }
}
