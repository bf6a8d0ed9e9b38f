package io.recital.models.fact;

/** How {@code 03/04/2026} is meant. */
public enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST
}
