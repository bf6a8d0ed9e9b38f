package io.recital.models.fact;

/**
 * A fact and the row that it was read from.
 *
 * @param file its name
 * @param sheet name of the worksheet; empty in a CSV file
 * @param line counted from 1
 */
public record SourcedFact(PerformanceFact fact, String file, String sheet, int line) {}
