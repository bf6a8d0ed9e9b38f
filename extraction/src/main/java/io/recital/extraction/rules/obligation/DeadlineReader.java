package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.value.DateParser;
import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads by when something is to be done: a day, a time after or before an event, again and again, or merely promptly. */
public final class DeadlineReader {
    private static final Pattern BY = Pattern.compile(
            "(?:(?<!first\\stime\\s)(?<!not\\s)(?<!commencing\\s)(?<!beginning\\s)(?<!starting\\s)(?<!dated\\s)(?<!effective\\s)\\b(?:by|on|until|(?<!(?:day|week|month|year)s\\s)before|prior\\s+to|on\\s+or\\s+(?:before|prior\\s+to)|(?:no|not)\\s+later\\s+than|due|due\\s+date:?)|^)\\W*(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:within|(?:no|not)\\s+(?:later|more|longer)\\s+than|on\\s+or\\s+before|falls|net)\\s+(?:the\\s+(?:first\\s+)?|a\\s+(?:further\\s+)?period\\s+of\\s+|a\\s+maximum\\s+of\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    /** Words before a time that make it a deadline only where an event follows it. */
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?:by|more\\s+than|later\\s+than|at\\s+the\\s+latest|payable|due)\\s+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER_EVENT = Pattern.compile(
            "^[’']?\\s*(?:net\\s+)?(?:period\\s*)?,?\\s*(?:of|after|from|following|upon)\\s+(?<event>[^,;.()]{3,160}|[^,;.]{3,160})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_EVENT = Pattern.compile(
            "^[’']?s?\\s*,?\\s*(?:in\\s+advance\\s+of|prior\\s+to|before|preceding)\\s+(?<event>[^,;.()]{3,160})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERIOD_END = Pattern.compile(
            "^(?:the\\s+)?(?:end|close|last\\s+day|expiration|conclusion)\\s+of\\s+(?:each|every|any|a|the(?:\\s+(?:relevant|applicable|preceding|previous))?)\\s+"
                    + "(?:calendar|fiscal|contract|financial|billing)?\\s*(?<unit>week|month|quarter|year)\\b(?!\\s+(?:in|to\\s+which|during|of|when|concerned|\\d))",
            Pattern.CASE_INSENSITIVE);
    private static final String ORDINAL =
            "(?<ordinal>\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth|thirtieth)";
    private static final Pattern NTH_DAY = Pattern.compile(
            "\\b(?:by|on|before|on\\s+or\\s+before|(?:no|not)\\s+later\\s+than)\\s+(?:the\\s+)?" + ORDINAL
                    + "\\s*(?:\\(\\d{1,2}(?:st|nd|rd|th)?\\)\\s*)?(?<business>business|working|banking)?\\s*(?:calendar\\s+)?(?:day)?\\s+(?:of|after|following)\\s+"
                    + "(?:the\\s+(?:end|close)\\s+of\\s+)?(?:each|every|the\\s+(?:following|next|relevant))\\s+(?:calendar|fiscal|contract|subsequent|following)?\\s*(?<unit>month|quarter|year)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PROMPT = Pattern.compile(
            "\\b(?:promptly|immediately|forthwith|without\\s+(?:undue\\s+)?delay|as\\s+soon\\s+as\\s+(?:(?:is\\s+)?(?:reasonably\\s+)?(?:practicable|possible|practical)|[^,;.]{3,60})|in\\s+a\\s+timely\\s+manner|within\\s+a\\s+reasonable\\s+(?:period\\s+of\\s+)?time)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRIOR_TO = Pattern.compile(
            "\\b(?:prior\\s+to|(?:no|not)\\s+later\\s+than|on\\s+or\\s+before)\\s+(?!written|notice|\\d)[^,;.]{3,80}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORTED = Pattern.compile(
            "\\b(?:tell|inform|notify|advise)\\b[^,;.]{0,60}?\\b(?:of|about)\\s+(?<event>[^,;.]{3,90}?)\\s+within\\s+$",
            Pattern.CASE_INSENSITIVE);
    /** What somebody else is to do, in a relative clause. */
    private static final Pattern ASIDE = Pattern.compile(
            ",\\s+(?:who|which|whom|each\\s+of\\s+which)\\s+(?:shall|will|must|may)\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern LEADING_WORD = Pattern.compile(
            "^(?:if|when|whenever|where|should|upon|after|following|once|in\\s+the\\s+event\\s+(?:that|of)|in\\s+case\\s+of|at)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private final DurationParser durations = new DurationParser();
    private final DateParser dates = new DateParser();
    private final Recurrence recurrence = new Recurrence();

    /**
     * The deadline that the words of an action state.
     *
     * @param trigger the event that sets the action off, which a bare "within 10 days" counts from; null when none
     */
    public Optional<Deadline> read(String action, @Nullable String trigger) {
        return read("", action, trigger);
    }

    /**
     * The deadline that a sentence states: what can be computed comes before what can only be recited.
     *
     * @param lead the words before the subject
     */
    Optional<Deadline> read(String lead, String action, @Nullable String trigger) {
        String own = ASIDE.matcher(action).replaceFirst("");
        return timed(own, trigger)
                .or(() -> timed(lead, null))
                .or(() -> recurring(own))
                .or(() -> recurring(lead))
                .or(() -> recited(own))
                .or(() -> recited(lead));
    }

    private Optional<Deadline> timed(String words, @Nullable String trigger) {
        return words.isBlank()
                ? Optional.empty()
                : StatedDeadlines.findYearly(words)
                        .or(() -> StatedDeadlines.findOfTheYear(words))
                        .or(() -> recurrence.findCounted(words))
                        .or(() -> onDate(words))
                        .or(() -> nthDay(words))
                        .or(() -> relative(words, trigger));
    }

    private Optional<Deadline> recurring(String words) {
        return StatedDeadlines.findLimit(words).or(() -> recurrence.find(words));
    }

    private static Optional<Deadline> recited(String words) {
        return inWords(PROMPT, words).or(() -> StatedDeadlines.find(words)).or(() -> inWords(PRIOR_TO, words));
    }

    private Optional<Deadline> onDate(String action) {
        for (ValueMatch match : dates.findAll(action)) {
            if (match.value() instanceof TypedValue.Day day
                    && BY.matcher(action.substring(0, match.start())).find()) {
                return Optional.of(new Deadline.OnDate(day.value()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Deadline> nthDay(String action) {
        Matcher matcher = NTH_DAY.matcher(action);
        if (!matcher.find()) {
            return Optional.empty();
        }
        TimeSpan.Unit unit = matcher.group("business") == null ? TimeSpan.Unit.DAYS : TimeSpan.Unit.BUSINESS_DAYS;
        TimeSpan grace = new TimeSpan(ordinal(matcher.group("ordinal")), unit);
        return Optional.of(new Deadline.Recurring(Recurrence.one(matcher.group("unit")), grace));
    }

    private static int ordinal(String words) {
        String lower = words.toLowerCase(java.util.Locale.ROOT);
        if (Character.isDigit(lower.charAt(0))) {
            return Integer.parseInt(lower.replaceAll("\\D", ""));
        }
        return switch (lower) {
            case "fifteenth" -> 15;
            case "twentieth" -> 20;
            case "thirtieth" -> 30;
            default -> ORDINALS.indexOf(lower) + 1;
        };
    }

    private Optional<Deadline> relative(String action, @Nullable String trigger) {
        for (ValueMatch match : durations.findAll(action)) {
            Optional<Deadline> deadline = relative(action, match, trigger);
            if (deadline.isPresent()) {
                return deadline;
            }
        }
        return Optional.empty();
    }

    private static Optional<Deadline> relative(String action, ValueMatch match, @Nullable String trigger) {
        String before = action.substring(0, match.start());
        String after = action.substring(match.end());
        Matcher ahead = BEFORE_EVENT.matcher(after);
        if (ahead.find()) {
            return timed(action, match, before, ahead, span -> new Deadline.Before(span, event(ahead)));
        }
        @Nullable TimeSpan length = match.value() instanceof TypedValue.Length known ? known.value() : null;
        Optional<Deadline> notice = NoticePeriods.read(action, match.start(), match.end(), length);
        if (notice.isPresent()) {
            return notice;
        }
        boolean within = WITHIN.matcher(before).find();
        Matcher event = AFTER_EVENT.matcher(after);
        if ((within || LIMIT.matcher(before).find()) && event.find()) {
            return timed(action, match, before, event, span -> afterOrRecurring(span, event(event)));
        }
        if (within) {
            String from = trigger == null
                    ? reported(before)
                    : LEADING_WORD.matcher(trigger).replaceFirst("");
            return timed(
                    action,
                    match,
                    before,
                    null,
                    span -> from.isEmpty() ? stated(action, match, before) : new Deadline.After(span, from));
        }
        return Optional.empty();
    }

    /** The event that a report is about, which its time counts from: {@code tell us of any change of control within 5 days}. */
    private static String reported(String before) {
        Matcher reported = REPORTED.matcher(before);
        return reported.find() ? EventWords.cut(reported.group("event")) : "";
    }

    private static Optional<Deadline> timed(
            String action,
            ValueMatch match,
            String before,
            @Nullable Matcher event,
            java.util.function.Function<TimeSpan, Deadline> make) {
        if (match.value() instanceof TypedValue.Length length) {
            return Optional.of(make.apply(length.value()));
        }
        int end = event == null ? match.end() : match.end() + event.end();
        return Optional.of(new Deadline.Stated(flat(action.substring(startOfLead(before), end))));
    }

    private static Deadline stated(String action, ValueMatch match, String before) {
        return new Deadline.Stated(flat(action.substring(startOfLead(before), match.end())));
    }

    private static int startOfLead(String before) {
        Matcher lead = WITHIN.matcher(before);
        return lead.find() ? lead.start() : before.length();
    }

    private static Deadline afterOrRecurring(TimeSpan span, String event) {
        Matcher period = PERIOD_END.matcher(event);
        return period.find()
                ? new Deadline.Recurring(Recurrence.one(period.group("unit")), span)
                : new Deadline.After(span, event);
    }

    private static String event(Matcher matcher) {
        return EventWords.cut(matcher.group("event"));
    }

    private static Optional<Deadline> inWords(Pattern pattern, String action) {
        Matcher matcher = pattern.matcher(action);
        return matcher.find()
                ? Optional.of(new Deadline.Stated(flat(EventWords.cut(matcher.group()))))
                : Optional.empty();
    }

    private static String flat(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
