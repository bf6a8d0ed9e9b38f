package io.recital.models.governance;

import io.recital.models.fact.Period;
import io.recital.models.finding.LeverType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the business wants to reach, and the contracts that are to serve it.
 *
 * @param from the first day that counts towards it
 * @param until the last; null when it goes on
 * @param baseline what it is held against; null while none is agreed
 */
public record Objective(
        String title,
        String owner,
        Aim aim,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Baseline baseline,
        List<Link> links)
        implements GovernanceRecord {
    /** What is to get better. */
    public enum Aim {
        SAVINGS,
        REVENUE_GROWTH,
        EFFICIENCY
    }

    /** What shows it. */
    public enum Basis {
        /** Money that came back: claims that were settled and credit notes that came. */
        SETTLED_CLAIMS,
        /** What was invoiced, against what was invoiced before. */
        INVOICES,
        /** The average of the measure that is linked, against what it was before. */
        MEASUREMENTS
    }

    /**
     * What it was before.
     *
     * @param period when
     * @param amount invoiced in that time, without tax; null for other bases
     * @param value of the measure; null for other bases
     * @param agreedBy who agreed to it
     */
    public record Baseline(
            Basis basis,
            @Nullable Period period,
            @Nullable Money amount,
            @Nullable BigDecimal value,
            String agreedBy) {
        public Baseline {
            Stated.value(basis, "basis");
            agreedBy = Stated.text(agreedBy, "agreedBy");
            if (basis == Basis.INVOICES && (amount == null || period == null)) {
                throw new IllegalArgumentException("A baseline of invoices has an amount and the period it was for");
            }
            if (basis == Basis.MEASUREMENTS && value == null) {
                throw new IllegalArgumentException("A baseline of measurements has a value");
            }
        }
    }

    /**
     * A contract that serves it, and by what.
     *
     * @param lever by which it serves; null where it is the contract as a whole
     * @param measure name of the performance measure that shows it; null for none
     */
    public record Link(
            UUID contract,
            @Nullable LeverType lever,
            @Nullable String measure) {
        public Link {
            Stated.value(contract, "contract");
        }
    }

    public Objective {
        title = Stated.text(title, "title");
        owner = Stated.text(owner, "owner");
        Stated.value(aim, "aim");
        Stated.value(from, "from");
        links = links == null ? List.of() : List.copyOf(links);
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("An objective ends no earlier than it begins");
        }
        if (aim == Aim.EFFICIENCY && baseline != null && baseline.basis() != Basis.MEASUREMENTS) {
            throw new IllegalArgumentException("Efficiency is shown by measurements");
        }
        if (aim == Aim.REVENUE_GROWTH && baseline != null && baseline.basis() != Basis.INVOICES) {
            throw new IllegalArgumentException("Revenue growth is shown by invoices");
        }
        if (aim == Aim.SAVINGS && baseline != null && baseline.basis() == Basis.MEASUREMENTS) {
            throw new IllegalArgumentException("Savings are shown by settled claims or invoices");
        }
    }

    /** The days that count up to a day; empty before it begins. */
    public Optional<Period> windowOn(LocalDate asOf) {
        LocalDate last = until == null || until.isAfter(asOf) ? asOf : until;
        return last.isBefore(from) ? Optional.empty() : Optional.of(new Period(from, last));
    }

    public boolean isServedBy(UUID contract) {
        return links.stream().anyMatch(link -> link.contract().equals(contract));
    }

    @Override
    public Optional<UUID> findCounterparty() {
        return Optional.empty();
    }

    @Override
    public LocalDate since() {
        return from;
    }
}
