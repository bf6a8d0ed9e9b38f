package io.recital.models.ledger.lever;

import static java.util.Objects.requireNonNull;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.finding.TimeSpan;
import io.recital.models.wording.SpelledNumber;
import io.recital.models.wording.StatedDay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Until when something can be claimed, as a sentence says it: so long after something happened, at once or counted from the end
 * of the month or the calendar year in which it did; or a day.
 *
 * @param within the time; none where a day or years alone are stated
 * @param years how many calendar years after that of the event end with the time; null where it is not reckoned so
 * @param day the last day itself; null where it follows from an event
 */
public record ClaimTime(
        TimeSpan within,
        From from,
        boolean monthEnd,
        @Nullable Integer years,
        @Nullable LocalDate day) {
    /** What the time runs from. */
    public enum From {
        PAYMENT,
        RECEIPT,
        INVOICE,
        DELIVERY,
        /** Of the last of several results, where one says so. */
        LAST_ACCEPTANCE,
        ACCEPTANCE,
        DUE_DATE,
        PERIOD_END,
        /** A report or a statement comes. */
        REPORT,
        /** Something else, or nothing that is said. */
        OTHER
    }

    private static final String TIME = "(?<count>" + SpelledNumber.REGEX
            + ")[\\s-]+(?<unit>(?:business|working|banking|calendar|clear)[\\s-]+days?|days?|weeks?|months?|years?)";
    private static final Pattern STATED = Pattern.compile(
            "\\b(?:within|for|until|up\\s+to|later\\s+than|at\\s+the\\s+latest|during|before|after|lapses?|expires?|ends?|than|only|period\\s+of|not|is|it|once)\\s+(?:a\\s+(?:period|term|time)\\s+of\\s+|at\\s+the\\s+latest\\s+|the\\s+(?:first\\s+)?|end\\s+of\\s+)?"
                    + TIME
                    + "\\s+(?:have\\s+(?:passed|elapsed)\\s+)?(?:after|of|from|following|since|beginning\\s+(?:with|on))\\s+(?<event>(?:[^.;()]|\\([^)]*\\)){2,120})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARS = Pattern.compile(
            "\\b(?:until|by|up\\s+to|before|with|at|later\\s+than|on)\\s+(?:the\\s+)?(?:end|expiry|close|last\\s+day|31(?:st)?\\s+December)\\s+of\\s+the\\s+(?<nth>first|second|third|following|next)?\\s*(?:calendar\\s+)year\\s+(?<rel>after|following|that\\s+follows|in\\s+which)\\s+(?<event>[^.;]{3,100})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile(
            "\\b(?:by|until|before|later\\s+than|on\\s+or\\s+before|up\\s+to)\\s+(?<day>" + StatedDay.REGEX + ")",
            Pattern.CASE_INSENSITIVE);
    private static final TimeSpan NONE = new TimeSpan(0, TimeSpan.Unit.DAYS);

    private static final Pattern CLAIM = Pattern.compile(
            "\\b(?:re)?claim\\w*|\\b(?:assert|demand|request|ask|recover|rais|notif|object|contest|disput|challeng|apply|applied|assert|declar|invok|exercis|bill|deduct|adjust)\\w*|\\bset\\s+off\\b|\\btell\\b|\\bin\\s+writing\\b|\\bwritten\\b|\\brights?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOST = Pattern.compile(
            "\\b(?:los(?:t|es?)|laps\\w*|expir\\w*|forfeit\\w*|barred|exclud\\w*|exclusion|waiv\\w*|no\\s+longer|extinguish\\w*|ceas\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What answers a claim, and not how long there is for it. */
    private static final Pattern ANSWER = Pattern.compile(
            "^(?:of\\s+)?(?:the\\s+|its\\s+|his\\s+|their\\s+|such\\s+|any\\s+|that\\s+|an?\\s+|receiving\\s+|receipt\\s+of\\s+|being\\s+)*(?:[\\p{L}’']+[’']s?\\s+)?(?:written\\s+)?(?:request|demand|claim|notice|asked|it\\s+asks|query|objection|telling|told|asking|notification|complaint)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTH_END = Pattern.compile(
            "\\b(?:end|last\\s+day|close|expiry)\\s+of\\s+(?:the\\s+|that\\s+|each\\s+|a\\s+)?(?:calendar\\s+)?month\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERIOD_END = Pattern.compile(
            "\\b(?:end|last\\s+day|close|expiry|expiration)\\s+of\\s+(?:the\\s+|that\\s+|each\\s+|such\\s+|a\\s+)?(?:[\\p{L}]+\\s+)?(?:month|quarter|year|period|week|season)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final List<Anchor> ANCHORS = List.of(
            anchor(
                    From.LAST_ACCEPTANCE,
                    "\\b(?:final|last)\\b[^.;]{0,60}\\baccept|\\baccept\\w*\\s+of\\s+the\\s+(?:last|final)"),
            anchor(From.REPORT, "\\b(?:report|statement|scorecard)\\b"),
            anchor(
                    From.DUE_DATE,
                    "\\b(?:due|agreed|confirmed|promised|scheduled)\\s+(?:date|day)|\\bfell\\s+due|\\bbecame\\s+due|\\bfalls\\s+due"),
            anchor(From.ACCEPTANCE, "\\baccept|\\bapprov|\\bsigned[- ]off"),
            anchor(From.PAYMENT, "\\bpa(?:id|y|ys|ying|yment)\\b"),
            anchor(
                    From.RECEIPT,
                    "\\b(?:receipt|receiv\\w*|received)\\b(?!\\s+of\\s+(?:the\\s+|that\\s+|such\\s+|all\\s+|its\\s+)?(?:(?:late|delayed|last|remaining|whole|missing)\\s+)?(?:goods|products?|deliver|consign|lot|ship|parts?\\b|items?\\b|materials?\\b|articles?\\b|equipment|batch|order))[^.;]{0,60}|\\binvoice\\s+(?:was|is|has\\s+been)\\s+received"),
            anchor(
                    From.DELIVERY,
                    "\\bdeliver|\\barriv|\\bhand(?:ed|ing)?[- ]?over|\\bhandover|\\bship|\\breceipt\\s+of|\\breceiv\\w+\\s+the\\s+(?:goods|products)|\\bcomplet|\\bready\\b|\\bcommission"),
            anchor(From.INVOICE, "\\binvoic|\\bbill|\\bissue|\\bits\\s+date\\b"));

    private record Anchor(From from, Pattern words) {}

    private static Anchor anchor(From from, String words) {
        return new Anchor(from, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }

    public ClaimTime {
        requireNonNull(within, "within");
        requireNonNull(from, "from");
    }

    private ClaimTime(TimeSpan within, From from, boolean monthEnd) {
        this(within, from, monthEnd, null, null);
    }

    /** A time after an event that a finding states; empty where the event is the claim itself. */
    public static Optional<ClaimTime> of(TimeSpan within, String event) {
        return ANSWER.matcher(event).lookingAt()
                ? Optional.empty()
                : Optional.of(new ClaimTime(
                        within, from(event), MONTH_END.matcher(event).find()));
    }

    /** The time that a sentence gives for a claim; empty where it gives none, or only one to answer it. */
    public static Optional<ClaimTime> in(String sentence) {
        if (!CLAIM.matcher(sentence).find() && !LOST.matcher(sentence).find()) {
            return Optional.empty();
        }
        Matcher stated = STATED.matcher(sentence);
        List<ClaimTime> times = new ArrayList<>();
        int start = 0;
        while (stated.find(start)) {
            String event = stated.group("event");
            if (!ANSWER.matcher(event).lookingAt()) {
                SpelledNumber.parse(stated.group("count"))
                        .map(count -> new TimeSpan(count, StatedTime.unit(stated.group("unit"))))
                        .map(span -> new ClaimTime(
                                span, from(event), MONTH_END.matcher(event).find()))
                        .ifPresent(times::add);
            }
            start = stated.start("event");
        }
        return times.stream().findFirst().or(() -> years(sentence)).or(() -> day(sentence));
    }

    private static Optional<ClaimTime> years(String sentence) {
        Matcher stated = YEARS.matcher(sentence);
        if (!stated.find()) {
            return Optional.empty();
        }
        boolean same = stated.group("rel").equalsIgnoreCase("in which");
        String nth = stated.group("nth") == null ? "" : stated.group("nth").toLowerCase(Locale.ROOT);
        int years = same ? 0 : nth.equals("second") ? 2 : nth.equals("third") ? 3 : 1;
        return Optional.of(new ClaimTime(NONE, from(stated.group("event")), false, years, null));
    }

    private static Optional<ClaimTime> day(String sentence) {
        Matcher stated = DAY.matcher(sentence);
        return stated.find()
                ? StatedDay.parse(stated.group("day")).map(last -> new ClaimTime(NONE, From.OTHER, false, null, last))
                : Optional.empty();
    }

    private static From from(String event) {
        String first = event.split(",|\\b(?:and|but|otherwise|provided|unless|failing|after\\s+which)\\b", 2)[0];
        if (PERIOD_END.matcher(first).find()) {
            return From.PERIOD_END;
        }
        return ANCHORS.stream()
                .filter(anchor -> anchor.words().matcher(first).find())
                .map(Anchor::from)
                .findFirst()
                .orElse(From.OTHER);
    }

    /** The last day to claim, by the days on which things happened; empty where the one that counts is not known. */
    public Optional<LocalDate> lastDay(Function<From, Optional<LocalDate>> happened, BusinessCalendar calendar) {
        Integer later = years;
        if (day != null) {
            return Optional.of(day);
        }
        return happened.apply(from)
                .map(start -> later != null
                        ? LocalDate.of(start.getYear() + later, 12, 31)
                        : within.after(monthEnd ? YearMonth.from(start).atEndOfMonth() : start, calendar));
    }
}
