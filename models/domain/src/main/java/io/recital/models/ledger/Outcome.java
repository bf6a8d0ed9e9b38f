package io.recital.models.ledger;

import io.recital.models.finding.Finding;
import java.util.List;

/** What a check found: money, a breach without a sum, that it cannot be checked, or that it is in order. */
public sealed interface Outcome permits LedgerEntry, Breach, NotCheckable, InOrder {
    /** Name of the check, such as {@code service-credit}. */
    String check();

    /** One sentence for a reader, with no words of the contract in it but names. */
    String title();

    /** The same for the same matter, whatever it comes to, so that a later ledger can be held against an earlier one. */
    String key();

    /** The findings that it rests on. */
    List<Finding> rests();
}
