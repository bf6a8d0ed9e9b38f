package io.recital.models.ledger.milestone;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern SECTION = Pattern.compile("(?:\\.\\d+|\\([\\p{L}\\d]+\\))+$");
    private static final Pattern GRACE =
            Pattern.compile("\\bgrace\\b|karenz|\\bduring\\s+which\\s+nothing\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL_PAID = Pattern.compile(
            "\\buntil\\s+(?:the\\s+)?(?:final|last)\\s+payment|schlusszahlung", Pattern.CASE_INSENSITIVE);
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
        String words = Scope.words(lever);
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
                .orElseGet(() -> Scope.words(lever));
        return ITS_PAYMENT.matcher(base).find();
    }

    /** The most, in the unit of the rate. */
    Optional<BigDecimal> findCap() {
        return rate instanceof TypedValue.Percent
                ? Scope.parameter(lever, Name.CAP, TypedValue.Percent.class).map(TypedValue.Percent::value)
                : Scope.parameter(lever, Name.CAP, TypedValue.Amount.class)
                        .map(amount -> amount.value().getAmount());
    }

    /** Whether the cap is one that its rate cannot be held against. */
    boolean hasOtherCap() {
        return Scope.parameter(lever, Name.CAP, TypedValue.class).isPresent()
                && findCap().isEmpty();
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
                .orElse(0L);
    }

    private Optional<TimeSpan> findGrace() {
        return GRACE.matcher(Scope.words(lever)).find()
                ? Scope.parameter(lever, Name.PERIOD, TypedValue.Length.class).map(TypedValue.Length::value)
                : Optional.empty();
    }

    /** Whether a week or day that has merely begun counts in full. */
    boolean countsStarted() {
        return STARTED.matcher(Scope.words(lever)).find();
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
        boolean untilPaid = UNTIL_PAID.matcher(Scope.words(lever)).find()
                || course.scope().saying(UNTIL_PAID, CLAIMED).findAny().isPresent();
        if (untilPaid) {
            return course.findPaid();
        }
        Optional<TypedValue.Length> window = findGrace().isPresent()
                ? Optional.empty()
                : Scope.parameter(lever, Name.PERIOD, TypedValue.Length.class);
        return window.map(period -> {
            boolean fromAcceptance = lever.finding().citations().stream()
                    .map(Citation::quote)
                    .anyMatch(quote -> quote.toLowerCase(Locale.ROOT).contains("of acceptance"));
            Dated anchor = fromAcceptance ? course.findAccepted(asOf).orElse(stop) : stop;
            return period.value().after(anchor.day(), course.scope().calendar());
        });
    }

    Citation firstQuote() {
        return lever.finding().citations().get(0);
    }
}
