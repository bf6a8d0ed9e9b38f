package io.recital.models.finding;

/** What people have decided about a finding; anything not accepted is provisional. */
public enum ReviewStatus {
    UNREVIEWED,
    ACCEPTED,
    CORRECTED,
    REJECTED
}
