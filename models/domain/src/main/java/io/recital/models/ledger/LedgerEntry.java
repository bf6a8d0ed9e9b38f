package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of value leakage, with all that it was computed from.
 *
 * @param period what it is about
 * @param amount positive, rounded to the currency's smallest unit, without tax unless the clause says otherwise
 * @param rests the findings it was computed by; at least one
 * @param rows ids of the performance facts it was computed from, by kind: {@code invoice-line:K-INV-1}
 * @param workings the computation, step by step; the last result is the amount
 * @param recoverableUntil last day on which it can still be claimed, from a cited clause; null when no clause says
 * @param confidence between 0 and 1: how sure it is that facts and findings belong together
 * @param claimed whose money it is, so that it is counted once
 * @param disputedSince from when somebody says that a row it rests on is wrong; null where nobody does
 */
public record LedgerEntry(
        String check,
        LeakageClass leakage,
        String title,
        Period period,
        Money amount,
        List<Finding> rests,
        List<String> rows,
        List<Derivation> workings,
        @Nullable LocalDate recoverableUntil,
        double confidence,
        Claimed claimed,
        @Nullable LocalDate disputedSince)
        implements Outcome {
    /** An entry that nobody disputes, of the price of its invoice lines, or of what its first clause gives for its rows. */
    public LedgerEntry(
            String check,
            LeakageClass leakage,
            String title,
            Period period,
            Money amount,
            List<Finding> rests,
            List<String> rows,
            List<Derivation> workings,
            @Nullable LocalDate recoverableUntil,
            double confidence) {
        this(
                check,
                leakage,
                title,
                period,
                amount,
                rests,
                rows,
                workings,
                recoverableUntil,
                confidence,
                Claimed.usual(leakage, rests, rows),
                null);
    }

    public LedgerEntry {
        requireNonNull(check, "check");
        requireNonNull(leakage, "leakage");
        requireNonNull(title, "title");
        requireNonNull(period, "period");
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
        workings = List.copyOf(workings);
        requireNonNull(claimed, "claimed");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A ledger entry is about an amount of money: " + amount);
        }
        if (rests.isEmpty() || workings.isEmpty()) {
            throw new IllegalArgumentException("Nothing without evidence: an entry names its clauses and its workings");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence is between 0 and 1: " + confidence);
        }
    }

    /** Whether it rests on a finding that nobody has accepted: then it is totalled apart and no claim letter asks for it. */
    public boolean isProvisional() {
        return rests.stream().anyMatch(Finding::isProvisional);
    }

    /** Whether some of its money is also that of another entry. */
    boolean claimsMoneyOf(LedgerEntry other) {
        return leakage == other.leakage && period.overlaps(other.period) && claimed.touches(other.claimed);
    }

    /** Whether its class may be claimed by anybody, and nothing bars it on a day. */
    public boolean isClaimableOn(LocalDate day) {
        return leakage.isClaimable() && isFreeToBeClaimedOn(day);
    }

    /** Whether nothing bars a claim letter from asking for it on a day, where its class may be claimed. */
    public boolean isFreeToBeClaimedOn(LocalDate day) {
        return !isProvisional() && !isLapsedOn(day) && !isDisputed();
    }

    /** Whether somebody says that a row it rests on is wrong: until that is settled no claim letter asks for it. */
    public boolean isDisputed() {
        return disputedSince != null;
    }

    /** The same, about other days: the matter may have begun before the rows that claim for it. */
    public LedgerEntry about(Period days) {
        return new LedgerEntry(
                check,
                leakage,
                title,
                days,
                amount,
                rests,
                rows,
                workings,
                recoverableUntil,
                confidence,
                claimed,
                disputedSince);
    }

    /**
     * The same with what is disputed.
     *
     * @param disputed rows by kind, each with the day since when
     */
    LedgerEntry withDisputes(Map<String, LocalDate> disputed) {
        LocalDate since = rows.stream()
                .map(disputed::get)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return Objects.equals(since, disputedSince) ? this : with(claimed, since);
    }

    /** The same where other money is claimed than the usual. */
    public LedgerEntry claiming(Claimed other) {
        return with(other, disputedSince);
    }

    private LedgerEntry with(Claimed what, @Nullable LocalDate since) {
        return new LedgerEntry(
                check,
                leakage,
                title,
                period,
                amount,
                rests,
                rows,
                workings,
                recoverableUntil,
                confidence,
                what,
                since);
    }

    /** Whether the last day on which it could be claimed is over: then it is lost. */
    public boolean isLapsedOn(LocalDate day) {
        return recoverableUntil != null && recoverableUntil.isBefore(day);
    }

    /** Check, period and facts. */
    @Override
    public String key() {
        return check + " " + period + " " + String.join(" ", new TreeSet<>(rows));
    }
}
