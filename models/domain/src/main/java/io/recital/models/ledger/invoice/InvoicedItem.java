package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;

/**
 * What an invoice line says was delivered, as far as it tells one item from another.
 *
 * @param code normalised; empty when the line has none
 * @param text the description, normalised
 * @param spaced the same word by word, with blanks between and around
 * @param said words of the description without dates and order numbers
 * @param coded words of the code, such as toll and z1
 * @param offHours whether it is for a time that may have a price of its own
 */
record InvoicedItem(String code, String text, String spaced, Words said, Words coded, String unit, boolean offHours) {
    static InvoicedItem of(InvoiceLine line) {
        Words numbers = Words.of(line.order() + " " + line.invoice());
        return new InvoicedItem(
                Words.normalised(line.product()),
                Words.normalised(line.description()),
                Words.spaced(line.description()),
                Words.undated(line.description()).without(numbers),
                Words.of(line.product()),
                line.unit(),
                OffHours.isOf(line));
    }

    Words words() {
        return said.and(coded);
    }
}
