package io.recital.models.ledger.gain;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is shared of a period's saving or overspending, and to whom it flows.
 *
 * @param amount null where something is missing or nothing is shared
 * @param missing the inputs without which it is not known; empty otherwise
 */
record GainShareDue(
        Period period,
        boolean saved,
        GainShareTerm.Flow flow,
        @Nullable Money amount,
        String missing,
        List<Finding> rests,
        List<Derivation> workings,
        List<String> rows) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    GainShareDue {
        rests = List.copyOf(rests);
        workings = List.copyOf(workings);
        rows = List.copyOf(rows);
    }

    /** The share by one term; empty where it is not about what happened, such as a gain where too much was spent. */
    static Optional<GainShareDue> of(GainShareTerm term, VerifiedSaving saving) {
        Money amount = saving.amount();
        if (amount == null) {
            return term.isOfSavings()
                    ? Optional.of(open(term, saving, true, String.join("; ", saving.missing())))
                    : Optional.empty();
        }
        boolean saved = amount.isPositive();
        if (amount.isZero() || (saved ? !term.isOfSavings() : !term.isOfOverspending())) {
            return Optional.empty();
        }
        if (term.flow(saved) == GainShareTerm.Flow.UNTOLD) {
            return Optional.of(open(term, saving, saved, "to which side the share goes"));
        }
        List<Derivation> steps = new ArrayList<>(saving.workings());
        Optional<Money> share = saved || term.tiers().isEmpty()
                ? share(term, saved ? amount : amount.negated(), steps)
                : Optional.empty();
        if (share.isEmpty()) {
            return Optional.of(open(term, saving, saved, "the share of each side"));
        }
        Optional<Money> cap = term.cap(saving.baseline());
        if (term.hasCap() && cap.isEmpty()) {
            return Optional.of(open(term, saving, saved, "what the cap of the share comes to"));
        }
        return Optional.of(new GainShareDue(
                saving.period(),
                saved,
                term.flow(saved),
                cap.map(most -> least(term, share.get(), most, steps)).orElse(share.get()),
                "",
                term.findings(),
                steps,
                saving.rows()));
    }

    private static GainShareDue open(GainShareTerm term, VerifiedSaving saving, boolean saved, String missing) {
        return new GainShareDue(
                saving.period(),
                saved,
                GainShareTerm.Flow.UNTOLD,
                null,
                missing,
                term.findings(),
                List.of(),
                saving.rows());
    }

    private static Optional<Money> share(GainShareTerm term, Money apart, List<Derivation> steps) {
        if (term.tiers().isEmpty()) {
            return term.share()
                    .filter(percent -> percent.compareTo(HUNDRED) <= 0)
                    .map(percent -> {
                        Money money = percentOf(percent, apart);
                        steps.add(new Derivation(
                                Operation.PERCENT_OF,
                                List.of(
                                        new Input("share", percent.toPlainString() + " %", term.stated()),
                                        new Input("to be shared", apart.toString(), null)),
                                money.toString()));
                        return money;
                    });
        }
        return byBands(term, apart, steps);
    }

    /** Each band on the part of the saving within it. */
    private static Optional<Money> byBands(GainShareTerm term, Money apart, List<Derivation> steps) {
        List<Input> parts = new ArrayList<>();
        Money sum = Money.zero(apart.getCurrencyUnit());
        for (Tier tier : term.tiers()) {
            if (!(tier.value() instanceof TypedValue.Percent percent)) {
                return Optional.empty();
            }
            Money from = bound(tier.from(), apart);
            Money to = tier.to() == null ? apart : bound(tier.to(), apart);
            Money top = to.isGreaterThan(apart) ? apart : to;
            if (top.isGreaterThan(from)) {
                Money within = top.minus(from);
                Money part = percentOf(percent.value(), within);
                steps.add(new Derivation(
                        Operation.DIFFERENCE,
                        List.of(
                                new Input("saving up to", top.toString(), null),
                                new Input("what lies below the band", from.toString(), null)),
                        within.toString()));
                steps.add(new Derivation(
                        Operation.PERCENT_OF,
                        List.of(
                                new Input("share of the band", percent.display(), term.stated()),
                                new Input("saving within the band", within.toString(), null)),
                        part.toString()));
                parts.add(new Input("of the band", part.toString(), null));
                sum = sum.plus(part);
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        steps.add(new Derivation(Operation.SUM, parts, sum.toString()));
        return Optional.of(sum);
    }

    private static Money bound(@Nullable BigDecimal bound, Money apart) {
        return bound == null
                ? Money.zero(apart.getCurrencyUnit())
                : Money.of(apart.getCurrencyUnit(), bound, RoundingMode.HALF_UP);
    }

    private static Money least(GainShareTerm term, Money share, Money most, List<Derivation> steps) {
        if (!most.getCurrencyUnit().equals(share.getCurrencyUnit()) || !share.isGreaterThan(most)) {
            return share;
        }
        steps.add(new Derivation(
                Operation.LEAST,
                List.of(new Input("share", share.toString(), null), new Input("cap", most.toString(), term.stated())),
                most.toString()));
        return most;
    }

    private static Money percentOf(BigDecimal percent, Money amount) {
        return amount.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
    }
}
