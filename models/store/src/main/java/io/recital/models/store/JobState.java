package io.recital.models.store;

/** How far a job has come. */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE
}
