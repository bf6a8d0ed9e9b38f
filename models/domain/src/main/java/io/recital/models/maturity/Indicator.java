package io.recital.models.maturity;

import java.util.Locale;

/** A share that live data give; unknown where they give none. */
public enum Indicator {
    CONTRACTS_TYPED("contracts whose document type and counterparty are known"),
    FINDINGS_REVIEWED("findings with money or a date on them that somebody accepted, corrected or rejected"),
    OBLIGATIONS_OWNED("occurrences of obligations still to be done that have an owner"),
    OBLIGATIONS_ON_TIME("occurrences due in the last twelve months that were done in time"),
    MEASURES_MEASURED("performance measures with a measurement in the last three months"),
    CREDITS_CLAIMED("credits and damages of the last twelve months that were claimed or credited"),
    LEAKAGE_RECOVERED("overpayments of the last twelve months that were credited"),
    REVIEWS_HELD("counterparties with two meetings or more that were held in the last twelve months"),
    FEEDS_FRESH("kinds of facts (measurements, invoices, purchases, events) that arrived in the last three months");

    private final String what;

    Indicator(String what) {
        this.what = what;
    }

    /** What is counted, for a reader. */
    public String what() {
        return what;
    }

    /** In lower case with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
