package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What drafters say of sums for delay without calling them damages: by what time they run, and what of a delay goes free. */
final class DelayWords {
    private static final String BEGUN =
            "complete|completed|full|whole|entire|commenced|started|begun|angefangene|calendar|further|additional|successive";
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:(?:for|per|je)\\s+(?:(?:each|every|any|one)\\s+)?|(?:each|every)\\s+)(?<counted>(?:(?<adjective>"
                    + BEGUN
                    + ")\\s+)*(?:(?<business>business|working|banking)\\s+)?(?<unit>day|week|hour|month|Stunde|Tag|Woche)(?:\\s+(?:commenced|started|begun))?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LATE = Pattern.compile(
            "\\bdelay(?:ed|s)?\\b|\\blate(?:ness)?\\b|\\blater\\s+than\\b|\\bby\\s+which\\b|\\blong-?stop\\b|\\bafter\\s+(?:the\\s+|its\\s+)?(?:due|agreed|confirmed|completion|delivery|target|promised)\\s+(?:date|day)\\b"
                    + "|\\bnot\\s+(?:done|completed?|delivered|ready|finished|reached|handed\\s+over|achieved)\\s+(?:by|on|within)\\b|\\bfails?\\s+to\\s+(?:deliver|complete|finish|reach|achieve|hand\\s+over)\\b|\\boverr[au]ns?\\b|\\bVerzug\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWES = Pattern.compile(
            "\\b(?:pays?|owes?|allows?|deducts?|forfeits?|entitled\\s+to|credits?|bears?|falls?\\s+by|abates?\\s+by|(?:is|are|be)\\s+(?:reduced|lowered|abated)\\s+by|penalt(?:y|ies)|damages)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Lateness of money, and what time costs whoever is late. */
    private static final Pattern OF_MONEY = Pattern.compile(
            "\\b(?:interest|overdue|unpaid|past\\s+due|not\\s+paid|late\\s+(?:fees?|payments?|charges?)|(?:pays?|paid|payment|sum|amount|invoice)\\s+(?:is\\s+)?late|rent(?:al)?|hire|storage|demurrage|detention|overtime|renew\\w*|salary|wages?|stock|shares|insur\\w+|minimum|commitment)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GRACE =
            Pattern.compile("\\bgrace\\b|\\bduring\\s+which\\s+nothing\\b|\\bKarenz", Pattern.CASE_INSENSITIVE);
    private static final Pattern FREE = Pattern.compile(
            "\\b(?:first|up\\s+to|fewer\\s+than|less\\s+than|within)\\s+(?<time>[^.;,]{1,30}?\\b(?:days?|weeks?|hours?))\\b[^.;]{0,50}?\\b(?:free|without\\s+(?:any\\s+)?(?:consequence|penalty|damages|charge)|no\\s+(?:penalty|damages|sum|consequence)|not\\s+count(?:ed)?|disregarded|nothing|left\\s+out)\\b",
            Pattern.CASE_INSENSITIVE);

    private DelayWords() {}

    /** Whether something that can be reckoned is owed for each day or week that something other than a payment is late. */
    static boolean owes(LeverSentence sentence) {
        boolean rated = !sentence.figures().amounts().isEmpty()
                || !sentence.figures().percents().isEmpty();
        return rated && sentence.says(EACH) && sentence.says(LATE) && sentence.says(OWES) && !sentence.says(OF_MONEY);
    }

    /** By what time a sum runs; hours are counted and not run through. */
    static Optional<TypedValue> frequency(String text) {
        Matcher each = EACH.matcher(text);
        while (each.find()) {
            Optional<TimeSpan.Unit> unit = unit(each);
            if (unit.isPresent()) {
                return unit.map(found -> new TypedValue.Length(new TimeSpan(1, found)));
            }
        }
        return countsHours(text) ? Optional.empty() : Values.frequency(text);
    }

    private static boolean countsHours(String text) {
        Matcher each = EACH.matcher(text);
        return each.find() && unit(each).isEmpty();
    }

    private static Optional<TimeSpan.Unit> unit(Matcher each) {
        return switch (each.group("unit").toLowerCase(Locale.ROOT)) {
            case "day", "tag" ->
                Optional.of(each.group("business") == null ? TimeSpan.Unit.DAYS : TimeSpan.Unit.BUSINESS_DAYS);
            case "week", "woche" -> Optional.of(TimeSpan.Unit.WEEKS);
            case "month" -> Optional.of(TimeSpan.Unit.MONTHS);
            default -> Optional.empty();
        };
    }

    /** The hours that are counted: {@code for each commenced hour}. */
    static Optional<String> counted(String text) {
        Matcher each = EACH.matcher(text);
        return each.find() && unit(each).isEmpty() ? Optional.of(each.group("counted")) : Optional.empty();
    }

    /** A period of grace. */
    static Optional<TypedValue> grace(String text) {
        Matcher grace = GRACE.matcher(text);
        return grace.find()
                ? Values.DURATIONS.findAll(text).stream()
                        .min((one, other) -> Integer.compare(
                                Math.abs(one.start() - grace.start()), Math.abs(other.start() - grace.start())))
                        .map(ValueMatch::value)
                        .filter(TypedValue.Length.class::isInstance)
                : Optional.empty();
    }

    /** Days that go free: {@code the first two days remain free of penalty}. */
    static Optional<LeverParameter> free(String text) {
        Matcher free = FREE.matcher(text);
        if (!free.find() || GRACE.matcher(text).find()) {
            return Optional.empty();
        }
        return Values.DURATIONS
                .findFirst(free.group("time"))
                .map(ValueMatch::value)
                .filter(TypedValue.Length.class::isInstance)
                .map(length -> ((TypedValue.Length) length).value())
                .map(span -> parameter(
                        Name.FLOOR,
                        new TypedValue.Quantity(
                                BigDecimal.valueOf(span.count()),
                                span.unit().name().toLowerCase(Locale.ROOT).replace('_', ' '))));
    }
}
