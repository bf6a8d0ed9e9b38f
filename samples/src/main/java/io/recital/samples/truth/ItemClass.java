package io.recital.samples.truth;

/** What kind of finding an item of the truth is; the classes of money are never mixed. */
public enum ItemClass {
    RECOVERABLE_OVERPAYMENT,
    UNCLAIMED_ENTITLEMENT,
    AVOIDABLE_MISSED_SAVING,
    UNEARNED_ACCRUAL,
    EXPOSURE,
    UNDER_BILLING,
    /** A breach with no money of its own. */
    BREACH,
    /** What looks like a claim and is none. */
    TRAP;

    boolean isMoney() {
        return this != BREACH && this != TRAP;
    }

    /** Whether it can be stated without an amount: what may be lost is not always known. */
    boolean mayLackAmount() {
        return this == EXPOSURE || !isMoney();
    }
}
