package io.recital.models.ledger.delivery;

import io.recital.models.fact.Claim;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** What was claimed, given or refused for one late delivery. */
record DelaySettlement(BigDecimal claimed, BigDecimal given, boolean rejected) {
    private static final Pattern DELAY = Pattern.compile(
            "\\bdelay|\\blate\\b|lateness|liquidated|damages|penalt|verzug|vertragsstrafe|verspät",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REFUSED =
            Pattern.compile("reject|refus|declin|dismiss|withdraw|cancel", Pattern.CASE_INSENSITIVE);

    static DelaySettlement of(Facts facts, LateDelivery late, CurrencyUnit currency) {
        List<Claim> claims = facts.claims().stream()
                .filter(claim -> claim.currency().equals(currency)
                        && claim.contract().equals(late.purchase().contract())
                        && isFor(late, claim.subject(), claim.period()))
                .toList();
        BigDecimal claimed = sum(claims.stream()
                .filter(claim -> !REFUSED.matcher(claim.status()).find())
                .map(Claim::amount));
        BigDecimal credited = sum(facts.creditNotes().stream()
                .filter(note -> note.currency().equals(currency))
                .filter(note -> isFor(late, note.description(), note.period())
                        || (DELAY.matcher(note.description()).find()
                                && late.lines().stream()
                                        .anyMatch(line -> line.invoice().equals(note.invoice()))))
                .map(note -> note.net().abs()));
        BigDecimal deducted = sum(facts.invoiceLines().stream()
                .filter(line -> line.net().signum() < 0 && line.currency().equals(currency))
                .filter(line -> DELAY.matcher(line.description()).find()
                        && (line.order().equals(late.purchase().order())
                                || isFor(late, line.description(), line.service())))
                .map(line -> line.net().abs()));
        return new DelaySettlement(
                claimed,
                credited.max(deducted),
                claims.stream()
                        .anyMatch(claim -> REFUSED.matcher(claim.status()).find()));
    }

    /** Whether words about a delay name the delivery, or stand on a row for its days. */
    private static boolean isFor(LateDelivery late, String words, @org.jspecify.annotations.Nullable Period period) {
        if (!DELAY.matcher(words).find()) {
            return false;
        }
        boolean named = Stream.concat(
                        Stream.of(late.purchase().order()),
                        late.lines().stream().map(InvoiceLine::invoice))
                .filter(number -> number.length() > 2)
                .anyMatch(number -> words.toLowerCase(Locale.ROOT).contains(number.toLowerCase(Locale.ROOT)));
        return named
                || (period != null
                        && (period.holds(late.delivered()) || period.holds(late.promised()))
                        && (late.purchase().product().isBlank()
                                || period.days() < 25
                                || words.contains(late.purchase().product())));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal settled() {
        return claimed.max(given);
    }
}
