package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The liquidated damages of a month under one contract: counted, waived, limited, and less what was given. */
final class DamagesSum {
    private final Dossier dossier;
    private final String contract;
    private final Period month;
    private final List<MeasureResult> results;
    private final List<Derivation> workings = new ArrayList<>();
    private final Set<String> rows = new LinkedHashSet<>();
    private final Set<Finding> rests = new LinkedHashSet<>();
    private double confidence = 1;
    private @Nullable Money credited;

    DamagesSum(Dossier dossier, String contract, Period month, List<MeasureResult> results) {
        this.dossier = dossier;
        this.contract = contract;
        this.month = month;
        this.results = results.stream()
                .filter(result ->
                        result.contract().equals(contract) && result.period().equals(month))
                .toList();
    }

    /** What is open of them; empty when nothing is due, or all was claimed or given. */
    Optional<Outcome> of(List<DamagesTerm> terms) {
        terms.forEach(term -> rests.add(term.finding()));
        @Nullable Money total = null;
        for (DamagesTerm term : terms) {
            TermDamages damages = new TermDamages(dossier, contract, month, results, term);
            Money money = damages.money().orElse(null);
            rests.addAll(damages.rests());
            if (!damages.missing().isEmpty()) {
                return Optional.of(notCheckable(damages.missing()));
            }
            workings.addAll(damages.workings());
            rows.addAll(damages.rows());
            confidence = Math.min(confidence, damages.confidence());
            if (money != null) {
                if (total != null && !total.getCurrencyUnit().equals(money.getCurrencyUnit())) {
                    return Optional.of(notCheckable("one currency for all liquidated damages of " + month));
                }
                total = total == null ? money : total.plus(money);
            }
        }
        return total == null ? Optional.empty() : besideCredits(terms, total);
    }

    /** Where credits for the same miss are deducted from damages only the rest is due, and none where they are its only remedy. */
    private Optional<Outcome> besideCredits(List<DamagesTerm> terms, Money total) {
        List<String> conditions =
                terms.stream().flatMap(term -> term.condition().stream()).toList();
        List<MeasureResult> same = results.stream()
                .filter(MeasureResult::isMissed)
                .filter(result -> conditions.stream().anyMatch(words -> TermDamages.isNamed(result.measure(), words)))
                .toList();
        List<CreditDue> credits =
                same.isEmpty() ? List.of() : CreditDues.of(dossier, same).dues();
        CreditTreatment treatment = MissRules.of(dossier).treatment(contract, month);
        if (credits.isEmpty()
                || (treatment.sole().isEmpty() && treatment.deducted().isEmpty())) {
            return open(terms, total);
        }
        if (treatment.deducted().isEmpty()) {
            return Optional.of(notCheckable("whether damages are due beside the credits of " + month
                    + ", which the contract calls the only remedy for the miss"));
        }
        credited = credits.stream()
                .map(CreditDue::due)
                .filter(due -> due.getCurrencyUnit().equals(total.getCurrencyUnit()))
                .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
        return open(terms, total);
    }

