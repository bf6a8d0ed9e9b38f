package io.recital.models.finding;

/** What a finding says. */
public sealed interface FindingContent
        permits ContractFact, Obligation, Milestone, PerformanceMeasure, CommercialLever, ClauseCheck, ClauseLabel {
    FindingKind kind();

    /** The type within its kind, in lower case with hyphens, such as {@code governing-law} or {@code rebate}. */
    String type();

    /** One line for a reader. */
    String summary();
}
