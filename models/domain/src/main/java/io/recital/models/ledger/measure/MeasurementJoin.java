package io.recital.models.ledger.measure;

/**
 * That a measurement is of a promised measure.
 *
 * @param confidence between 0 and 1
 */
record MeasurementJoin(PromisedMeasure measure, double confidence) {}
