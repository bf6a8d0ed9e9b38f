package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

/** A typed parameter of a commercial lever. */
public record LeverParameter(Name name, TypedValue value) {
    /** What the parameter is; the words of the dictionary. */
    public enum Name {
        /**
         * An amount or percentage that is the lever itself: the discount, the rebate, the damages per period, the share of an
         * index's change, the price of a missing unit. Several where a rate card has items or a gain is divided.
         */
        RATE,
        /** Most that it can come to; two for "the greater of". For a minimum commitment, most that is carried forward. */
        CAP,
        /**
         * What must be passed before it applies: the purchases of a rebate, the deliveries that go free of damages, the
         * amount above which an expense needs an approval.
         */
        FLOOR,
        /** Bands with a value each. */
        TIERS,
        /**
         * How long, or until what day: the payment term, the notice, the renewal term and its notice, the time to claim
         * damages, the days of grace, the end of fixed prices.
         */
        PERIOD,
        /** From what event the period runs, or the day on which it first applies. */
        FROM,
        /** How often it applies, or the period that a cap or minimum is for; none for "twice a year". */
        FREQUENCY,
        /** A published index or rate that it follows. */
        INDEX,
        /** What it is computed on. */
        BASE,
        /** A committed or permitted quantity, or a committed amount; a permitted amount of money is a cap. */
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
