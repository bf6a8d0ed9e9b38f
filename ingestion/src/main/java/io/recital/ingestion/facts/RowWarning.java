package io.recital.ingestion.facts;

/**
 * Something odd about a row that was taken nevertheless.
 *
 * @param file its name
 * @param sheet name of the worksheet; empty in a CSV file
 * @param line counted from 1; 0 when it is true of the whole sheet
 * @param text what is odd, in a sentence
 */
public record RowWarning(String file, String sheet, int line, String text) {}
