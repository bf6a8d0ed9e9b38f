package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.TypedValue;
import io.recital.models.wording.SpelledNumber;
import io.recital.models.wording.StatedMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * So much for each point of a period, or for each that goes beyond a number that is free: {@code for each point above ten the fee
 * is reduced by EUR 50, by 8 % of it at most}.
 *
 * @param free how many points cost nothing
 * @param each what one of the others costs: a sum, or a percentage of a fee
 * @param most for all of them together; null where nothing limits it
 */
record PointsRate(
        BigDecimal free, TypedValue each, @Nullable TypedValue most, Citation stated) {
    private static final String NUMBER = "(?:" + SpelledNumber.REGEX + ")";
    private static final String POINT = "(?:\\p{L}+[\\s-]){0,3}?points?";
    private static final Pattern FOR_EACH = Pattern.compile(
            "\\b(?:for\\s+(?:each|every)|per|each|every)\\s+(?:(?:further|additional|single|full)\\s+)?" + POINT
                    + "(?:\\s+(?:that\\s+is\\s+|scored\\s+|incurred\\s+|accrued\\s+|awarded\\s+|in\\s+(?:a|any|that|the)\\s+(?:calendar\\s+)?(?:month|quarter|period)\\s+)?(?:above|over|beyond|exceeding|in\\s+excess\\s+of|more\\s+than|after)\\s+(?:the\\s+first\\s+)?(?<free>"
                    + NUMBER + ")(?![\\d.,]*\\d|\\s*%))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LESSENS = Pattern.compile(
            "\\b(?:reduc|deduct|abat|lower|lessen|credit|withh[eo]ld|retain|rebate|pay|owe|cost|charg)\\p{L}*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORTH = Pattern.compile(
            "(?<sum>" + StatedMoney.REGEX + ")|(?<![\\d.,])(?<percent>\\d+(?:[.,]\\d+)?)\\s*(?:%|per\\s?cent)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_MOST = Pattern.compile(
            "\\b(?:no(?:t)?\\s+(?:by\\s+|be\\s+)?more\\s+than|at\\s+most|not\\s+(?:to\\s+)?exceed(?:ing)?|exceed|(?:up\\s+to\\s+)?a?\\s*maximum\\s+(?:of)?|limited\\s+to|capped\\s+at|up\\s+to)\\s*(?:a\\s+(?:total|maximum)\\s+of\\s+)?(?:"
                    + WORTH.pattern().replace("<sum>", "<mostsum>").replace("<percent>", "<mostpercent>") + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LONGER = Pattern.compile(
            "\\b(?:successive|consecutive|rolling|running)\\b|\\b(?:two|three|four|six|nine|twelve|\\d+)\\s+(?:\\p{L}+\\s+)?(?:months|quarters)\\b|\\byear\\b",
            Pattern.CASE_INSENSITIVE);

    /** What a contract's words say of it; empty where they do not, or two sentences say it differently. */
    static Optional<PointsRate> find(List<FamilyMember> members) {
        List<PointsRate> found = members.stream()
                .flatMap(member -> words(member).distinct().flatMap(words -> read(words, member).stream()))
                .toList();
        boolean one = found.stream()
                        .map(rate -> rate.free + " " + rate.each.display())
                        .distinct()
                        .count()
                == 1;
        return one ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Stream<Citation> words(FamilyMember member) {
        return Stream.concat(
                member.findings().stream().flatMap(finding -> finding.citations().stream()),
                member.beside().sentences().stream());
    }

    private static Optional<PointsRate> read(Citation words, FamilyMember member) {
        String quote = words.quote();
        Matcher each = FOR_EACH.matcher(quote);
        if (!each.find()
                || !LESSENS.matcher(quote).find()
                || LONGER.matcher(quote).find()) {
            return Optional.empty();
        }
        Matcher limit = AT_MOST.matcher(quote);
        boolean limited = limit.find();
        TypedValue most = limited
                ? value(limit.group("mostsum"), limit.group("mostpercent"), member)
                        .orElse(null)
                : null;
        String rest = limited ? quote.substring(0, limit.start()) + " " + quote.substring(limit.end()) : quote;
        Matcher worth = WORTH.matcher(rest);
        Optional<TypedValue> value =
                worth.find() ? value(worth.group("sum"), worth.group("percent"), member) : Optional.empty();
        boolean several = worth.find();
        Optional<Integer> free = each.group("free") == null ? Optional.of(0) : SpelledNumber.parse(each.group("free"));
        return several
                ? Optional.empty()
                : value.flatMap(
                        one -> free.map(number -> new PointsRate(BigDecimal.valueOf(number), one, most, words)));
    }

    private static Optional<TypedValue> value(@Nullable String sum, @Nullable String percent, FamilyMember member) {
        return sum != null
                ? StatedMoney.of(sum, member.dollar()).map(TypedValue.Amount::new)
                : Optional.ofNullable(percent)
                        .map(number -> new TypedValue.Percent(new BigDecimal(number.replace(',', '.'))));
    }

    /** The points that cost something. */
    BigDecimal beyond(BigDecimal total) {
        return total.subtract(free).max(BigDecimal.ZERO);
    }

    /** Whether it needs a fee that a percentage is of. */
    boolean isOfAFee() {
        return each instanceof TypedValue.Percent || most instanceof TypedValue.Percent;
    }

    Optional<FeeBase> base() {
        return FeeBaseReader.ofCredits(List.of(stated)).or(() -> FeeBaseReader.ofLimit(List.of(stated)));
    }

    /** What some points cost, step by step. */
    Money due(BigDecimal total, @Nullable FeeLines fees, List<Derivation> workings) {
        BigDecimal counted = beyond(total);
        if (free.signum() > 0) {
            workings.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Input("points", total.toPlainString(), null),
                            new Input("free", free.toPlainString(), stated)),
                    counted.toPlainString()));
        }
        Input times = new Input("points that count", counted.toPlainString(), null);
        if (each instanceof TypedValue.Amount amount) {
            Money sum = amount.value().multipliedBy(counted).toMoney(RoundingMode.HALF_UP);
            workings.add(new Derivation(
                    Operation.PRODUCT, List.of(times, new Input("for each", each.display(), stated)), sum.toString()));
            return limited(sum, fees, workings);
        }
        BigDecimal share = ((TypedValue.Percent) each).value().multiply(counted);
        workings.add(new Derivation(
                Operation.PRODUCT,
                List.of(times, new Input("for each", each.display(), stated)),
                share.toPlainString() + " %"));
        if (most instanceof TypedValue.Percent limit && limit.value().compareTo(share) < 0) {
            workings.add(least(share.toPlainString() + " %", limit.value().toPlainString() + " %"));
            share = limit.value();
        }
        return limited(percent(share, Objects.requireNonNull(fees), workings), null, workings);
    }

    private Money limited(Money sum, @Nullable FeeLines fees, List<Derivation> workings) {
        Money limit = most instanceof TypedValue.Amount amount
                ? amount.value().toMoney(RoundingMode.HALF_UP)
                : fees != null && most instanceof TypedValue.Percent percent ? fees.percent(percent.value()) : sum;
        if (limit.getCurrencyUnit().equals(sum.getCurrencyUnit()) && limit.isLessThan(sum)) {
            workings.add(least(sum.toString(), limit.toString()));
            return limit;
        }
        return sum;
    }

    private static Money percent(BigDecimal share, FeeLines fees, List<Derivation> workings) {
        String net = fees.currency().getCode() + " " + fees.net().toPlainString();
        Money sum = fees.percent(share);
        workings.add(new Derivation(Operation.SUM, fees.inputs(), net));
        workings.add(new Derivation(
                Operation.PERCENT_OF,
                List.of(
                        new Input("deduction", share.toPlainString() + " %", null),
                        new Input(fees.base().name(), net, fees.base().meaning())),
                sum.toString()));
        return sum;
    }

    private Derivation least(String sum, String limit) {
        return new Derivation(
                Operation.LEAST,
                List.of(new Input("for the points", sum, null), new Input("most for the period", limit, stated)),
                limit);
    }
}
