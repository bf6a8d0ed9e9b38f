package io.recital.models.governance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may go wrong.
 *
 * @param counterparty null for a risk of all contracts
 * @param likelihood 1 (hardly) to 5 (almost certain)
 * @param impact 1 (hardly felt) to 5 (threatens the business)
 * @param reviewOn when it is to be looked at again
 * @param closedOn null while it is there
 */
public record Risk(
        @Nullable UUID counterparty,
        String title,
        int likelihood,
        int impact,
        String owner,
        String mitigation,
        LocalDate raisedOn,
        LocalDate reviewOn,
        @Nullable LocalDate closedOn)
        implements GovernanceRecord {
    private static final int MOST = 5;
    private static final int HIGH = 15;
    private static final int MEDIUM = 6;

    /** How much attention it needs. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }

    public Risk {
        title = Stated.text(title, "title");
        owner = Stated.text(owner, "owner");
        mitigation = Stated.text(mitigation, "mitigation");
        Stated.value(raisedOn, "raisedOn");
        Stated.value(reviewOn, "reviewOn");
        if (likelihood < 1 || likelihood > MOST || impact < 1 || impact > MOST) {
            throw new IllegalArgumentException("Likelihood and impact are from 1 to " + MOST);
        }
    }

    /** Likelihood times impact, from 1 to 25. */
    public int rating() {
        return likelihood * impact;
    }

    public Level level() {
        return rating() >= HIGH ? Level.HIGH : rating() >= MEDIUM ? Level.MEDIUM : Level.LOW;
    }

    public boolean isOpenOn(LocalDate asOf) {
        return !raisedOn.isAfter(asOf) && (closedOn == null || closedOn.isAfter(asOf));
    }

    /** Whether somebody should have looked at it again. */
    public boolean isReviewOverdueOn(LocalDate asOf) {
        return isOpenOn(asOf) && reviewOn.isBefore(asOf);
    }

    @Override
    public Optional<UUID> findCounterparty() {
        return Optional.ofNullable(counterparty);
    }

    @Override
    public LocalDate since() {
        return raisedOn;
    }
}
