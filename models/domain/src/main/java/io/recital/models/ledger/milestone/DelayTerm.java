package io.recital.models.ledger.milestone;

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

/** Damages that a contract sets for the delay of milestones, by the week or day. */
record DelayTerm(Governed<FindingContent> lever, BigDecimal rate, TimeSpan every) {
    private static final Pattern ABOUT = Pattern.compile(
            "milestone|deliverable|\\bphase\\b|\\bstage\\b|due date|completion|meilenstein", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITS_PAYMENT = Pattern.compile(
            "(?:milestone|deliverable|stage|phase)s?\\W+(?:s\\W+)?(?:payment|price|fee|charge|value|amount)"
                    + "|(?:payment|price|fee|charge|value|amount)s?\\s+(?:for|of|on|due (?:for|on))\\s+(?:that|the|such|each|a|its|this)\\s+(?:\\w+\\s+)?(?:milestone|deliverable|stage|phase)"
                    + "|^\\s*its (?:payment|price|fee)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELIVERY = Pattern.compile("deliver|submi|hand(?:ed)? over", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCEPTANCE = Pattern.compile("accept|approv|abnahme", Pattern.CASE_INSENSITIVE);
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
        Optional<TypedValue.Percent> rate = Scope.parameter(lever, Name.RATE, TypedValue.Percent.class);
        Optional<TypedValue.Length> every = Scope.parameter(lever, Name.FREQUENCY, TypedValue.Length.class);
        return rate.isPresent() && every.isPresent()
                ? Optional.of(
                        new DelayTerm(lever, rate.get().value(), every.get().value()))
                : Optional.empty();
    }

    /** About milestones at all, and where it names some of them about this one. */
    private static boolean isAbout(
            Governed<FindingContent> lever, MilestoneCourse course, List<MilestoneCourse> siblings) {
        String words = Scope.words(lever);
        boolean namesSome = siblings.stream().anyMatch(other -> names(words, other));
        return ABOUT.matcher(words).find() && (!namesSome || names(words, course));
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

    Optional<BigDecimal> findCap() {
        return Scope.parameter(lever, Name.CAP, TypedValue.Percent.class).map(TypedValue.Percent::value);
    }

    /** Whether a week or day that has merely begun counts in full. */
    boolean countsStarted() {
        return STARTED.matcher(Scope.words(lever)).find();
    }

    /** How many days one period has; empty where the contract counts months. */
    Optional<Integer> daysOfPeriod() {
        return switch (every.unit()) {
            case DAYS -> Optional.of(every.count());
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
        return Scope.parameter(lever, Name.PERIOD, TypedValue.Length.class).map(period -> {
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
