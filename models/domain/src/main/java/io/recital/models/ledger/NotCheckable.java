package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Finding;
import java.util.List;

/**
 * A check whose input is missing.
 *
 * @param missing the input, such as {@code measurements of “Availability” for May 2026}
 */
public record NotCheckable(String check, String title, String missing, List<Finding> rests) implements Outcome {
    public NotCheckable {
        requireNonNull(check, "check");
        requireNonNull(title, "title");
        requireNonNull(missing, "missing");
        rests = List.copyOf(rests);
    }

    /** Check, and what of it is open. */
    @Override
    public String key() {
        return "not-checkable " + check + " " + title;
    }
}
