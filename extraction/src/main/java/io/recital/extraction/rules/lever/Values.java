package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.CountParser;
import io.recital.extraction.rules.value.DateParser;
import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.FrequencyParser;
import io.recital.extraction.rules.value.IndexParser;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.QuantityParser;
import io.recital.extraction.rules.value.TierParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value parsers that lever rules share. */
final class Values {
    static final MoneyParser MONEY = new MoneyParser();
    static final PercentParser PERCENTS = new PercentParser();
    static final DateParser DATES = new DateParser();
    static final DurationParser DURATIONS = new DurationParser();
    static final FrequencyParser FREQUENCIES = new FrequencyParser();
    static final IndexParser INDICES = new IndexParser();
    static final QuantityParser QUANTITIES = new QuantityParser();
    static final TierParser TIERS = new TierParser();
    static final CountParser COUNTS = new CountParser();

    private static final String MONTHS =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Pattern STARTS = Pattern.compile(
            "\\b(?:beginning|begins|starting|commencing|effective|(?:with\\s+effect\\s+)?(?:from|on|upon|of|after)|time\\s+(?:on|upon))\\s+(?:or\\s+after\\s+|and\\s+including\\s+)?(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST = Pattern.compile("\\b(?:first|next)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARLY = Pattern.compile(
            "\\b(?:each|every)\\s+(?:later\\s+|subsequent\\s+|following\\s+)?(?:(?:\\d{1,2}|first)\\s+(?:of\\s+)?)?"
                    + MONTHS
                    + "\\b|\\b(?:each|every)\\s+(?:later|subsequent|following|further)\\s+(?:calendar\\s+|contract\\s+)?year\\b|\\b(?:each|every)\\s+anniversary\\b|\\b"
                    + MONTHS
                    + "(?:\\s+\\d{1,2},?)?\\s+(?:of|in)\\s+(?:each|every)\\s+year\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_PERIOD = Pattern.compile(
            "\\b(?:any|every|each|a)\\s+(?:rolling\\s+|consecutive\\s+)?(?:period\\s+of\\s+)(?=[\\w(])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_UNIT = Pattern.compile(
            "(?:\\bonce|%\\)?|\\bpercent|\\bper\\s+cent|\\bpoints?)\\s+(?:in\\s+)?an?\\s+(?:calendar\\s+|contract\\s+|fiscal\\s+)?(?<unit>day|week|month|quarter|year)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_UNIT = Pattern.compile(
            "\\b(?:previous|preceding|(?:of|in)\\s+(?:the|a|that)\\s+(?:calendar|contract|fiscal|financial|licen[cs]e|royalty|sales))\\s+(?<unit>month|quarter|year)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL_TIMES = Pattern.compile(
            "\\btwice\\b|\\b(?:\\w+|\\d+)\\s+times\\s+(?:in|per|a|each|every|during)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_INDEX = Pattern.compile(
            "\\b[Tt]he\\s+(?<index>(?:[A-Z][\\w’'&-]*\\s+(?:(?:of|for|and)\\s+)?){1,6}(?:Index|Indices)(?:\\s+(?:(?:for|of|and|in)\\s+)*[A-Z][\\w’'-]*){0,8}(?:\\s+\\([\\w-]+\\))?)");

    private Values() {}

    /**
     * How often a lever applies: what is stated as a period ({@code once in each Contract Year}, {@code 5% a year}). Empty for
     * several times a period, which no period says.
     */
    static Optional<TypedValue> frequency(String text) {
        if (YEARLY.matcher(text).find()) {
            return Optional.of(every("year"));
        }
        Matcher period = IN_PERIOD.matcher(text);
        if (period.find()) {
            Optional<ValueMatch> length =
                    from(DURATIONS.findAll(text), period.end()).filter(found -> found.start() < period.end() + 2);
            if (length.isPresent()) {
                return length.map(ValueMatch::value);
            }
        }
        if (SEVERAL_TIMES.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher unit = BY_UNIT.matcher(text);
        if (unit.find()) {
            return Optional.of(every(unit.group("unit")));
        }
        return FREQUENCIES.findFirst(text).map(ValueMatch::value).or(() -> ofPeriod(text));
    }

    /** The period that a quantity is of: {@code the Net Sales of the calendar quarter}. */
    private static Optional<TypedValue> ofPeriod(String text) {
        Matcher unit = OF_UNIT.matcher(text);
        return unit.find() ? Optional.of(every(unit.group("unit"))) : Optional.empty();
    }

    private static TypedValue every(String unit) {
        return new TypedValue.Length(
                new TimeSpan(1, TimeSpan.Unit.valueOf(unit.toUpperCase(java.util.Locale.ROOT) + "S")));
    }

    /** The index or rate that a text names: in full as the contract names it, or by its usual name. */
    static Optional<String> index(String text) {
        Matcher named = NAMED_INDEX.matcher(text);
        return named.find()
                ? Optional.of(named.group("index").replaceAll("\\s+", " ").strip())
                : INDICES.findFirst(text).map(match -> match.value().display());
    }

    /** The first day on which something takes effect: {@code for the first time on 1 April 2026}, {@code beginning April 1, 2026}. */
    static Optional<TypedValue> start(String text) {
        return DATES.findAll(text).stream()
                .filter(day -> STARTS.matcher(text.substring(Math.max(0, day.start() - 40), day.start()))
                        .find())
                .min((a, b) -> Integer.compare(rank(text, a), rank(text, b)))
                .map(ValueMatch::value);
    }

    /** What is said to be next or first goes before what is said only. */
    private static int rank(String text, ValueMatch day) {
        String before = text.substring(Math.max(0, day.start() - 30), day.start());
        return FIRST.matcher(before).find() ? -1 : day.start();
    }

    /** The first percentage or amount of money at or after an index. */
    static Optional<ValueMatch> rate(String text, int from) {
        List<ValueMatch> all = new ArrayList<>(PERCENTS.findAll(text));
        all.addAll(MONEY.findAll(text));
        return all.stream().filter(match -> match.start() >= from).min((a, b) -> Integer.compare(a.start(), b.start()));
    }

    static Optional<ValueMatch> from(List<ValueMatch> matches, int from) {
        return matches.stream().filter(match -> match.start() >= from).findFirst();
    }

    static void add(List<LeverParameter> into, Name name, Optional<ValueMatch> match) {
        match.ifPresent(found -> into.add(new LeverParameter(name, found.value())));
    }

    /** Tiers of a text as one value; empty unless there are two. */
    static Optional<TypedValue> tiers(String text) {
        List<Tier> tiers =
                TIERS.findTiers(text).stream().map(TierParser.TierMatch::tier).toList();
        return tiers.size() < 2 ? Optional.empty() : Optional.of(new TypedValue.Tiers(tiers));
    }
}
