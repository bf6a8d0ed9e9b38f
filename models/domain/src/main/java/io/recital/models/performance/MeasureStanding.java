package io.recital.models.performance;

import io.recital.models.finding.Finding;

/**
 * Where a performance measure stands.
 *
 * @param missing the input without which it is not checkable
 */
public record MeasureStanding(Finding finding, State state, String missing) {
    /** Whether it could be checked. */
    public enum State {
        NOT_CHECKABLE
    }

    /** The standing of a measure while no measurements are kept. */
    public static MeasureStanding unmeasured(Finding finding) {
        return new MeasureStanding(
                finding,
                State.NOT_CHECKABLE,
                "measurements of “" + finding.content().summary() + "”");
    }
}
