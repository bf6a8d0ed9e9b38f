package io.recital.models.ledger;

import java.util.Locale;

/** The classes of value leakage; they are never mixed or added up together. */
public enum LeakageClass {
    /** Paid although it was not owed. */
    RECOVERABLE_OVERPAYMENT,
    /** Owed to the tenant by the contract, and not claimed or credited yet. */
    UNCLAIMED_ENTITLEMENT,
    /** A saving that the tenant let pass; gone. */
    AVOIDABLE_MISSED_SAVING,
    /** Booked or expected, and not earned yet. */
    UNEARNED_ACCRUAL,
    /** What the other side may ask of the tenant. */
    EXPOSURE,
    /** Invoiced too little: by the tenant where it sells, by the supplier where it buys. */
    UNDER_BILLING;

    /** Whether a claim letter may ask for it. */
    public boolean isClaimable() {
        return this == RECOVERABLE_OVERPAYMENT || this == UNCLAIMED_ENTITLEMENT;
    }

    /** In lower case with hyphens, such as {@code recoverable-overpayment}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
