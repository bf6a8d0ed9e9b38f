package io.recital.models.fact;

import java.util.UUID;

/** A counterparty that a vendor may be, and why. */
record Candidate(UUID counterparty, double confidence, String evidence) {
    Candidate withConfidence(double other) {
        return new Candidate(counterparty, other, evidence);
    }

    Candidate withEvidence(String other) {
        return new Candidate(counterparty, confidence, other);
    }

    VendorMatch as(VendorReference vendor, VendorMatch.Standing standing) {
        return new VendorMatch(vendor, standing, counterparty, confidence, evidence);
    }
}