    /** What is left of damages after the credits that are deducted from them. */
    private Money lessCredits(Money due) {
        Money credits = credited;
        if (credits == null || credits.isZero()) {
            return due;
        }
        Money rest = credits.isLessThan(due) ? due.minus(credits) : Money.zero(due.getCurrencyUnit());
        workings.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Input("damages", due.toString(), null),
                        new Input(
                                "credits for the same miss",
                                due.minus(rest).toString(),
                                MissRules.of(dossier)
                                        .treatment(contract, month)
                                        .deducted()
                                        .orElse(null))),
                rest.toString()));
        return rest;
    }

    private Optional<Outcome> open(List<DamagesTerm> terms, Money total) {
        Optional<Money> most = most(terms.get(0));
        if (terms.get(0).cap().isPresent() && most.isEmpty()) {
            return Optional.of(
                    notCheckable("invoice lines that the limit of the damages of " + month + " is computed on"));
        }
        Money capped = most.filter(total::isGreaterThan).orElse(total);
        addTotal(terms, total, capped);
        Money due = lessCredits(capped);
        Settlement settlement = Settlement.of(
                dossier.facts(), contract, month, CreditWords.Sort.DAMAGES, List.of(), total.getCurrencyUnit());
        Optional<ClaimWindow.Deadline> deadline = terms.get(0)
                .claimWindow()
                .map(window -> window.deadline(
                        terms.get(0).unit(),
                        month,
                        results.stream()
                                .flatMap(result -> result.measurements().stream())
                                .toList(),
                        dossier.facts()));
        return dossier.isOfASeller() ? exposure(due, settlement, deadline) : entitlement(due, settlement, deadline);
    }

    private Optional<Outcome> entitlement(Money due, Settlement settlement, Optional<ClaimWindow.Deadline> deadline) {
        boolean rejectedInTime = settlement.claims().isEmpty()
                && settlement.rejected().stream()
                        .anyMatch(claim -> deadline.isEmpty()
                                || !claim.sentOn().isAfter(deadline.get().last()));
        if (rejectedInTime) {
            return Optional.of(notCheckable("the ground on which the claim for " + month + " was rejected"));
        }
        return entry(
                LeakageClass.UNCLAIMED_ENTITLEMENT, due, settlement.openOf(due), deadline, "have not been claimed");
    }

    private Optional<Outcome> exposure(Money due, Settlement settlement, Optional<ClaimWindow.Deadline> deadline) {
        Money claimed =
                settlement.claimedBy(deadline.map(ClaimWindow.Deadline::last).orElse(null));
        Money owed = claimed.isLessThan(due) ? claimed : due;
        Money open = owed.minus(settlement.credited());
        return open.isPositive()
                ? entry(LeakageClass.EXPOSURE, due, open, Optional.empty(), "were claimed and have not been given")
                : Optional.empty();
    }

    private Optional<Outcome> entry(
            LeakageClass leakage, Money due, Money open, Optional<ClaimWindow.Deadline> deadline, String what) {
        if (!open.isPositive()) {
            return Optional.empty();
        }
        List<Derivation> steps = new ArrayList<>();
        deadline.ifPresent(last -> steps.add(last.working()));
        deadline.flatMap(ClaimWindow.Deadline::row).ifPresent(cell -> rows.add(cell.kind() + ":" + cell.row()));
        steps.addAll(workings);
        if (!open.isEqual(due)) {
            steps.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Input("damages", due.toString(), null),
                            new Input("claimed or given", due.minus(open).toString(), null)),
                    open.toString()));
        }
        return Optional.of(new LedgerEntry(
                LiquidatedDamagesCheck.NAME,
                leakage,
                "Liquidated damages for " + month + " " + what,
                month,
                open,
                List.copyOf(rests),
                List.copyOf(rows),
                steps,
                deadline.map(ClaimWindow.Deadline::last).orElse(null),
                confidence));
    }

    private void addTotal(List<DamagesTerm> terms, Money total, Money due) {
        List<Input> parts = workings.stream()
                .filter(step -> step.operation() == Operation.PRODUCT)
                .map(step -> new Input(step.inputs().get(0).what(), step.result(), null))
                .toList();
        if (parts.size() > 1) {
            workings.add(new Derivation(Operation.SUM, parts, total.toString()));
        }
        if (!due.isEqual(total)) {
            @Nullable
            Citation words = FeeBaseReader.ofLimit(terms.get(0).words())
                    .map(FeeBase::stated)
                    .orElse(null);
            workings.add(new Derivation(
                    Operation.LEAST,
                    List.of(
                            new Input("damages together", total.toString(), null),
                            new Input("most for the month", due.toString(), words)),
                    due.toString()));
        }
    }

    private Optional<Money> most(DamagesTerm term) {
        TypedValue cap = term.cap().orElse(null);
        if (cap instanceof TypedValue.Amount amount) {
            return Optional.of(amount.value().toMoney(RoundingMode.HALF_UP));
        }
        if (!(cap instanceof TypedValue.Percent percent)) {
            return Optional.empty();
        }
        Optional<FeeLines> lines =
                FeeBaseReader.ofLimit(term.words()).flatMap(base -> InvoicedFee.find(base, contract, month, dossier));
        lines.ifPresent(found -> {
            rows.addAll(found.rows());
            confidence = Math.min(confidence, found.confidence());
        });
        return lines.map(found -> found.percent(percent.value()));
    }

    private NotCheckable notCheckable(String missing) {
        return new NotCheckable(
                LiquidatedDamagesCheck.NAME,
                "Liquidated damages for " + month + " cannot be computed",
                missing,
                List.copyOf(rests));
    }
}
