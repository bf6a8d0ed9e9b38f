package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import java.util.regex.Pattern;

/**
 * What an invoice line says was delivered, as far as it tells one item from another.
 *
 * @param code normalised; empty when the line has none
 * @param text the description, normalised
 * @param spaced the same word by word, with blanks between and around
 * @param said words of the description without dates and order numbers
 * @param coded words of the code, such as toll and z1
 * @param offHours whether it is for a time that may have a price of its own
 * @param oneOff whether it says that it is charged once
 */
record InvoicedItem(
        String code,
        String text,
        String spaced,
        ItemWords said,
        ItemWords coded,
        String unit,
        boolean offHours,
        boolean oneOff) {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** The same for all lines that say the same; numbers of orders and invoices can only stand where there are digits. */
    record Said(String product, String description, String unit, boolean onADayOff, String numbers) {
        static Said of(InvoiceLine line) {
            boolean hasNumbers = DIGIT.matcher(line.description()).find();
            return new Said(
                    line.product(),
                    line.description(),
                    line.unit(),
                    OffHours.isOnADayOff(line),
                    hasNumbers ? line.order() + " " + line.invoice() : "");
        }
    }

    static InvoicedItem of(Said said) {
        return new InvoicedItem(
                ItemWords.normalised(said.product()),
                ItemWords.normalised(said.description()),
                ItemWords.spaced(said.description()),
                ItemWords.undated(said.description()).without(ItemWords.of(said.numbers())),
                ItemWords.of(said.product()),
                said.unit(),
                said.onADayOff() || OffHours.isNamedIn(said.description()),
                OneOff.isSaidIn(said.description() + " " + said.product()));
    }

    ItemWords words() {
        return said.and(coded);
    }
}
