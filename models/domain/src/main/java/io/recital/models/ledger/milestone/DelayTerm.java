package io.recital.models.ledger.milestone;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.ClaimTime;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;

/**
 * Damages that a contract sets for the delay of milestones, by the week or day.
 *
 * @param rate for each of them: a percentage or an amount
 */
record DelayTerm(Governed<FindingContent> lever, TypedValue rate, TimeSpan every) {
    private static final Pattern ABOUT = Pattern.compile(
            "milestone|deliverable|\\bphase\\b|\\bstage\\b|due date|completion|meilenstein", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITS_PAYMENT = Pattern.compile(
            "(?:milestone|deliverable|stage|phase)s?\\W+(?:s\\W+)?(?:payment|price|fee|charge|value|amount)"
                    + "|(?:payment|price|fee|charge|value|amount)s?\\s+(?:for|of|on|due (?:for|on))\\s+(?:that|the|such|each|a|its|this)\\s+(?:\\w+\\s+)?(?:milestone|deliverable|stage|phase)"
                    + "|^\\s*its (?:payment|price|fee)"
                    + "|^\\s*(?:the\\s+)?(?:fixed|agreed)\\s+(?:price|fee|payment)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTRACT_SUM = Pattern.compile(
            "\\b(?:contract|order|total|agreement|works?|project)\\s+(?:sum|price|value|amount|fee)\\b|\\b(?:sum|price|value)\\s+of\\s+(?:the|this)\\s+(?:contract|order|works?|agreement|project)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM_DAY = Pattern.compile(
            "\\b(?:from|starting\\s+(?:with|on)|beginning\\s+(?:with|on)|as\\s+of)\\s+the\\s+(?<nth>"
                    + SpelledNumber.ORDINAL
                    + ")\\s+(?:(?:business|working|calendar)\\s+)?day\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THEN_ACCEPTED = Pattern.compile(
            "\\b(?:achieved|reached|complete|delivered|met)\\b[^.;]{0,80}\\bdeliver\\w*[^.;]{0,60}\\b(?:then|later|subsequently|afterwards)\\s+accepted",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECTION = Pattern.compile("(?:\\.\\d+|\\([\\p{L}\\d]+\\))+$");
    private static final Pattern GRACE =
            Pattern.compile("\\bgrace\\b|karenz|\\bduring\\s+which\\s+nothing\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL_PAID = Pattern.compile(
            "\\buntil\\s+(?:the\\s+)?(?:final|last)\\s+payment|schlusszahlung", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_DAMAGES = Pattern.compile(
            "\\b(?:damages|penalt(?:y|ies)|(?:this|that|the|these|such)\\s+(?:sums?|amounts?|payments?|deductions?)|them|delay)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAIMING = Pattern.compile(
            "\\b(?:claim|deduct|assert|demand|recover|los(?:t|es?)\\b|laps|forfeit|exclud|barred|waive)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAIMED = Pattern.compile("\\b(?:penalt|damages|claim)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DELIVERY = Pattern.compile("deliver|submi|hand(?:ed)? over", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCEPTANCE = Pattern.compile("accept|approv|abnahme|certif", Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTED = Pattern.compile(
            "or part (?:there)?of|part of a week counts|commenced|started|begun|angefangen", Pattern.CASE_INSENSITIVE);

    /** The terms of a scope that are about this milestone. */
    static List<DelayTerm> of(MilestoneCourse course, List<MilestoneCourse> siblings) {
        return course.scope()
                .levers(LeverType.LIQUIDATED_DAMAGES)
                .filter(lever -> isAbout(lever, course, siblings))
                .flatMap(lever -> read(lever).stream())
                .toList();
    }

    private static Optional<DelayTerm> read(Governed<FindingContent> lever) {
        Optional<TypedValue> rate = Scope.parameter(lever, Name.RATE, TypedValue.class)
                .filter(value -> value instanceof TypedValue.Percent || value instanceof TypedValue.Amount);
        Optional<TypedValue.Length> every = Scope.parameter(lever, Name.FREQUENCY, TypedValue.Length.class);
        return rate.isPresent() && every.isPresent()
                ? Optional.of(new DelayTerm(lever, rate.get(), every.get().value()))
                : Optional.empty();
    }

    /** About milestones at all, and where it names some of them about this one. */
    private static boolean isAbout(
            Governed<FindingContent> lever, MilestoneCourse course, List<MilestoneCourse> siblings) {
        String words = lever.finding().words();
        boolean namesSome = siblings.stream().anyMatch(other -> names(words, other));
        boolean about = ABOUT.matcher(words).find() || standsBeside(lever, course);
        return about && (!namesSome || names(words, course));
    }

    /** Whether damages by the day or week stand in the section that lists the milestone. */
    private static boolean standsBeside(Governed<FindingContent> lever, MilestoneCourse course) {
        Citation damages = lever.finding().citations().get(0);
        return course.milestone().finding().citations().stream()
                .anyMatch(citation -> citation.document().equals(damages.document())
                        && !section(damages).isEmpty()
                        && section(citation).equals(section(damages)));
    }

    private static String section(Citation citation) {
        return SECTION.matcher(citation.path()).replaceFirst("");
    }

    private static boolean names(String words, MilestoneCourse course) {
        return new MilestoneName(course.milestone().content()).standsIn(words);
    }

    /** Whether the percentage is of the milestone's own payment. */
    boolean isOfItsPayment() {
        String base = Scope.parameter(lever, Name.BASE, TypedValue.Text.class)
                .map(TypedValue.Text::value)
                .orElseGet(() -> lever.finding().words());
        return ITS_PAYMENT.matcher(base).find();
    }

    /** What a percentage is of: the milestone's own payment, or the sum of the contract where the words say so. */
    Optional<BigMoney> findBase(MilestoneCourse course) {
        if (isOfItsPayment()) {
            return course.findPayment();
        }
        String words = Scope.parameter(lever, Name.BASE, TypedValue.Text.class)
                        .map(TypedValue.Text::value)
                        .orElse("")
                + " " + lever.finding().words();
        return CONTRACT_SUM.matcher(words).find() ? course.scope().findValue() : Optional.empty();
    }

    /** The most, in the unit of the rate: a percentage of a base limits an amount by its money. */
    Optional<BigDecimal> findCap(MilestoneCourse course) {
        Optional<BigDecimal> percent =
                Scope.parameter(lever, Name.CAP, TypedValue.Percent.class).map(TypedValue.Percent::value);
        return rate instanceof TypedValue.Percent
                ? percent
                : percent.flatMap(share -> findBase(course)
                                .map(base -> base.getAmount().multiply(share).movePointLeft(2)))
                        .or(() -> Scope.parameter(lever, Name.CAP, TypedValue.Amount.class)
                                .map(amount -> amount.value().getAmount()));
    }

    /** Whether the cap is one that its rate cannot be held against. */
    boolean hasOtherCap(MilestoneCourse course) {
        return Scope.parameter(lever, Name.CAP, TypedValue.class).isPresent()
                && findCap(course).isEmpty();
    }

    boolean countsBusinessDays() {
        return every.unit() == TimeSpan.Unit.BUSINESS_DAYS;
    }

    /** The days after a due date up to a day, business days where those count. */
    long daysLate(LocalDate due, LocalDate stop, BusinessCalendar calendar) {
        return due.plusDays(1)
                .datesUntil(stop.plusDays(1))
                .filter(day -> !countsBusinessDays() || calendar.isBusinessDay(day))
                .count();
    }

    /** The first days of a delay that go free. */
    long daysOfGrace(LocalDate due, BusinessCalendar calendar) {
        return findGrace()
                .map(grace -> daysLate(due, grace.after(due, calendar), calendar))
                .or(() -> Scope.parameter(lever, Name.FLOOR, TypedValue.Quantity.class)
                        .filter(free -> free.unit().endsWith("days"))
                        .map(free -> free.value().longValue()))
                .or(() -> Optional.of(daysBeforeTheFirstThatCounts()).filter(free -> free > 0))
                .orElse(0L);
    }

    /** How many days go before that from which the sum is due: {@code from the sixth day of delay}. */
    private long daysBeforeTheFirstThatCounts() {
        String from = Scope.parameter(lever, Name.FROM, TypedValue.Text.class)
                .map(TypedValue.Text::value)
                .orElse("");
        Matcher found = FROM_DAY.matcher(lever.finding().words() + " " + from);
        return found.find() ? SpelledNumber.parseOrdinal(found.group("nth")).orElseThrow() - 1 : 0;
    }

    private Optional<TimeSpan> findGrace() {
        return GRACE.matcher(lever.finding().words()).find()
                ? Scope.parameter(lever, Name.PERIOD, TypedValue.Length.class).map(TypedValue.Length::value)
                : Optional.empty();
    }

    /** Whether a week or day that has merely begun counts in full. */
    boolean countsStarted() {
        return STARTED.matcher(lever.finding().words()).find();
    }

    /** How many days one period has; empty where the contract counts months. */
    Optional<Integer> daysOfPeriod() {
        return switch (every.unit()) {
            case DAYS -> Optional.of(every.count());
            case BUSINESS_DAYS -> Optional.of(every.count());
            case WEEKS -> Optional.of(7 * every.count());
            default -> Optional.empty();
        };
    }

    /**
     * When the clock stops: at delivery where the words say so, at acceptance where a milestone is complete only then.
     * Empty while that has not happened, or nobody can tell.
     */
    Optional<Dated> findStop(MilestoneCourse course, LocalDate asOf) {
        boolean byDelivery = DELIVERY.matcher(firstQuote().quote()).find();
        boolean thenAccepted = course.scope().clauses().stream()
                .anyMatch(words -> THEN_ACCEPTED.matcher(words).find());
        Optional<Dated> open = course.findOpenRejection(asOf);
        if (open.isPresent() && (thenAccepted || !byDelivery)) {
            return open.map(rejected -> new Dated(asOf, rejected.kind(), rejected.row(), rejected.column()));
        }
        if (thenAccepted) {
            return course.findLastDelivered();
        }
        String acceptance = course.milestone().content().acceptance();
        boolean completeWhenAccepted =
                acceptance != null && ACCEPTANCE.matcher(acceptance).find();
        if (byDelivery || !completeWhenAccepted) {
            return course.findDelivered();
        }
        return course.findAccepted(asOf);
    }

    /** The last day to claim; empty where the contract sets none. */
    Optional<LocalDate> claimableUntil(MilestoneCourse course, Dated stop, LocalDate asOf) {
        boolean untilPaid = UNTIL_PAID.matcher(lever.finding().words()).find()
                || course.scope().saying(UNTIL_PAID, CLAIMED).findAny().isPresent();
        if (untilPaid) {
            return course.findPaid();
        }
        Optional<TimeSpan> typed = findGrace().isPresent()
                ? Optional.empty()
                : Scope.parameter(lever, Name.PERIOD, TypedValue.Length.class).map(TypedValue.Length::value);
        List<ClaimTime> stated = course.scope()
                .besides(lever.finding())
                .filter(words -> OF_DAMAGES.matcher(words).find()
                        && CLAIMING.matcher(words).find())
                .flatMap(words -> ClaimTime.in(words).stream())
                .filter(time -> typed.isEmpty() || typed.get().equals(time.within()))
                .toList();
        return stated.isEmpty()
                ? typed.map(period -> period.after(stop.day(), course.scope().calendar()))
                : stated.get(0)
                        .lastDay(
                                event -> happened(event, course, stop, asOf),
                                course.scope().calendar());
    }

    private static Optional<LocalDate> happened(
            ClaimTime.From event, MilestoneCourse course, Dated stop, LocalDate asOf) {
        return switch (event) {
            case ACCEPTANCE -> course.findAccepted(asOf).map(Dated::day);
            case LAST_ACCEPTANCE -> Optional.empty();
            case DUE_DATE -> course.findDue();
            case PAYMENT -> course.findPaid();
            case INVOICE, RECEIPT -> course.invoices().stream().findFirst().map(line -> line.invoiceDate());
            default -> course.findOpenRejection(asOf).isPresent() ? Optional.empty() : Optional.of(stop.day());
        };
    }

    Citation firstQuote() {
        return lever.finding().citations().get(0);
    }
}
