package io.recital.models.governance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Something that people keep to steer contracts by. It is never written over: a change is a new version of it. */
public sealed interface GovernanceRecord
        permits Meeting, CorrectiveAction, Objective, Risk, Idea, Dispute, GainShare, Comment {
    /** Whom it is about; empty where it is about nobody in particular. */
    Optional<UUID> findCounterparty();

    /** The first day on which it is to be reckoned with. */
    LocalDate since();
}
