package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.event;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.missing;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Modality;
import io.recital.models.ledger.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionalChargeCheckTest {
    private static final String ASKED =
            "Courier delivery is charged at USD 30.00 only where Customer has requested it in writing.";

    private static List<Outcome> outcomes(String clause, PerformanceFact... facts) {
        return run(
                new ConditionalChargeCheck(),
                new FamilyInWords(TenantRole.BUYER)
                        .with(
                                "MASTER",
                                "agreement",
                                "2025-01-01",
                                duty("MASTER", Modality.DUTY, clause, null),
                                refund("MASTER"))
                        .build(),
                facts);
    }

    private static InvoiceLine courier(String id, String date) {
        return line(id, date)
                .of("", "Courier delivery")
                .at("1", "each", "30.00")
                .in("USD");
    }

    private static ContractEvent noted(String date, String note) {
        ContractEvent event = event("visit", "Emergency visit", date, "V-1");
        return new ContractEvent(
                event.id(),
                event.vendor(),
                event.contract(),
                event.event(),
                event.subject(),
                event.date(),
                null,
                "V-1",
                note);
    }

    @Test
    void takesEachRequestForOneCharge() {
        ContractEvent request = event("courier-requested", "Courier for samples", "2026-02-20", "");

        assertThat(claims(outcomes(ASKED, request, courier("1", "2026-02-25")))).isEmpty();
        assertThat(claims(outcomes(ASKED, request, courier("1", "2026-02-25"), courier("2", "2026-03-03"))))
                .containsExactly("surcharge USD 30.00");
        assertThat(claims(outcomes(ASKED, request, courier("1", "2025-12-01")))).containsExactly("surcharge USD 30.00");
    }

    @Test
    void saysWhatIsMissingWhereNothingIsOnRecord() {
        List<Outcome> outcomes = outcomes(ASKED, courier("1", "2026-02-25"));

        assertThat(claims(outcomes)).isEmpty();
        assertThat(missing(outcomes)).containsExactly("requests for it");
    }

    @Test
    void asksTheNoteOfTheDayWhoCausedIt() {
        String clause = "An emergency visit is charged at USD 55.00 only if the fault was caused by Customer.";
        InvoiceLine visit = line("1", "2026-02-25")
                .of("", "Emergency visit")
                .at("1", "each", "55.00")
                .in("USD");

        assertThat(claims(outcomes(clause, visit, noted("2026-02-25", "worn seal"))))
                .containsExactly("surcharge USD 55.00");
        assertThat(claims(outcomes(clause, visit, noted("2026-02-25", "valve shut by our operator"))))
                .isEmpty();
        assertThat(claims(outcomes(clause, visit, noted("2026-02-25", "Customer's van hit the gate"))))
                .isEmpty();
        assertThat(missing(outcomes(clause, visit, noted("2026-02-24", "worn seal"))))
                .containsExactly("what caused it");
    }
}
