package io.recital.models.ledger.delivery;

import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.LeverTerm.Said;
import io.recital.models.wording.SpelledNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a delay that cost nothing: the first ones, which are taken off, or a delay so short that it has no
 * consequence, after which the whole delay counts.
 *
 * @param takenOff whether a longer delay is counted without them
 * @param stated the words that say so
 */
record FreeDays(int count, boolean business, boolean takenOff, Said stated) {
    private static final String DAYS = "(?<count>" + SpelledNumber.REGEX
            + ")[\\s-]+(?<unit>(?:(?:business|working|banking|calendar)[\\s-]+)?(?:days?|weeks?))";
    private static final String LATE =
            "\\s+(?:late\\b|(?:after|beyond|behind|past|of)\\s+(?:the\\s+|its\\s+|that\\s+)?(?:\\p{L}+\\s+)?(?:date|day|time|deadline))";
    private static final List<Pattern> FIRST = patterns(
            "\\bfirst\\s+" + DAYS + "\\b[^.;]{0,80}?\\b(?:free|without|no|not|nothing)\\b",
            "\\b(?:no|nothing|without|free)\\b[^.;]{0,60}?\\b(?:for|during|in)\\s+the\\s+first\\s+" + DAYS,
            "\\b(?:grace|tolerance)(?:\\s+period)?\\s+of\\s+" + DAYS,
            "\\b" + DAYS + "(?:['’]s?)?\\s+(?:of\\s+)?(?:grace|tolerance)\\b",
            "\\bafter\\s+(?:the\\s+)?(?:expiry\\s+of\\s+)?" + DAYS + "\\s+of\\s+delay");
    private static final List<Pattern> SHORT = patterns(
            "\\bdelays?\\s+of\\s+(?:up\\s+to|less\\s+than|not\\s+more\\s+than|no\\s+more\\s+than|at\\s+most)\\s+" + DAYS
                    + "\\b[^.;]{0,80}?\\b(?:free|without|no|not|nothing|disregard\\w*|ignored)\\b",
            "\\b(?:up\\s+to|within|not\\s+more\\s+than|no\\s+more\\s+than|less\\s+than|at\\s+most)\\s+" + DAYS + LATE
                    + "[^.;]{0,100}?\\b(?:free|without|no|not|none|nothing|disregard\\w*|ignored|in\\s+time|on\\s+time|tolerated)\\b",
            "\\b(?:free\\s+of|without|no)\\s+(?:\\p{L}+\\s+){0,2}?(?:damages|penalt\\w+|consequences?|charge|deduction)\\b[^.;]{0,80}?\\b(?:up\\s+to|within|not\\s+more\\s+than|no\\s+more\\s+than|at\\s+most)\\s+"
                    + DAYS + LATE,
            "\\b(?:more\\s+than|exceed(?:s|ing)?|over|longer\\s+than)\\s+" + DAYS
                    + "(?:\\s+(?:late|after|beyond|behind|past|overdue)|\\s+of\\s+delay)?\\b");
    private static final Pattern SOME_DAYS_FREE = Pattern.compile(
            "\\bgrace\\b|\\btolerance\\b|\\bfree\\s+of\\s+(?:penalt|damages|charge)|\\bkarenz|\\bwithout\\s+consequence",
            Pattern.CASE_INSENSITIVE);

    private static List<Pattern> patterns(String... words) {
        return List.of(words).stream()
                .map(each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** What the clauses of damages for delay say of them. */
    static Optional<FreeDays> of(LeverTerm term) {
        return first(term, FIRST, true).or(() -> first(term, SHORT, false)).map(found -> typed(term, found));
    }

    private static Optional<FreeDays> first(LeverTerm term, List<Pattern> words, boolean takenOff) {
        return words.stream()
                .flatMap(pattern -> term.inItsSection(pattern))
                .filter(said -> isOfDelay(said))
                .flatMap(said -> read(said, takenOff).stream())
                .findFirst();
    }

    /** “More than” some days may also be days of notice. */
    private static boolean isOfDelay(Said said) {
        String quote = said.citation().quote().toLowerCase(Locale.ROOT);
        return quote.contains("delay")
                || quote.contains("late")
                || quote.contains("penalt")
                || quote.contains("damages")
                || quote.contains("after")
                || quote.contains("grace");
    }

    private static Optional<FreeDays> read(Said said, boolean takenOff) {
        Matcher found = said.matcher();
        String unit = found.group("unit").toLowerCase(Locale.ROOT);
        boolean business = !unit.startsWith("calendar") && unit.matches(".+[\\s-].+");
        int days = unit.endsWith("week") || unit.endsWith("weeks") ? 7 : 1;
        return SpelledNumber.parse(found.group("count"))
                .map(count -> new FreeDays(days * count, business, takenOff, said));
    }

    /** The lever's own number of free days counts before what was read from the words. */
    private static FreeDays typed(LeverTerm term, FreeDays read) {
        return span(term)
                .map(free -> new FreeDays(
                        free.count(), free.unit() == TimeSpan.Unit.BUSINESS_DAYS, read.takenOff, read.stated))
                .orElse(read);
    }

    private static Optional<TimeSpan> span(LeverTerm term) {
        return term.find(Name.FLOOR, TypedValue.Quantity.class)
                .filter(free -> free.unit().toLowerCase(Locale.ROOT).contains("day"))
                .map(free -> new TimeSpan(
                        free.value().intValue(),
                        free.unit().toLowerCase(Locale.ROOT).matches(".*(?:business|working|banking).*")
                                ? TimeSpan.Unit.BUSINESS_DAYS
                                : TimeSpan.Unit.DAYS))
                .or(() -> term.findSpan(Name.FLOOR)
                        .filter(free ->
                                free.unit() == TimeSpan.Unit.DAYS || free.unit() == TimeSpan.Unit.BUSINESS_DAYS));
    }

    /** Whether some days are free, however many. */
    static boolean areMentioned(LeverTerm term) {
        return term.findInItsClauses(SOME_DAYS_FREE).isPresent()
                || term.lever().find(Name.FLOOR).isPresent();
    }

    TimeSpan span() {
        return new TimeSpan(count, business ? TimeSpan.Unit.BUSINESS_DAYS : TimeSpan.Unit.DAYS);
    }
}
