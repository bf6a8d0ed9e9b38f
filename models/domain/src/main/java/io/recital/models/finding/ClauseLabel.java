package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

/** A clause type as CUAD names it, such as {@code Cap On Liability}, or a risk term that CUAD has no name for. */
public record ClauseLabel(String label) implements FindingContent {
    public ClauseLabel {
        requireNonNull(label, "label");
    }

    @Override
    public FindingKind kind() {
        return FindingKind.LABEL;
    }

    @Override
    public String type() {
        return label;
    }

    @Override
    public String summary() {
        return label;
    }
}
