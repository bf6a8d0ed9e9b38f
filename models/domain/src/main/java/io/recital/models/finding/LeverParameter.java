package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

/** A typed parameter of a commercial lever. */
public record LeverParameter(Name name, TypedValue value) {
    /** What the parameter is; the words of the dictionary. */
    public enum Name {
        /** An amount or percentage that is the lever itself: the discount, the rebate, the damages per period. */
        RATE,
        /** Most or least that it can come to. */
        CAP,
        FLOOR,
        /** Bands with a value each. */
        TIERS,
        /** How long: the payment term, the notice, the renewal term. */
        PERIOD,
        /** From what event the period runs. */
        FROM,
        /** How often it applies. */
        FREQUENCY,
        /** A published index or rate that it follows. */
        INDEX,
        /** What it is computed on. */
        BASE,
        /** A committed or permitted amount or quantity. */
        VOLUME,
        /** An item of a rate card. */
        ITEM,
        /** Who holds it. */
        HOLDER
    }

    public LeverParameter {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }
}
