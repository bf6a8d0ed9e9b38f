package io.recital.models.family;

import java.util.Locale;

/** How one document stands to another. */
public enum RelationKind {
    /** It is a schedule, exhibit or annex of the other. */
    SCHEDULE_TO,
    /** It adds to the other and leaves it as it is: a statement of work, an order, a side letter. */
    SUPPLEMENTS,
    /** It replaces clauses of the other from its effective date. */
    AMENDS,
    /** It replaces the other as a whole from its effective date. */
    RESTATES,
    /** It gives up rights under the other. */
    WAIVES,
    /** Where both say something of a subject, it prevails. */
    OVERRIDES,
    DUPLICATE_OF,
    /** It refers to a document that is not there. */
    REFERS_TO_MISSING,
    /** Of a document that must be signed to bind, only an unsigned copy is there. */
    UNSIGNED;

    /** In lower case with hyphens, such as {@code schedule-to}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
