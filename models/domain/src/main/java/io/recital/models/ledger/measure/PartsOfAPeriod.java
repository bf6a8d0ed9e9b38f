package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.TimeSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How rows that tell of a part of a measure's window make up the whole: the hours of outages are added up, each rounded as the
 * contract says, and so are the parts of a percentage that is reported by the week. The longest of several times is no sum.
 */
final class PartsOfAPeriod {
    private static final Pattern ADDS_UP = Pattern.compile(
            "\\b(?:outages?|downtimes?|interruptions?|stoppages?|standstills?|unavailab\\p{L}+|lost\\s+(?:time|hours|minutes)|(?:in\\s+)?total|cumulative\\p{L}*|aggregate|number\\s+of|count\\s+of|ausfall\\p{L}*|stillstand\\p{L}*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH_ALONE = Pattern.compile(
            "\\b(?:average|mean|median|respon[sd]\\p{L}*|resol\\p{L}+|reaction|turn-?around|time\\s+to|longest|any\\s+(?:single|one)|single|per\\s+(?:incident|event|case))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROUNDED_EACH = Pattern.compile(
            "\\b(?:each|every|any|an)\\s+\\p{L}+(?:\\s+\\p{L}+){0,3}?\\s+(?:is|are|being|to\\s+be|shall\\s+be|will\\s+be|counts?)\\s+(?:rounded\\s+)?(?:up\\s+)?(?:to|as|in)\\s+(?:the\\s+next\\s+|an?\\s+|one\\s+)?(?:full|whole|complete)\\s+(?:hours?|minutes?|days?)\\b|\\b(?:each\\s+)?(?:commenced|started|begun|part\\s+of\\s+an?)\\s+(?:hour|minute|day)\\b[^.;]{0,40}?\\bcounts?\\b",
            Pattern.CASE_INSENSITIVE);

    private PartsOfAPeriod() {}

    /** The window of a measure that holds a shorter row whole; empty where it has none, or the row lies in two. */
    static Optional<Period> windowOf(PromisedMeasure measure, Period part) {
        return measure.window()
                .flatMap(window -> whole(window, part.from()))
                .filter(whole -> whole.holds(part.to()) && whole.days() > part.days());
    }

    private static Optional<Period> whole(TimeSpan window, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        if (window.unit() == TimeSpan.Unit.MONTHS && window.count() == 1) {
            return Optional.of(Period.of(month));
        }
        boolean quarter = (window.unit() == TimeSpan.Unit.QUARTERS && window.count() == 1)
                || (window.unit() == TimeSpan.Unit.MONTHS && window.count() == 3);
        if (!quarter) {
            return Optional.empty();
        }
        YearMonth first = month.minusMonths((month.getMonthValue() - 1) % 3);
        return Optional.of(new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth()));
    }

    /** Whether what such rows report is added up: parts of a percentage, or what happened more than once. */
    static boolean addsUp(PromisedMeasure measure, List<Measurement> rows, Period whole) {
        boolean inParts = rows.stream().allMatch(row -> row.numerator() != null && row.denominator() != null);
        if (inParts) {
            return rows.stream().mapToLong(row -> row.period().days()).sum() == whole.days();
        }
        String metric = measure.content().metric();
        String said = measure.name() + " " + (metric == null ? "" : metric);
        Comparison comparison = measure.content().comparison();
        return (comparison == Comparison.AT_MOST || comparison == Comparison.BELOW)
                && !MeasuredUnit.isRatio(measure.content().unit())
                && rows.stream().allMatch(row -> row.value() != null)
                && ADDS_UP.matcher(said).find()
                && !EACH_ALONE.matcher(said).find();
    }

    /** The words that have each part rounded up before it is added. */
    static Optional<Citation> roundedEach(PromisedMeasure measure) {
        return Stream.concat(measure.citations().stream(), measure.governed().member().beside().sentences().stream())
                .filter(citation -> ROUNDED_EACH.matcher(citation.quote()).find())
                .findFirst();
    }

    /** What a part counts for, in the unit of the contract. */
    static BigDecimal counted(PromisedMeasure measure, Measurement row, boolean roundedUp) {
        BigDecimal value = MeasuredUnit.in(
                measure.content().unit(), row.unit(), row.value() == null ? BigDecimal.ZERO : row.value());
        return roundedUp ? value.setScale(0, RoundingMode.CEILING) : value;
    }
}
