package io.recital.models.ledger.spend;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Definition;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.FamilyMember;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.lever.LeverTerm;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The years by which a contract reckons, or the equal parts of a year: from a day of the year on, the first one short where
 * the contract begins later.
 *
 * @param first day on which the contract begins
 * @param months how long one is
 * @param isDefined whether the contract says what its year is; otherwise years run from the day on which it begins
 */
public record ContractYears(MonthDay start, LocalDate first, int months, boolean isDefined) {
    private static final Pattern TERM = Pattern.compile(
            "\\b(?:contract|agreement|commitment|rebate|fiscal|financial|licen[cs]e|supply|purchase|calendar|service|royalty)\\s+year\\b",
            Pattern.CASE_INSENSITIVE);
    /** A year with a meaning of its own. */
    private static final Pattern OWN_YEAR = Pattern.compile("\\b(?:each|every|any|a|the|that|such|per|of)\\s+Year\\b");

    private static final Pattern CALENDAR = Pattern.compile("\\bcalendar\\s+year\\b", Pattern.CASE_INSENSITIVE);
    private static final String MONTHS =
            "(?<month%s>January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Pattern BEGINS = Pattern.compile(
            "\\b(?:begin|commenc|start)\\w*\\s+(?:on|upon|from|with)\\s+(?:each\\s+|every\\s+|the\\s+)?(?:(?<day1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?"
                    + String.format(MONTHS, "1") + "|" + String.format(MONTHS, "2")
                    + "\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNIVERSARY = Pattern.compile(
            "\\banniversar|\\b(?:effective|commencement|start|execution)\\s+date\\b|\\bdate\\s+(?:of|hereof)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PARTS = Pattern.compile(
            "\\bfrom\\s+(?:(?<day1>\\d{1,2})\\s+" + String.format(MONTHS, "1") + "|" + String.format(MONTHS, "2")
                    + "\\s+(?<day2>\\d{1,2}))\\s+(?:to|until|through)\\b",
            Pattern.CASE_INSENSITIVE);
    /** A year that the clause itself tells, without the year of its beginning: {@code runs from 1 July to 30 June}. */
    private static final Pattern RUNS = Pattern.compile(
            "\\b(?:year|period)\\b[^.;]{0,80}?\\bfrom\\s+(?:(?<day1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?"
                    + String.format(MONTHS, "1") + "|"
                    + String.format(MONTHS, "2")
                    + "\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?)(?:\\s+(?:of|in)\\s+(?:each|one|any|a|every)\\s+(?:calendar\\s+)?year)?,?\\s+(?:up\\s+)?(?:to|until|till|through)\\b",
            Pattern.CASE_INSENSITIVE);
    /** … or by its last day: {@code the twelve months ending on 31 March}. */
    private static final Pattern ENDS = Pattern.compile(
            "\\b(?:year|twelve\\s+months|12\\s+months)\\b[^.;]{0,30}?\\b(?:ends?|ending|closes?|to)\\s+(?:on\\s+)?(?:each\\s+|every\\s+)?(?:(?<day1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?"
                    + String.format(MONTHS, "1") + "|" + String.format(MONTHS, "2")
                    + "\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?)\\b(?!,?\\s+\\d{4})",
            Pattern.CASE_INSENSITIVE);

    /** The first day in the meaning of a year: {@code the time from 1 August to 31 July}, {@code 1 August to 31 July}. */
    private static final Pattern FROM_TO = Pattern.compile(
            "\\b(?:from\\s+|^\\s*)?(?:(?<day1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + String.format(MONTHS, "1")
                    + "|"
                    + String.format(MONTHS, "2")
                    + "\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?)(?:\\s+(?:of|in)\\s+(?:each|one|any|a|every)\\s+(?:calendar\\s+)?year)?,?\\s+(?:up\\s+)?(?:to|until|till|through)\\b",
            Pattern.CASE_INSENSITIVE);

    /** … or the day from which its months run: {@code twelve months from 1 July}. */
    private static final Pattern SINCE = Pattern.compile(
            "\\b(?:months|year|period)\\s+(?:from|after|as\\s+of)\\s+(?:each\\s+|every\\s+)?(?:(?<day1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?"
                    + String.format(MONTHS, "1") + "|" + String.format(MONTHS, "2")
                    + "\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?)\\b(?!,?\\s+\\d{4})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTHS_ONLY = Pattern.compile(
            "\\b" + String.format(MONTHS, "3") + "\\s+(?:to|through|until)\\s+" + String.format(MONTHS, "4") + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:each|every|any|per|a|the)\\s+(?:\\p{L}+\\s+){0,2}?(?<time>half-?\\s?year|quarter(?!-)|year|month)\\b|\\b(?:each|every)\\s+period\\s+(?:of\\s+(?:twelve|12)\\s+months|from\\s+\\d)|\\bper\\s+annum\\b|\\bannual",
            Pattern.CASE_INSENSITIVE);
    /** A time with a meaning of its own: {@code for each accounting period}, which {@code is a calendar month}. */
    private static final Pattern OF_A_PERIOD =
            Pattern.compile("\\b(?:each|every|per|any|an?)\\s+(?:\\p{L}+\\s+)?period\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PERIOD_IS = Pattern.compile(
            "\\bperiod[”\"]?\\s+(?:is|means|shall\\s+be|shall\\s+mean)\\s+(?:an?|each|one|any)\\s+(?:calendar\\s+)?(?<time>half-?\\s?year|quarter|year|month)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HALF_YEAR =
            Pattern.compile("half|six\\s+months|semi-?annual", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTER = Pattern.compile("quarter|three\\s+months", Pattern.CASE_INSENSITIVE);
    private static final int YEAR = 12;

    public ContractYears {
        requireNonNull(start, "start");
        if (months < 1 || YEAR % months != 0) {
            throw new IllegalArgumentException("Years are parted evenly: " + months);
        }
        requireNonNull(first, "first");
    }

    /** The years of a lever; empty where its contract's beginning is unknown or its own words for a year are not understood. */
    public static Optional<ContractYears> of(ContractFamily family, LeverTerm term) {
        int months = months(term);
        return months == 0 ? Optional.empty() : whole(family, term).map(year -> year.parted(months, term));
    }

    /** How many months the time is that a lever reckons by; a year where it does not say, 0 where that parts no year. */
    static int months(LeverTerm term) {
        Optional<TimeSpan> span = term.findSpan(Name.FREQUENCY);
        int months = span.map(time -> switch (time.unit()) {
                    case YEARS -> YEAR * time.count();
                    case QUARTERS -> 3 * time.count();
                    case MONTHS -> time.count();
                    default -> 0;
                })
                .orElseGet(() -> term.lever().find(Name.FREQUENCY).isPresent()
                        ? named(term.text(Name.FREQUENCY))
                        : said(term).orElse(YEAR));
        return months > 0 && YEAR % months == 0 ? months : 0;
    }

    /** Whether a lever, or else its words, say by what time it is reckoned. */
    static boolean isPeriodic(LeverTerm term) {
        return term.lever().find(Name.FREQUENCY).isPresent() || said(term).isPresent();
    }

    /** The time that the lever's own words name: {@code in each calendar half-year}. */
    private static Optional<Integer> said(LeverTerm term) {
        Matcher each = EACH.matcher(term.words());
        if (!each.find()) {
            return OF_A_PERIOD.matcher(term.words()).find()
                    ? term.findInItsClauses(PERIOD_IS)
                            .map(said -> said.matcher().group("time").toLowerCase(Locale.ROOT))
                            .map(time -> time.startsWith("month") ? 1 : named(time))
                    : Optional.empty();
        }
        String time = each.group("time") == null ? "year" : each.group("time").toLowerCase(Locale.ROOT);
        return Optional.of(time.startsWith("month") ? 1 : named(time));
    }

    /** The time that a word of the contract's own is for, such as {@code Half-Year}; a year where it is none. */
    private static int named(String word) {
        if (HALF_YEAR.matcher(word).find()) {
            return YEAR / 2;
        }
        return QUARTER.matcher(word).find() ? YEAR / 4 : YEAR;
    }

    private ContractYears parted(int parts, LeverTerm term) {
        Matcher stated = PARTS.matcher(term.words());
        Matcher named = MONTHS_ONLY.matcher(term.words());
        boolean isOdd = !isDefined && first.getDayOfMonth() != 1;
        MonthDay from = parts < YEAR && isOdd ? MonthDay.of(1, 1) : start;
        if (parts < YEAR && stated.find()) {
            from = monthDay(stated);
        } else if (parts < YEAR && named.find()) {
            from = MonthDay.of(Month.valueOf(named.group("month3").toUpperCase(Locale.ROOT)), 1);
        }
        return new ContractYears(from, first, parts, isDefined);
    }

    private static Optional<ContractYears> whole(ContractFamily family, LeverTerm term) {
        List<FamilyMember> near = near(family, term.member());
        Optional<LocalDate> begins =
                near.stream().flatMap(member -> member.findEffective().stream()).reduce((part, whole) -> whole);
        Optional<MonthDay> told = told(term);
        if (told.isPresent() && months(term) == YEAR) {
            return begins.map(day -> new ContractYears(told.get(), day, YEAR, true));
        }
        Optional<LocalDate> anchor = begins.filter(day -> months(term) < YEAR || isAnchor(near, day));
        Matcher named = TERM.matcher(term.words());
        boolean isNamed = named.find();
        if (!isNamed && !OWN_YEAR.matcher(term.words()).find()) {
            return anchor.map(day -> new ContractYears(MonthDay.from(day), day, YEAR, false));
        }
        String word = isNamed ? named.group().replaceAll("\\s+", " ") : "Year";
        if (CALENDAR.matcher(word).matches()) {
            return Optional.of(
                    new ContractYears(MonthDay.of(1, 1), begins.orElse(LocalDate.of(1970, 1, 1)), YEAR, true));
        }
        Optional<Definition> definition = Stream.concat(near.stream(), family.members().stream())
                .flatMap(member -> member.findDefinition(word).stream())
                .findFirst();
        return begins.flatMap(day -> definition.isEmpty()
                ? anchor.map(from -> new ContractYears(MonthDay.from(from), from, YEAR, false))
                : start(definition.get().meaning(), day).map(start -> new ContractYears(start, day, YEAR, true)));
    }

    /** Whether years may run from a day: one on which a contract takes effect, or the first of a month, but no mere day of signing. */
    private static boolean isAnchor(List<FamilyMember> near, LocalDate day) {
        return day.getDayOfMonth() == 1
                || near.stream()
                        .flatMap(member -> member.findings().stream())
                        .anyMatch(finding -> finding.content() instanceof ContractFact fact
                                && fact.fact() == FactType.EFFECTIVE_DATE);
    }

    /** The first day of the year that the lever's clauses tell. */
    private static Optional<MonthDay> told(LeverTerm term) {
        return term.findInItsClauses(RUNS)
                .map(said -> monthDay(said.matcher()))
                .or(() -> term.findInItsClauses(ENDS)
                        .map(said -> MonthDay.from(
                                monthDay(said.matcher()).atYear(2001).plusDays(1))));
    }

    private static Optional<MonthDay> start(String meaning, LocalDate begins) {
        Matcher stated = BEGINS.matcher(meaning);
        if (stated.find()) {
            return Optional.of(monthDay(stated));
        }
        Matcher since = SINCE.matcher(meaning);
        if (since.find()) {
            return Optional.of(monthDay(since));
        }
        Matcher fromTo = FROM_TO.matcher(meaning);
        if (fromTo.find()) {
            return Optional.of(monthDay(fromTo));
        }
        if (CALENDAR.matcher(meaning).find()) {
            return Optional.of(MonthDay.of(1, 1));
        }
        return ANNIVERSARY.matcher(meaning).find() ? Optional.of(MonthDay.from(begins)) : Optional.empty();
    }

    private static MonthDay monthDay(Matcher stated) {
        boolean british = stated.group("day1") != null;
        String month = british ? stated.group("month1") : stated.group("month2");
        String day = british ? stated.group("day1") : stated.group("day2");
        return MonthDay.of(Month.valueOf(month.toUpperCase(Locale.ROOT)), Integer.parseInt(day));
    }

    /** The contract that a lever stands in, and those that it belongs to or changes, the agreement last. */
    private static List<FamilyMember> near(ContractFamily family, FamilyMember member) {
        List<FamilyMember> near = new ArrayList<>(List.of(member));
        Set<UUID> seen = new HashSet<>(Set.of(member.contract().id()));
        for (int i = 0; i < near.size(); i++) {
            UUID here = near.get(i).contract().id();
            family.relations().stream()
                    .filter(relation -> relation.contract().equals(here)
                            && relation.kind() != RelationKind.RESTATES
                            && relation.kind() != RelationKind.REFERS_TO_MISSING)
                    .map(DocumentRelation::to)
                    .filter(Objects::nonNull)
                    .filter(seen::add)
                    .flatMap(to -> family.find(to).stream())
                    .forEach(near::add);
        }
        return near;
    }

    /** The year, or part of one, that holds a day; from the contract's first day on. */
    public Period holding(LocalDate day) {
        LocalDate from = start.atYear(day.getYear());
        if (from.isAfter(day)) {
            from = start.atYear(day.getYear() - 1);
        }
        while (!from.plusMonths(months).isAfter(day)) {
            from = from.plusMonths(months);
        }
        LocalDate to = from.plusMonths(months).minusDays(1);
        return new Period(from.isBefore(first) && !to.isBefore(first) ? first : from, to);
    }

    /** All years from the first to the one that holds a day, in order. */
    public List<Period> until(LocalDate day) {
        List<Period> years = new ArrayList<>();
        for (LocalDate at = first; !at.isAfter(day); at = holding(at).to().plusDays(1)) {
            years.add(holding(at));
        }
        return years;
    }

    /** Whether a period is shorter than so many months. */
    static boolean isShort(Period period, int months) {
        return period.from().plusMonths(months).minusDays(1).isAfter(period.to());
    }
}
