package io.recital.models.ledger.invoice;

import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.TimeSpan;
import io.recital.models.wording.SpelledNumber;
import io.recital.models.wording.StatedDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * A new price that the other side notified where the contract lets it change prices by notice.
 *
 * @param effective first day on which the contract lets it apply
 */
record NoticedPrice(BigMoney price, LocalDate effective, ContractEvent event) {
    private static final Pattern NOTICE = Pattern.compile("(?i)notice|notif|announce|letter|mitteilung");
    private static final Pattern OF_A_PRICE =
            Pattern.compile("(?i)\\b(?:prices?|rates?|fees?|charges?|tariffs?|preis\\w*)\\b");
    private static final Pattern AMOUNT =
            Pattern.compile("(?:[€£$]|\\b[A-Z]{3})\\s?(?<sum>\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)");
    private static final Pattern AHEAD = Pattern.compile(
            "(?i)\\b(?<count>" + SpelledNumber.REGEX
                    + ")(?:\\s*\\(\\d+\\))?\\s+(?<unit>calendar days|business days|working days|days|weeks|months)['’]?\\s+(?:(?:prior\\s+|previous\\s+|advance\\s+)?(?:written\\s+)?notice|after|before|from|beforehand|in\\s+advance)");
    private static final Pattern FIRST_OF_MONTH =
            Pattern.compile("(?i)\\bfirst\\s+day\\s+of\\s+(?:the|a)\\s+(?:calendar\\s+)?month\\b");
    private static final Pattern FROM = Pattern.compile(
            "(?i)\\b(?:from|as of|with effect from|effective)\\s+(?<day>\\d{1,2} \\p{L}+ \\d{4}|\\p{L}+ \\d{1,2}, \\d{4}|\\d{4}-\\d{2}-\\d{2})");

    /** Whether a clause lets prices be changed by notice and says how long before. */
    static boolean isMeantBy(String clause) {
        return NOTICE.matcher(clause).find() && AHEAD.matcher(clause).find();
    }

    /** The new price of an item that an event notifies; empty where it does not name both, or the clause no time. */
    static Optional<NoticedPrice> of(
            ContractEvent event, AgreedPrice item, BigMoney now, String clause, @Nullable AdjustmentDays days) {
        String said = event.event() + " " + event.subject();
        if (!NOTICE.matcher(said).find() || !OF_A_PRICE.matcher(said).find()) {
            return Optional.empty();
        }
        return sum(event.subject(), ItemWords.of(String.join(" ", item.names())))
                .map(sum -> BigMoney.of(now.getCurrencyUnit(), sum))
                .flatMap(price -> earliest(event.date(), clause)
                        .map(day -> stated(event).filter(day::isBefore).orElse(day))
                        .flatMap(day -> days == null
                                ? Optional.of(day)
                                : days.between(day.minusDays(1), day.plusYears(2)).stream()
                                        .findFirst())
                        .map(day -> new NoticedPrice(price, day, event)));
    }

    /** The sum that follows the words of an item, up to the sum of the next. */
    private static Optional<BigDecimal> sum(String subject, ItemWords item) {
        List<MatchResult> sums = AMOUNT.matcher(subject).results().toList();
        BigDecimal last = null;
        boolean about = false;
        int from = 0;
        for (MatchResult sum : sums) {
            about = about
                    || ItemWords.undated(subject.substring(from, sum.start())).share(item);
            boolean next =
                    last != null && !subject.substring(from, sum.start()).matches("(?i).*\\b(?:to|instead of)\\b.*");
            if (about && next) {
                break;
            }
            last = about ? new BigDecimal(sum.group(1).replace(",", "")) : null;
            from = sum.end();
        }
        return Optional.ofNullable(last);
    }

    private static Optional<LocalDate> earliest(LocalDate notified, String clause) {
        Matcher ahead = AHEAD.matcher(clause);
        if (!ahead.find()) {
            return Optional.empty();
        }
        boolean toTheFirst = FIRST_OF_MONTH.matcher(clause).find();
        return SpelledNumber.parse(ahead.group("count"))
                .map(count -> new TimeSpan(count, unit(ahead.group("unit"))).after(notified))
                .map(day -> toTheFirst && day.getDayOfMonth() > 1
                        ? day.withDayOfMonth(1).plusMonths(1)
                        : day);
    }

    private static TimeSpan.Unit unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "business days", "working days" -> TimeSpan.Unit.BUSINESS_DAYS;
            case "weeks" -> TimeSpan.Unit.WEEKS;
            case "months" -> TimeSpan.Unit.MONTHS;
            default -> TimeSpan.Unit.DAYS;
        };
    }

    private static Optional<LocalDate> stated(ContractEvent event) {
        Matcher from = FROM.matcher(event.subject() + " " + event.note());
        return from.find() ? StatedDay.parse(from.group("day")) : Optional.empty();
    }
}
