package io.recital.models.ledger.spend;

import io.recital.models.fact.Period;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.StatedTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last day for invoicing a year's sum: {@code until 30 September of the following year}, {@code by 31 May after the year}. */
final class Lapse {
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Pattern UNTIL = Pattern.compile(
            "\\b(?:until|by|not\\s+later\\s+than|no\\s+later\\s+than|before)\\s+(?:(?<day>\\d{1,2})\\s+(?<month>"
                    + MONTH + ")|(?<month2>" + MONTH
                    + ")\\s+(?<day2>\\d{1,2}))\\s+(?<after>of\\s+the\\s+(?:following|next)\\s+year|(?:next\\s+)?(?:after|following)\\s+(?:the\\s+(?:end\\s+of\\s+)?(?:the\\s+)?|that\\s+|each\\s+|such\\s+)?(?:\\p{L}+\\s+){0,2}(?:year|end)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_YEAR =
            Pattern.compile("^of\\s+the\\s+(?:following|next)\\s+year", Pattern.CASE_INSENSITIVE);

    private static final Pattern WITHIN = Pattern.compile(
            "\\binvoic\\w*\\b[^.]{0,60}?\\bwithin\\b[^.]{0,40}?\\b(?:after|of|from|following)\\b[^.]{0,40}?\\b(?:end|year|quarter|months)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The right is lost later than the invoice is due: {@code within 30 days, or lose the right if not within 90 days}. */
    private static final Pattern LOSES = Pattern.compile(
            "\\binvoic\\w*\\b[^.]{0,120}?\\bwithin\\b[^.]{0,60}?(?<lost>\\b(?:lose|loses|lost|lapses?|forfeit\\w*|expires?)\\b[^.]{0,80}?\\bwithin\\s+[^.]{0,40})",
            Pattern.CASE_INSENSITIVE);

    private Lapse() {}

    static Optional<LocalDate> of(LeverTerm term, Period year) {
        return term.findSaid(UNTIL)
                .flatMap(said -> day(said.matcher(), year))
                .or(() -> term.findSaid(LOSES)
                        .flatMap(said -> StatedTime.in(said.matcher().group("lost")))
                        .map((TimeSpan span) -> span.after(year.to())))
                .or(() -> term.findSaid(WITHIN)
                        .flatMap(said -> StatedTime.in(said.matcher().group()))
                        .map((TimeSpan span) -> span.after(year.to())));
    }

    private static Optional<LocalDate> day(Matcher matcher, Period year) {
        boolean british = matcher.group("day") != null;
        String month = british ? matcher.group("month") : matcher.group("month2");
        int day = Integer.parseInt(british ? matcher.group("day") : matcher.group("day2"));
        try {
            Month named = Month.valueOf(month.toUpperCase(Locale.ROOT));
            LocalDate next = LocalDate.of(year.to().getYear() + 1, named, day);
            LocalDate same = next.minusYears(1);
            boolean isSame = !NEXT_YEAR.matcher(matcher.group("after")).find() && same.isAfter(year.to());
            return Optional.of(isSame ? same : next);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
