package io.recital.models.ledger.duty;

import io.recital.models.fact.Period;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.RemedyCourse.State;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.wording.SpelledNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A right that a clause gives when a level is missed again and again: how often, and in a row or within how many months.
 *
 * @param times how many misses it takes
 * @param months within how many months they must lie; null where they must follow each other
 */
record RepeatedMisses(Right right, int times, @Nullable Integer months, Saying said) {
    private static final String NUMBER = SpelledNumber.REGEX;
    private static final Pattern MISSED = Pattern.compile(
            "\\b(?:miss(?:es|ed)?|fail(?:s|ed|ure|ures)?|fall(?:s|en)?\\s+(?:below|short)|below|not\\s+(?:met|meet|achieved?|reached?|attained?)|breach(?:es|ed)?)\\b(?:[^.;]|\\.(?=\\d)){0,120}?\\b(?<count>"
                    + NUMBER
                    + ")\\s+(?:or\\s+more\\s+)?(?<before>(?:consecutive|successive)\\s+)?(?:calendar\\s+|measurement\\s+|reporting\\s+)?(?<unit>months?|quarters?|periods?|times|occasions)(?<after>\\s+(?:running|in\\s+a\\s+row|in\\s+succession|consecutively))?"
                    + "(?:\\s+(?:of|in|within|out\\s+of|during|over)\\s+(?:any|a|an|the|each)?\\s*(?:rolling\\s+|continuous\\s+|consecutive\\s+)?(?:period\\s+of\\s+)?(?:(?<of>"
                    + NUMBER
                    + ")[\\s-]+(?:consecutive\\s+|rolling\\s+|calendar\\s+)?months?\\b|(?<year>(?:calendar|contract|rolling)?\\s*year\\b)))?",
            Pattern.CASE_INSENSITIVE);
    private static final int LEAST = 2;
    private static final int YEAR = 12;

    /** Each clause and, where one was missed often enough, each measure. */
    static List<RemedyCourse> of(Dossier dossier) {
        return Saying.of(dossier).stream()
                .flatMap(saying -> read(saying).stream())
                .flatMap(rule -> rule.courses(dossier).stream())
                .toList();
    }

    private static Optional<RepeatedMisses> read(Saying saying) {
        boolean isARight = saying.finding().content() instanceof Obligation right && right.modality() == Modality.RIGHT;
        Optional<Right> right = Right.in(saying.words());
        Matcher missed = MISSED.matcher(saying.words());
        if (!isARight || right.isEmpty() || !missed.find()) {
            return Optional.empty();
        }
        boolean inARow = missed.group("before") != null || missed.group("after") != null;
        Integer months = inARow ? null : months(missed);
        Optional<Integer> times = SpelledNumber.parse(missed.group("count"));
        boolean isKnown = times.filter(count -> count >= LEAST).isPresent() && (inARow || months != null);
        return isKnown ? Optional.of(new RepeatedMisses(right.get(), times.get(), months, saying)) : Optional.empty();
    }

    private static @Nullable Integer months(Matcher missed) {
        if (missed.group("of") != null) {
            return SpelledNumber.parse(missed.group("of")).orElse(null);
        }
        return missed.group("year") == null
                        || missed.group("year").toLowerCase(Locale.ROOT).startsWith("contract")
                ? null
                : YEAR;
    }

    private List<RemedyCourse> courses(Dossier dossier) {
        Map<String, List<MeasureResult>> series = new LinkedHashMap<>();
        MeasureMention mention = new MeasureMention(said.words());
        for (MeasureResult result : MeasureResults.of(dossier)) {
            if (mention.isOf(result.measure())) {
                series.computeIfAbsent(result.series(), key -> new ArrayList<>())
                        .add(result);
            }
        }
        List<RemedyCourse> arisen = series.values().stream()
                .flatMap(results -> enough(results).map(misses -> course(dossier, misses)).stream())
                .toList();
        return arisen.isEmpty() ? List.of(course(dossier, List.of())) : arisen;
    }

    /** The last misses that are often enough and near enough. */
    Optional<List<MeasureResult>> enough(List<MeasureResult> results) {
        List<MeasureResult> misses =
                results.stream().filter(MeasureResult::isMissed).toList();
        for (int last = misses.size(); last >= times; last--) {
            List<MeasureResult> some = misses.subList(last - times, last);
            if (months == null ? follow(some) : lieWithin(some, months)) {
                return Optional.of(some);
            }
        }
        return Optional.empty();
    }

    private static boolean follow(List<MeasureResult> misses) {
        for (int i = 1; i < misses.size(); i++) {
            LocalDate next = misses.get(i - 1).period().to().plusDays(1);
            if (!next.equals(misses.get(i).period().from())) {
                return false;
            }
        }
        return true;
    }

    private static boolean lieWithin(List<MeasureResult> misses, int months) {
        LocalDate first = misses.get(0).period().from();
        return misses.get(misses.size() - 1).period().to().isBefore(first.plusMonths(months));
    }

    private RemedyCourse course(Dossier dossier, List<MeasureResult> misses) {
        String about = misses.isEmpty()
                ? ""
                : "“" + misses.get(0).measure().name() + "” missed in "
                        + misses.stream()
                                .map(MeasureResult::period)
                                .map(Period::toString)
                                .collect(Collectors.joining(", "));
        return new RemedyCourse(
                RemedyCourse.title(dossier, said),
                said.citation().path(),
                "repeated misses",
                "",
                times + " misses " + (months == null ? "in a row" : "within " + months + " months"),
                said.finding().content() instanceof Obligation right
                        ? right.obligor().asWritten()
                        : "",
                right.display(),
                misses.isEmpty() ? State.WAITS : State.OPEN,
                null,
                null,
                null,
                about,
                misses.isEmpty() ? "" : "as measured: whether a miss is excused or contested, somebody has to decide",
                said.finding());
    }
}
