package io.recital.models.ledger.catalogue;

import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.delivery.LateDeliveryCheck;
import io.recital.models.ledger.duty.CeilingNoticeCheck;
import io.recital.models.ledger.duty.ObligationCheck;
import io.recital.models.ledger.duty.RenewalNoticeCheck;
import io.recital.models.ledger.duty.UnsignedCheck;
import io.recital.models.ledger.gain.GainShareCheck;
import io.recital.models.ledger.invoice.ApprovedQuantityCheck;
import io.recital.models.ledger.invoice.ConditionalChargeCheck;
import io.recital.models.ledger.invoice.DeliveredQuantityCheck;
import io.recital.models.ledger.invoice.DuplicateInvoiceCheck;
import io.recital.models.ledger.invoice.ExcludedChargeCheck;
import io.recital.models.ledger.invoice.ExpenseCheck;
import io.recital.models.ledger.invoice.ExpenseShareCheck;
import io.recital.models.ledger.invoice.FeeCapCheck;
import io.recital.models.ledger.invoice.GraduatedPriceCheck;
import io.recital.models.ledger.invoice.IndexedSurchargeCheck;
import io.recital.models.ledger.invoice.InvoiceCurrencyCheck;
import io.recital.models.ledger.invoice.OffHoursCheck;
import io.recital.models.ledger.invoice.OrderDiscountCheck;
import io.recital.models.ledger.invoice.OwnBreaksCheck;
import io.recital.models.ledger.invoice.PartPeriodCheck;
import io.recital.models.ledger.invoice.RateCheck;
import io.recital.models.ledger.invoice.RetroactivePriceCheck;
import io.recital.models.ledger.invoice.TaxExemptionCheck;
import io.recital.models.ledger.invoice.TrueUpCheck;
import io.recital.models.ledger.invoice.UnbilledUpliftCheck;
import io.recital.models.ledger.lever.MostFavouredCustomerCheck;
import io.recital.models.ledger.measure.BonusCheck;
import io.recital.models.ledger.measure.EarnBackCheck;
import io.recital.models.ledger.measure.LiquidatedDamagesCheck;
import io.recital.models.ledger.measure.PeriodPointsCheck;
import io.recital.models.ledger.measure.PointsCheck;
import io.recital.models.ledger.measure.ServiceCreditCheck;
import io.recital.models.ledger.measure.StricterTargetCheck;
import io.recital.models.ledger.milestone.DelayDamagesCheck;
import io.recital.models.ledger.milestone.EarlyBillingCheck;
import io.recital.models.ledger.milestone.RetentionCheck;
import io.recital.models.ledger.payment.EarlyPaymentCheck;
import io.recital.models.ledger.payment.EarlyPaymentDiscountCheck;
import io.recital.models.ledger.payment.LatePaymentCheck;
import io.recital.models.ledger.spend.AuditCostCheck;
import io.recital.models.ledger.spend.MinimumCommitmentCheck;
import io.recital.models.ledger.spend.MinimumRoyaltyCheck;
import io.recital.models.ledger.spend.RebateCheck;
import io.recital.models.ledger.spend.RoyaltyCheck;
import io.recital.models.ledger.spend.UnitRebateCheck;
import io.recital.models.ledger.stated.StatedChecks;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All checks, those that people stated before those of the house: where two claim the same money, the one that stands first keeps it. */
public final class Checks {
    private static final List<Check> HOUSE = List.of(
            new DuplicateInvoiceCheck(),
            new RateCheck(),
            new InvoiceCurrencyCheck(),
            new TrueUpCheck(),
            new GraduatedPriceCheck(),
            new PartPeriodCheck(),
            new OrderDiscountCheck(),
            new OwnBreaksCheck(),
            new ApprovedQuantityCheck(),
            new DeliveredQuantityCheck(),
            new RetroactivePriceCheck(),
            new ExpenseCheck(),
            new ExpenseShareCheck(),
            new OffHoursCheck(),
            new ExcludedChargeCheck(),
            new ConditionalChargeCheck(),
            new TaxExemptionCheck(),
            new IndexedSurchargeCheck(),
            new FeeCapCheck(),
            new UnbilledUpliftCheck(),
            new ServiceCreditCheck(),
            new LiquidatedDamagesCheck(),
            new LateDeliveryCheck(),
            new PointsCheck(),
            new PeriodPointsCheck(),
            new StricterTargetCheck(),
            new EarnBackCheck(),
            new BonusCheck(),
            new GainShareCheck(),
            new DelayDamagesCheck(),
            new EarlyBillingCheck(),
            new RetentionCheck(),
            new RebateCheck(LeverType.REBATE),
            new UnitRebateCheck(),
            new RebateCheck(LeverType.VOLUME_DISCOUNT),
            new MinimumCommitmentCheck(),
            new RoyaltyCheck(),
            new MinimumRoyaltyCheck(),
            new AuditCostCheck(),
            new MostFavouredCustomerCheck(),
            new ObligationCheck(),
            new RenewalNoticeCheck(),
            new CeilingNoticeCheck(),
            new UnsignedCheck(),
            new EarlyPaymentDiscountCheck(),
            new EarlyPaymentCheck(),
            new LatePaymentCheck());

    private static final List<Check> ALL = Stream.concat(
                    Stream.of(new StatedChecks()), HOUSE.stream().map(BesideStated::new))
            .toList();

    private Checks() {}

    public static List<Check> all() {
        return ALL;
    }

    /** What all of them found in order, by period. */
    public static List<InOrder> listInOrder(Dossier dossier) {
        return ALL.stream()
                .flatMap(check -> check.listInOrder(dossier).stream())
                .sorted(Comparator.comparing(found -> found.period().from()))
                .toList();
    }

    /** A check of the house, which leaves alone what somebody stated the check of. */
    private record BesideStated(Check check) implements Check {
        private record Rest(Dossier dossier) {}

        @Override
        public List<Outcome> run(Dossier dossier) {
            return check.run(rest(dossier));
        }

        @Override
        public List<InOrder> listInOrder(Dossier dossier) {
            return check.listInOrder(rest(dossier));
        }

        @Override
        public Class<? extends Check> rule() {
            return check.rule();
        }

        private static Dossier rest(Dossier dossier) {
            return dossier.reading(Rest.class, all -> new Rest(StatedChecks.withoutStated(all)))
                    .dossier();
        }
    }
}
