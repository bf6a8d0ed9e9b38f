package io.recital.models.ledger.payment;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sum that late payment costs, instead of interest or beside it: once for each invoice, for each reminder, or for each day,
 * week or month of the delay.
 *
 * @param sum what it is each time; null where it is a share of what was paid late
 * @param percent that share; null where it is a sum
 * @param commenced whether a week or month counts that has only begun
 * @param most that it comes to for one invoice; null where nothing limits it
 */
record LateFee(
        LeverTerm term,
        @Nullable Money sum,
        @Nullable BigDecimal percent,
        Each each,
        boolean commenced,
        @Nullable Money most) {
    /** What it is due for. */
    enum Each {
        INVOICE,
        REMINDER,
        DAY,
        WEEK,
        MONTH
    }

    private static final Pattern ONCE_A_SHARE = Pattern.compile(
            "\\b(?:late|overdue|delinquen\\w+|dunning|default|collection|administrati\\w+)\\s+(?:payment\\s+)?(?:fee|charge|surcharge|penalty|sum)s?\\b|\\b(?:one[- ]off|once[- ]only|single|flat)\\s+(?:fee|charge|surcharge)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEREST =
            Pattern.compile("\\binterest\\b|\\bper\\s+annum\\b|\\bzins", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMINDER = Pattern.compile(
            "\\b(?:per|for|with|on|after)\\s+(?:each|every|any|a|the)?\\s*(?:\\w+\\s+){0,2}?(?:reminder|dunning\\s+(?:letter|notice)|letter\\s+before\\s+action|Mahnung)|\\b(?:reminder|dunning)\\s+(?:fee|charge)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENCED = Pattern.compile(
            "\\b(?:week|month)s?\\s+or\\s+(?:any\\s+)?(?:a\\s+)?(?:part|fraction|portion)\\b|\\b(?:part|fraction)\\s+of\\s+a\\s+(?:week|month)|\\b(?:commenced|started|begun)\\s+(?:week|month)\\b|\\b(?:week|month)\\s+(?:(?:that\\s+)?(?:has\\s+)?)(?:begun|commenced|started)\\b",
            Pattern.CASE_INSENSITIVE);
    /** A choice between sums, and a limit that no parameter tells: not understood. */
    private static final Pattern UNCLEAR = Pattern.compile(
            "\\bwhichever\\b|\\b(?:greater|higher|lesser|lower)\\s+of\\b|\\b(?:first|second|third|subsequent)\\s+(?:reminder|dunning)|\\bactual\\s+costs?\\b|\\bfor\\s+each\\s+\\S+\\s+(?:owed|outstanding)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LIMITED = Pattern.compile(
            "\\b(?:up\\s+to|not\\s+(?:to\\s+)?exceed\\w*|no\\s+more\\s+than|not\\s+more\\s+than|at\\s+most|maximum|capped|limited\\s+to)\\b",
            Pattern.CASE_INSENSITIVE);

    LateFee {
        requireNonNull(term, "term");
        requireNonNull(each, "each");
        if ((sum == null) == (percent == null)) {
            throw new IllegalArgumentException("A late fee is a sum or a share");
        }
    }

    /** Whether a lever states one, whether it can be understood or not. */
    static boolean isStated(LeverTerm lever) {
        return lever.find(Name.RATE, TypedValue.Amount.class).isPresent() || isShare(lever);
    }

    private static boolean isShare(LeverTerm lever) {
        return lever.findPercent(Name.RATE).isPresent()
                && lever.lever().find(Name.FREQUENCY).isEmpty()
                && ONCE_A_SHARE.matcher(lever.words()).find()
                && !INTEREST.matcher(lever.words()).find()
                && !InterestRate.isTimed(lever.words());
    }

    /** The fee that a lever states; empty where its words choose between sums or limit it in a way that is not understood. */
    static Optional<LateFee> of(LeverTerm lever) {
        Optional<Money> most = lever.find(Name.CAP, TypedValue.Amount.class)
                .map(amount -> amount.value().toMoney(RoundingMode.HALF_UP));
        boolean isLimited = most.isEmpty() && LIMITED.matcher(lever.words()).find();
        if (isLimited || UNCLEAR.matcher(lever.words()).find()) {
            return Optional.empty();
        }
        boolean commenced = COMMENCED.matcher(lever.words()).find();
        return each(lever)
                .flatMap(each -> lever.find(Name.RATE, TypedValue.Amount.class)
                        .map(amount -> new LateFee(
                                lever,
                                amount.value().toMoney(RoundingMode.HALF_UP),
                                null,
                                each,
                                commenced,
                                most.orElse(null)))
                        .or(() -> lever.findPercent(Name.RATE)
                                .filter(share -> isShare(lever))
                                .map(share -> new LateFee(lever, null, share, each, commenced, most.orElse(null)))));
    }

    private static Optional<Each> each(LeverTerm lever) {
        if (lever.lever().find(Name.FREQUENCY).isPresent()) {
            return lever.findSpan(Name.FREQUENCY)
                    .filter(span -> span.count() == 1)
                    .flatMap(span -> Optional.ofNullable(each(span.unit())));
        }
        return Optional.of(REMINDER.matcher(lever.words()).find() ? Each.REMINDER : Each.INVOICE);
    }

    private static @Nullable Each each(TimeSpan.Unit unit) {
        return switch (unit) {
            case DAYS -> Each.DAY;
            case WEEKS -> Each.WEEK;
            case MONTHS -> Each.MONTH;
            default -> null;
        };
    }

    /** How often it is due for a delay, with so many reminders. */
    long times(LocalDate due, LocalDate paid, long reminders) {
        long days = ChronoUnit.DAYS.between(due, paid);
        return switch (each) {
            case INVOICE -> days > 0 ? 1 : 0;
            case REMINDER -> reminders;
            case DAY -> days;
            case WEEK -> commenced ? (days + 6) / 7 : days / 7;
            case MONTH -> months(due, paid);
        };
    }

    private long months(LocalDate due, LocalDate paid) {
        long full = ChronoUnit.MONTHS.between(due, paid);
        return commenced && due.plusMonths(full).isBefore(paid) ? full + 1 : full;
    }

    /** What it comes to on a sum that was paid late, rounded half up and within its limit. */
    Money on(Money late, long times) {
        return limited(each(late).multipliedBy(times));
    }

    private Money each(Money late) {
        BigDecimal share = percent;
        return share == null
                ? requireNonNull(sum)
                : Money.of(
                        late.getCurrencyUnit(),
                        late.getAmount().multiply(share).movePointLeft(2),
                        RoundingMode.HALF_UP);
    }

    private Money limited(Money all) {
        Money limit = most;
        return limit != null && all.isGreaterThan(limit) ? limit : all;
    }

    /** The same, worked out. */
    List<Derivation> workings(Money late, LocalDate due, LocalDate paid, long times) {
        List<Derivation> steps = new ArrayList<>();
        BigDecimal share = percent;
        Input each =
                term.input("late payment charge for each " + word(), each(late).toString());
        if (share != null) {
            steps.add(new Derivation(
                    Operation.PERCENT_OF,
                    List.of(
                            term.input("late payment charge", share.toPlainString() + " %"),
                            new Input("sum paid late", late.toString(), null)),
                    each(late).toString()));
            each = new Input("late payment charge", each(late).toString(), null);
        }
        Money all = each(late).multipliedBy(times);
        steps.add(new Derivation(
                Operation.PRODUCT,
                List.of(new Input(counted(due, paid), Long.toString(times), null), each),
                all.toString()));
        Money limit = most;
        if (limit != null) {
            steps.add(new Derivation(
                    Operation.LEAST,
                    List.of(
                            new Input("late payment charge", all.toString(), null),
                            term.input("at most", limit.toString())),
                    limited(all).toString()));
        }
        return steps;
    }

    private String word() {
        return each.name().toLowerCase(Locale.ROOT);
    }

    private String counted(LocalDate due, LocalDate paid) {
        return switch (each) {
            case INVOICE -> "late invoices";
            case REMINDER -> "reminders";
            default -> (commenced ? "commenced " : "full ") + word() + "s from " + due + " to " + paid;
        };
    }
}
