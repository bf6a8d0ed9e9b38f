package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The money of one class and currency; nothing is ever added up across either.
 *
 * @param certain rests on accepted findings only
 * @param provisional rests on a finding that nobody has accepted, or on a row that somebody disputes
 * @param lapsed could have been claimed, and cannot any more
 */
public record LedgerTotal(LeakageClass leakage, Money certain, Money provisional, Money lapsed) {
    public LedgerTotal {
        requireNonNull(leakage, "leakage");
        if (!certain.getCurrencyUnit().equals(provisional.getCurrencyUnit())
                || !certain.getCurrencyUnit().equals(lapsed.getCurrencyUnit())) {
            throw new IllegalArgumentException("A total is in one currency");
        }
    }

    static LedgerTotal none(LeakageClass leakage, CurrencyUnit currency) {
        Money zero = Money.zero(currency);
        return new LedgerTotal(leakage, zero, zero, zero);
    }

    public CurrencyUnit currency() {
        return certain.getCurrencyUnit();
    }

    LedgerTotal plus(LedgerTotal other) {
        return new LedgerTotal(
                leakage, certain.plus(other.certain), provisional.plus(other.provisional), lapsed.plus(other.lapsed));
    }
}
