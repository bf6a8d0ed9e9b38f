package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which counterparty a vendor of another system is.
 *
 * @param counterparty the nearest, null when there is none
 * @param evidence why, in a sentence without a full stop
 */
public record VendorMatch(
        VendorReference vendor, Standing standing, @Nullable UUID counterparty, double confidence, String evidence) {
    /** Below this a person decides. */
    public static final double LEAST_CERTAIN = 0.85;

    /** What a vendor is to a counterparty. */
    public enum Standing {
        /** The counterparty itself, perhaps under another name. */
        SAME,
        /** Perhaps the counterparty; a person is to decide. */
        UNCERTAIN,
        /** Another company of its group. */
        AFFILIATE,
        /** No counterparty is like it. */
        UNKNOWN
    }

    public VendorMatch {
        requireNonNull(vendor, "vendor");
        requireNonNull(standing, "standing");
        requireNonNull(evidence, "evidence");
        if ((counterparty == null) != (standing == Standing.UNKNOWN)) {
            throw new IllegalArgumentException("A match names a counterparty unless nothing is known");
        }
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("A confidence is between 0 and 1: " + confidence);
        }
    }

    /** Whether its facts may be held against the counterparty's contracts. */
    public boolean isCounterparty() {
        return standing == Standing.SAME;
    }
}
