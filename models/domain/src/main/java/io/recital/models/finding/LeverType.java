package io.recital.models.finding;

import java.util.Locale;

/** The commercial levers: rights and terms that move money or leverage. */
public enum LeverType {
    PRICE_ADJUSTMENT,
    VOLUME_DISCOUNT,
    REBATE,
    RATE_CARD,
    MINIMUM_COMMITMENT,
    VOLUME_RESTRICTION,
    MOST_FAVOURED_CUSTOMER,
    PAYMENT_TERM,
    EARLY_PAYMENT_DISCOUNT,
    LATE_PAYMENT_INTEREST,
    LIQUIDATED_DAMAGES,
    GAIN_OR_REVENUE_SHARE,
    LIABILITY_CAP,
    TERMINATION_FOR_CONVENIENCE,
    RENEWAL,
    EXCLUSIVITY,
    AUDIT,
    BENCHMARKING;

    /** In lower case with hyphens, such as {@code volume-discount}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
