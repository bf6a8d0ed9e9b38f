package io.recital.models.ledger.invoice;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A right or duty to adjust prices, as a clause states it: from which days, by how much at most, of which prices.
 *
 * @param first day of the first adjustment; null when the clause names none
 * @param every null for one that is made once
 * @param days of each year on which it is made; null where the clause names none
 * @param index the series that it follows, in the contract's words; null when it is a fixed percentage
 * @param percent the fixed percentage, or the one that a notice of adjustment states; null when the index decides alone
 * @param share of the index's change that counts, in percent
 * @param cap most in percent; null when none
 * @param floor least in percent; null when none
 * @param notice until when it must be notified; null when not said
 * @param formula by which the price is set anew; null for a change in percent
 * @param base words for the prices it is about; empty for all
 * @param source the finding that says so
 */
record Adjustment(
        @Nullable LocalDate first,
        @Nullable Period every,
        @Nullable AdjustmentDays days,
        @Nullable String index,
        @Nullable BigDecimal percent,
        BigDecimal share,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal floor,
        @Nullable NoticeBefore notice,
        @Nullable PriceSetting formula,
        ItemWords base,
        Governed<CommercialLever> source) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern DECIMALS =
            Pattern.compile("(?i)\\b(one|two|three|1|2|3|eine|zwei) (?:decimal|nachkommastelle)"
                    + "|\\b(tenth|hundredth|thousandth)s?\\s+of\\s+(?:a|one|1)\\s+(?:per\\s?cent|percent|%)"
                    + "|\\bnearest\\s+(0\\.(?:1|01|001))\\s*(?:%|per\\s?cent)");
    private static final Pattern CUT =
            Pattern.compile("(?i)\\bcut off|truncat|without rounding|rounded down|abgeschnitten");
    private static final Pattern BOTH_WAYS =
            Pattern.compile("(?i)decrease|reduc|\\bchanges? by\\b|\\bdiffers?\\b|up or down|upwards or downwards|senk");
    private static final Pattern RIGHT = Pattern.compile(
            "(?i)\\bmay\\b[^.;]{0,40}\\b(?:increase|raise|adjust|be\\s+(?:increased|raised|adjusted))|\\b(?:entitled|right)\\s+to\\s+(?:increase|raise|adjust)");

    String words() {
        return source.finding().words();
    }

    /** Whether it says nothing but that prices stay as they are until a day. */
    boolean isFreeze() {
        return !isComputed() && source.content().findDay(Name.PERIOD).isPresent();
    }

    /** All that its clause says, in one line. */
    String clause() {
        return AdjustmentReader.clause(new LeverTerm(source.content(), source.finding(), source.member(), List.of()));
    }

    /** Which prices it is about. */
    AdjustmentScope scope() {
        return new AdjustmentScope(this);
    }

    /** Whether it may change a price at all: a clause without index and percentage leaves it to the price list. */
    boolean isComputed() {
        return index != null || percent != null || formula != null;
    }

    /** Whether it lets a side change prices by notice, to whatever it notifies. */
    boolean isByNotice() {
        return !isComputed() && !isFreeze() && NoticedPrice.isMeantBy(clause());
    }

    /** Whether a side may make it and need not. */
    boolean isRight() {
        return RIGHT.matcher(words()).find();
    }

    boolean mayLower() {
        return BOTH_WAYS.matcher(words()).find();
    }

    /** The days after one and up to another on which it applies. */
    List<LocalDate> datesBetween(LocalDate after, LocalDate upTo) {
        if (days != null) {
            return days.between(formula == null ? after : before(after), upTo);
        }
        List<LocalDate> dates = new ArrayList<>();
        LocalDate date = first;
        while (date != null && !date.isAfter(upTo)) {
            if (date.isAfter(after)) {
                dates.add(date);
            }
            date = every == null ? null : date.plus(every);
        }
        return dates;
    }

    /** A formula also sets the price of the first day. */
    private static LocalDate before(LocalDate day) {
        return day.equals(LocalDate.MIN) ? day : day.minusDays(1);
    }

    /** Whether it is known on which days it is made. */
    boolean isDated() {
        return first != null || days != null;
    }

    /** A change of the index in percent as this clause counts it: its share, rounded as it says, within floor and cap. */
    BigDecimal allowed(BigDecimal before, BigDecimal after) {
        return bounded(uncapped(before, after));
    }

    BigDecimal uncapped(BigDecimal before, BigDecimal after) {
        BigDecimal change = after.subtract(before)
                .multiply(HUNDRED)
                .divide(
                        before,
                        decimals().orElse(10),
                        CUT.matcher(words()).find() ? RoundingMode.DOWN : RoundingMode.HALF_UP);
        return change.multiply(share).divide(HUNDRED, 10, RoundingMode.HALF_UP);
    }

    private Optional<Integer> decimals() {
        Matcher found = DECIMALS.matcher(words());
        if (!found.find()) {
            return Optional.empty();
        }
        String said = Stream.of(found.group(1), found.group(2), found.group(3))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
        return Optional.of(
                switch (said.toLowerCase(Locale.ROOT)) {
                    case "one", "1", "eine", "tenth", "0.1" -> 1;
                    case "two", "2", "zwei", "hundredth", "0.01" -> 2;
                    default -> 3;
                });
    }

    BigDecimal bounded(BigDecimal change) {
        BigDecimal raised = floor != null && change.compareTo(floor) < 0 ? floor : change;
        BigDecimal capped = cap != null && raised.compareTo(cap) > 0 ? cap : raised;
        return capped.signum() < 0 && !mayLower() ? BigDecimal.ZERO : capped;
    }
}
