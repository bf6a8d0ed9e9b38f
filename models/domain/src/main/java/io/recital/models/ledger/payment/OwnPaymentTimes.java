package io.recital.models.ledger.payment;

import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.TypedValue;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sums for single results that a contract pays at a time of their own, such as thirty days after acceptance: its general time
 * for payment is not theirs.
 *
 * @param sums of milestones whose own words say when they are paid
 */
record OwnPaymentTimes(List<TypedValue.Amount> sums) {
    private static final Pattern WHEN = Pattern.compile(
            "\\b(?:pa(?:y|id|yable|yments?)|due|receives?)\\b[^.;]{0,160}?\\b" + SpelledNumber.REGEX
                    + "\\s+(?:(?:business|working|banking|calendar)\\s+)?(?:days?|weeks?|months?)\\s+(?:after|from|of|following)\\b"
                    + "|\\bwithin\\s+" + SpelledNumber.REGEX
                    + "\\s+(?:(?:business|working|banking|calendar)\\s+)?(?:days?|weeks?|months?)\\s+(?:after|from|of|following)\\b[^.;]{0,80}?\\b(?:accept|complet|sign|approv|declar)",
            Pattern.CASE_INSENSITIVE);

    OwnPaymentTimes {
        sums = List.copyOf(sums);
    }

    static OwnPaymentTimes of(ContractFamily family) {
        return new OwnPaymentTimes(family.members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding -> finding.content() instanceof Milestone
                        && finding.citations().stream()
                                .map(Citation::quote)
                                .anyMatch(quote -> WHEN.matcher(quote).find()))
                .map(finding -> ((Milestone) finding.content()).payment())
                .filter(TypedValue.Amount.class::isInstance)
                .map(TypedValue.Amount.class::cast)
                .toList());
    }

    /** Whether an invoice asks for such sums and nothing else; a part may have been kept back of it. */
    boolean include(Invoice invoice) {
        return invoice.lines().stream()
                .allMatch(line -> sums.stream()
                        .filter(sum -> sum.value().getCurrencyUnit().equals(line.currency()))
                        .anyMatch(sum -> isOf(line.net(), sum.value().getAmount())));
    }

    private static boolean isOf(BigDecimal net, BigDecimal sum) {
        BigDecimal least = sum.multiply(new BigDecimal("0.8"));
        return net.compareTo(sum) == 0
                || (net.compareTo(least) >= 0
                        && net.compareTo(sum) < 0
                        && net.multiply(BigDecimal.valueOf(100)).remainder(sum).signum() == 0);
    }
}
