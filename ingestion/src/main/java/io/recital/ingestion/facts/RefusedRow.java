package io.recital.ingestion.facts;

/**
 * A row that was not taken, or a whole sheet or file.
 *
 * @param file its name
 * @param sheet name of the worksheet; empty in a CSV file and for a whole file
 * @param line counted from 1; 0 for a whole sheet or file
 * @param reason what is wrong and what to do, in a sentence or more
 */
public record RefusedRow(String file, String sheet, int line, String reason) {
    /** Such as {@code invoices.xlsx, sheet Credit notes, line 7}. */
    public String where() {
        return file + (sheet.isEmpty() ? "" : ", sheet " + sheet) + (line == 0 ? "" : ", line " + line);
    }
}
