package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Finding;
import org.joda.money.Money;

/**
 * A finding that nobody has accepted, and what cannot be claimed until somebody does.
 *
 * @param atStake in one currency; money of another is another blocking
 */
public record BlockingFinding(Finding finding, Money atStake, int entries) {
    public BlockingFinding {
        requireNonNull(finding, "finding");
        requireNonNull(atStake, "atStake");
    }
}
