package io.recital.models.ledger.score;

import static java.util.Objects.requireNonNull;

import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What clauses gave in money, in one currency, and what became of it.
 *
 * @param realised what was credited
 * @param open what can still be asked for, accepted or not
 * @param lapsed what nobody can ask for any more
 * @param missed savings that were let pass
 */
public record NegotiatedValue(Money realised, Money open, Money lapsed, Money missed) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public NegotiatedValue {
        requireNonNull(realised, "realised");
        requireNonNull(open, "open");
        requireNonNull(lapsed, "lapsed");
        requireNonNull(missed, "missed");
    }

    /**
     * One for each currency.
     *
     * @param credited by the other side, without tax
     * @param totals of the ledger
     */
    public static List<NegotiatedValue> of(Map<CurrencyUnit, BigDecimal> credited, Collection<LedgerTotal> totals) {
        return Stream.concat(
                        credited.keySet().stream(),
                        totals.stream()
                                .filter(total -> total.leakage().isClaimable()
                                        || total.leakage() == LeakageClass.AVOIDABLE_MISSED_SAVING)
                                .map(LedgerTotal::currency))
                .distinct()
                .sorted()
                .map(currency -> of(currency, credited, totals))
                .toList();
    }

    private static NegotiatedValue of(
            CurrencyUnit currency, Map<CurrencyUnit, BigDecimal> credited, Collection<LedgerTotal> totals) {
        Money open = Money.zero(currency);
        Money lapsed = open;
        Money missed = open;
        for (LedgerTotal total : totals) {
            if (total.currency().equals(currency) && total.leakage().isClaimable()) {
                open = open.plus(total.certain()).plus(total.provisional());
                lapsed = lapsed.plus(total.lapsed());
            } else if (total.currency().equals(currency) && total.leakage() == LeakageClass.AVOIDABLE_MISSED_SAVING) {
                missed = missed.plus(total.certain()).plus(total.provisional());
            }
        }
        BigDecimal realised = credited.getOrDefault(currency, BigDecimal.ZERO);
        return new NegotiatedValue(Money.of(currency, realised, RoundingMode.HALF_UP), open, lapsed, missed);
    }

    /** All of it. */
    public Money negotiated() {
        return realised.plus(open).plus(lapsed).plus(missed);
    }

    /** The part that came in; empty where there was nothing. */
    public Optional<BigDecimal> percent() {
        return negotiated().isPositive()
                ? Optional.of(realised.getAmount()
                        .multiply(HUNDRED)
                        .divide(negotiated().getAmount(), 1, RoundingMode.HALF_UP))
                : Optional.empty();
    }
}
