package io.recital.eval.ledger;

import java.util.Locale;

/** What became of a planted item, or of an outcome that no item explains. */
enum Verdict {
    /** To the cent, in its class. */
    FOUND,
    WRONG_AMOUNT,
    MISSED,
    /** Money or a breach that no item explains. */
    FALSE_CLAIM,
    /** Money or a breach that a trap led to. */
    TRAP_CLAIMED,
    /** A trap that nothing stepped into. */
    TRAP_AVOIDED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
