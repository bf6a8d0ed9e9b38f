package io.recital.models.finding;

/** What an obligation does to its obligor. */
public enum Modality {
    DUTY,
    PROHIBITION,
    RIGHT
}
