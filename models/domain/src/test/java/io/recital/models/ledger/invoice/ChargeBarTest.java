package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Modality;
import io.recital.models.ledger.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences against charges, and the lines that they are and are not about. */
class ChargeBarTest {
    private static List<Outcome> charged(String clause, String description) {
        return run(
                new ExcludedChargeCheck(),
                new FamilyInWords(TenantRole.BUYER)
                        .with(
                                "MASTER",
                                "services agreement",
                                "2025-01-01",
                                duty("MASTER", Modality.DUTY, clause, null),
                                rates("MASTER", "USD", "visit", null, "Boiler inspection", "90.00"),
                                refund("MASTER"))
                        .build(),
                line("1", "2026-02-01")
                        .of("", description)
                        .at("1", "each", "40.00")
                        .in("USD"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Contractor may not bill any fuel surcharge or other charge that is not listed here.  | Fuel surcharge
        Customer shall pay the fees set out in Annex 2, and no others.                       | Booking fee
        Copying, telephone and postage are included in the hourly rates.                     | Postage May
        No other incidental charge will be paid.                                             | Ladder fee
        No charge is made for toner or shipping.                                             | Shipping of parts
        There are no charges for weight or bin rental.                                       | Bin rental
        Cutting to length is free.                                                           | Cutting, 3 pieces
        Palletising and energy surcharges are not charged.                                   | Energy surcharge
        """)
    void claimsWhatASentenceBars(String clause, String description) {
        assertThat(claims(charged(clause, description))).containsExactly("surcharge USD 40.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Customer shall pay the fees set out in Annex 2, and no others.       | Boiler inspection
        Customer shall pay the fees set out in Annex 2, and no others.       | Sales tax
        Delivery is free for orders of four pieces or more.                  | Delivery
        Postage is not charged unless the parcel weighs more than 2 kg.      | Postage May
        Copying and telephone are included in the hourly rates.              | Drawing work
        The charges for weight are set out in Annex 2.                       | Weight over 2 t
        “Test Charges” are the charges for blood counts and nothing else.    | Courier collections
        Exchange of a damaged bin and bin rental are included in the prices. | Compactor exchange
        """)
    void claimsNothingThatASentenceDoesNotBar(String clause, String description) {
        assertThat(claims(charged(clause, description))).isEmpty();
    }
}
