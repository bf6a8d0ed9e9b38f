package io.recital.models.governance.report;

import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.governance.GainShare;
import io.recital.models.governance.GainShare.Band;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a gain-share comes to, and who pays it.
 *
 * @param amount null where it is not checkable or nothing is payable
 * @param missing the inputs without which it is not checkable; empty otherwise
 * @param rests the clause, where it was found
 */
public record GainShareResult(
        State state, @Nullable Money amount, String missing, List<Finding> rests, List<Derivation> workings) {
    /** Who owes whom. */
    public enum State {
        PAYABLE_BY_US,
        PAYABLE_TO_US,
        NOTHING_PAYABLE,
        NOT_CHECKABLE
    }

    public GainShareResult {
        rests = List.copyOf(rests);
        workings = List.copyOf(workings);
    }

    public static GainShareResult of(GainShare share, Dossier dossier) {
        Optional<FamilyMember> member = dossier.family().find(share.contract());
        List<Finding> clause = member.map(FamilyMember::findings).orElse(List.of()).stream()
                .filter(finding -> finding.content() instanceof CommercialLever lever
                        && lever.lever() == LeverType.GAIN_OR_REVENUE_SHARE)
                .toList();
        TenantRole role = member.map(found -> found.contract().role()).orElse(TenantRole.UNKNOWN);
        List<String> missing = missing(share, role, dossier.asOf());
        if (!missing.isEmpty()) {
            return new GainShareResult(State.NOT_CHECKABLE, null, String.join("; ", missing), clause, List.of());
        }
        return new Sum(share, clause, role == TenantRole.BUYER).result();
    }

    private static List<String> missing(GainShare share, TenantRole role, LocalDate asOf) {
        List<String> missing = new ArrayList<>();
        if (role != TenantRole.BUYER && role != TenantRole.SELLER && role != TenantRole.LICENSOR) {
            missing.add("which side does the work and which one pays for it (the tenant's role in the contract)");
        }
        if (!share.period().to().isBefore(asOf.plusDays(1))) {
            missing.add("the end of the period on " + share.period().to());
        }
        if (share.baseline() == null) {
            missing.add("a baseline that both sides agreed to");
        }
        if (share.verified() == null || share.verified().on().isAfter(asOf)) {
            missing.add("verified savings");
        }
        if (share.bands().isEmpty()) {
            missing.add("the bands of the share");
        }
        if (share.painShare() == null) {
            missing.add("the pain share");
        }
        if (share.cap() == null) {
            missing.add("the cap");
        }
        return missing;
    }

    /** One computation. */
    private static final class Sum {
        private final GainShare share;
        private final List<Finding> clause;
        private final boolean isOfABuyer;
        private final List<Derivation> workings = new ArrayList<>();

        Sum(GainShare share, List<Finding> clause, boolean isOfABuyer) {
            this.share = share;
            this.clause = clause;
            this.isOfABuyer = isOfABuyer;
        }

        GainShareResult result() {
            GainShare.Baseline baseline = required(share.baseline());
            GainShare.Verified verified = required(share.verified());
            Money saving = baseline.amount().minus(verified.cost());
            step(
                    Operation.DIFFERENCE,
                    saving,
                    input(
                            "baseline, agreed by " + baseline.agreedByUs() + " and " + baseline.agreedByThem(),
                            baseline.amount()),
                    input("cost, verified by " + verified.by() + " on " + verified.on(), verified.cost()));
            if (saving.isZero()) {
                return result(State.NOTHING_PAYABLE, null);
            }
            Money due = capped(saving.isPositive() ? gain(saving) : pain(saving.negated()));
            boolean byUs = saving.isPositive() == isOfABuyer;
            return due.isZero()
                    ? result(State.NOTHING_PAYABLE, null)
                    : result(byUs ? State.PAYABLE_BY_US : State.PAYABLE_TO_US, due);
        }

        private GainShareResult result(State state, @Nullable Money amount) {
            return new GainShareResult(state, amount, "", clause, workings);
        }

        /** Each band on the part of the saving within it. */
        private Money gain(Money saving) {
            Money floor = Money.zero(saving.getCurrencyUnit());
            List<Input> parts = new ArrayList<>();
            Money sum = floor;
            for (Band band : share.bands()) {
                Money end = band.upTo();
                Money top = end == null || end.isGreaterThan(saving) ? saving : end;
                if (!top.isGreaterThan(floor)) {
                    break;
                }
                Money within = top.minus(floor);
                Money part = percentOf(band.percent(), within);
                step(
                        Operation.DIFFERENCE,
                        within,
                        input("saving up to", top),
                        input("what lies below the band", floor));
                step(
                        Operation.PERCENT_OF,
                        part,
                        new Input("share of the band", band.percent().toPlainString() + " %", null),
                        input("saving within the band", within));
                parts.add(input("of the band", part));
                sum = sum.plus(part);
                floor = top;
            }
            step(Operation.SUM, sum, parts.toArray(Input[]::new));
            return sum;
        }

        private Money pain(Money overrun) {
            BigDecimal percent = required(share.painShare());
            Money part = percentOf(percent, overrun);
            step(
                    Operation.PERCENT_OF,
                    part,
                    new Input("pain share", percent.toPlainString() + " %", null),
                    input("cost above the baseline", overrun));
            return part;
        }

        private Money capped(Money due) {
            Money cap = required(share.cap());
            Money least = due.isGreaterThan(cap) ? cap : due;
            step(Operation.LEAST, least, input("that", due), input("cap", cap));
            return least;
        }

        private static Money percentOf(BigDecimal percent, Money amount) {
            return amount.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
        }

        private void step(Operation operation, Money result, Input... inputs) {
            workings.add(new Derivation(operation, List.of(inputs), result.toString()));
        }

        private static Input input(String what, Money amount) {
            return new Input(what, amount.toString(), null);
        }

        private static <T> T required(@Nullable T value) {
            return java.util.Objects.requireNonNull(value);
        }
    }
}
