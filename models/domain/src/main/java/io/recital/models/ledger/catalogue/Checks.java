package io.recital.models.ledger.catalogue;

import io.recital.models.ledger.Check;
import io.recital.models.ledger.measure.ServiceCreditCheck;
import io.recital.models.ledger.milestone.DelayDamagesCheck;
import io.recital.models.ledger.milestone.EarlyBillingCheck;
import io.recital.models.ledger.milestone.RetentionCheck;
import io.recital.models.ledger.payment.EarlyPaymentCheck;
import io.recital.models.ledger.payment.EarlyPaymentDiscountCheck;
import io.recital.models.ledger.payment.LatePaymentCheck;
import java.util.List;

/** The checks of the house, in one place: where two claim the same money, the one that stands first keeps it. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new ServiceCreditCheck(),
            new DelayDamagesCheck(),
            new EarlyBillingCheck(),
            new RetentionCheck(),
            new EarlyPaymentDiscountCheck(),
            new EarlyPaymentCheck(),
            new LatePaymentCheck());

    private Checks() {}

    public static List<Check> all() {
        return ALL;
    }
}
