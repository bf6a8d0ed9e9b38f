package io.recital.ingestion.segment;

import io.recital.models.clause.ClauseKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open level of the outline: the last clause begun at it.
 *
 * @param label its number, null for an unnumbered heading
 * @param level the heading depth that the format states, 0 when it states none
 */
record Node(@Nullable Node parent, @Nullable Label label, Draft draft, int level) {
    boolean is(LabelKind kind) {
        return label != null && label.kind() == kind;
    }

    boolean isDivision() {
        return label != null && label.kind().isDivision();
    }

    /** Whether it is an unnumbered definition. */
    boolean isDefinition() {
        return label == null && draft.kind == ClauseKind.DEFINITION;
    }

    /** Whether numbers below it start afresh: it is an attachment, or has no number. */
    boolean isContainer() {
        return label == null || isDivision();
    }

    List<String> headings() {
        return draft.headingPath();
    }
}
