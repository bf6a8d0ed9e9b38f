package io.recital.models.ledger.spend;

import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.StatedTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What was credited or deducted already of a year's rebate. */
record Settlement(Money amount, List<String> rows) {
    /** After what time a rebate is lost. */
    private static final Pattern LAPSES = Pattern.compile(
            "\\bnot\\s+(?:been\\s+)?claimed\\b[^.]{0,120}\\b(?:forfeit|lapse|lost|waived|expire)|\\b(?:forfeit|lapse|lost|expire)\\w*\\b[^.]{0,80}\\b(?:unless|if\\s+not)\\b[^.]{0,60}\\bclaim|\\b(?:forfeit|lapse|lost|expire)\\w*\\b[^.]{0,40}\\b(?:if|unless)\\b[^.]{0,60}\\b(?:claim|remind|request|ask)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DUE = Pattern.compile(
            "\\b(?:rebate|discount|bonus|credit)[^.]{0,140}\\bwithin\\b[^.]{0,60}\\bend\\b|\\bwithin\\b[^.]{0,60}\\bend\\b[^.]{0,140}\\b(?:rebate|discount|bonus|credit)",
            Pattern.CASE_INSENSITIVE);
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    /** A day of the year after, such as {@code by 28 February of the following year}. */
    private static final Pattern DAY = Pattern.compile(
            "\\b(?:by|until|before)\\s+(?:(?<day>\\d{1,2})\\s+(?<month>" + MONTH + ")|(?<month2>" + MONTH
                    + ")\\s+(?<day2>\\d{1,2}))\\s+of\\s+(?:the\\s+(?:following|next)\\s+year|the\\s+year\\s+(?:that\\s+follows|after)|that\\s+year)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CREDITED =
            Pattern.compile("\\b(?:credited|paid|granted|due|settled)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REBATE = Pattern.compile(
            "\\brebate|\\bbonus\\b|\\bincentive\\b|\\bkick-?back|\\b(?:annual|volume|year[- ]end)\\s+discount|Rückvergütung|Jahresbonus",
            Pattern.CASE_INSENSITIVE);

    Settlement {
        rows = List.copyOf(rows);
    }

    static Settlement of(Dossier dossier, Period year, CurrencyUnit currency) {
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        List<CreditNote> notes = dossier.facts().creditNotes().stream()
                .filter(note -> note.direction() == direction && note.currency().equals(currency))
                .filter(note -> REBATE.matcher(note.description()).find() && isFor(note, year))
                .toList();
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && line.currency().equals(currency))
                .filter(line -> line.net().signum() < 0
                        && REBATE.matcher(line.description()).find()
                        && year.holds(line.priceDay()))
                .toList();
        BigDecimal sum = Stream.concat(
                        notes.stream().map(CreditNote::net),
                        lines.stream().map(line -> line.net().negate()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Settlement(
                Money.of(currency, sum, java.math.RoundingMode.HALF_UP),
                Stream.concat(
                                notes.stream().map(note -> note.kind().label() + ":" + note.id()),
                                lines.stream().map(line -> line.kind().label() + ":" + line.id()))
                        .toList());
    }

    /** A note that names its period is for the year that holds it; another one for the year that ended last. */
    private static boolean isFor(CreditNote note, Period year) {
        Period period = note.period();
        return period != null
                ? year.holds(period.to())
                : note.issuedOn().isAfter(year.to())
                        && !note.issuedOn().isAfter(year.to().plusYears(1));
    }

    /** The day on which a year's rebate falls due: the end of the year and the time that the clause gives, or the day that it names. */
    static LocalDate dueOn(LeverTerm term, Period year) {
        return places(term, DUE)
                .filter(said -> !LAPSES.matcher(said.citation().quote()).find())
                .findFirst()
                .flatMap(said -> StatedTime.in(said.citation().quote()))
                .map((TimeSpan span) -> span.after(year.to()))
                .or(() -> inSentence(term, CREDITED, year))
                .orElse(year.to().plusDays(1));
    }

    /** The last day on which it can be claimed; empty where the clause names none. */
    static Optional<LocalDate> lapsesOn(LeverTerm term, Period year) {
        return find(term, LAPSES)
                .flatMap(said -> StatedTime.in(said.citation().quote()))
                .map((TimeSpan span) -> span.after(year.to()))
                .or(() -> inSentence(term, LAPSES, year));
    }

    /** Until when it can be claimed, and where: in the clause's own section, or where else the document speaks of the rebate. */
    static Optional<LeverTerm.Said> lapse(LeverTerm term) {
        return find(term, LAPSES);
    }

    private static Optional<LeverTerm.Said> find(LeverTerm term, Pattern pattern) {
        return places(term, pattern).findFirst();
    }

    private static Stream<LeverTerm.Said> places(LeverTerm term, Pattern pattern) {
        return Stream.concat(
                term.inItsSection(pattern),
                term.inItsDocument(pattern)
                        .filter(said -> REBATE.matcher(said.citation().quote()).find()));
    }

    /** The first day of the year after that stands behind some words. */
    private static Optional<LocalDate> inSentence(LeverTerm term, Pattern words, Period year) {
        return find(term, words).flatMap(said -> {
            String quote = said.citation().quote();
            Matcher day = DAY.matcher(quote);
            return day.find(said.matcher().start()) ? Optional.of(dayOf(day, year)) : Optional.empty();
        });
    }

    private static LocalDate dayOf(Matcher found, Period year) {
        boolean british = found.group("day") != null;
        String month = british ? found.group("month") : found.group("month2");
        int day = Integer.parseInt(british ? found.group("day") : found.group("day2"));
        YearMonth of = YearMonth.of(year.to().getYear() + 1, Month.valueOf(month.toUpperCase(Locale.ROOT)));
        return of.atDay(Math.min(day, of.lengthOfMonth()));
    }
}
