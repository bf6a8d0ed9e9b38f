package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.event;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Modality;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxExemptionCheckTest {
    private static final String CLAUSE =
            "Vendor shall not charge sales tax on the test bench from the first day of the calendar month after it has received an exemption certificate.";

    private static InvoiceLine taxed(String date, String description) {
        InvoiceLine line =
                line("1", date).of("", description).at("1", "month", "200.00").in("USD");
        return new InvoiceLine(
                line.id(),
                line.invoice(),
                line.line(),
                line.direction(),
                line.vendor(),
                line.invoiceDate(),
                line.receivedOn(),
                line.dueOn(),
                line.paidOn(),
                line.paidAmount(),
                line.contract(),
                line.order(),
                line.description(),
                line.product(),
                line.quantity(),
                line.unit(),
                line.unitPrice(),
                line.net(),
                new BigDecimal("6"),
                new BigDecimal("12.00"),
                line.currency(),
                line.service());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-04-30 | Test bench | 2026-04-10 |
        2026-05-01 | Test bench | 2026-04-10 | tax USD 12.00
        2026-05-01 | Rack space | 2026-04-10 |
        2026-05-01 | Test bench | 2026-05-10 |
        """)
    void claimsTaxFromTheMonthAfterTheCertificate(String date, String description, String delivered, String claimed) {
        List<String> found = claims(run(
                new TaxExemptionCheck(),
                new FamilyInWords(TenantRole.BUYER)
                        .with(
                                "MASTER",
                                "agreement",
                                "2025-01-01",
                                duty("MASTER", Modality.PROHIBITION, CLAUSE, null),
                                refund("MASTER"))
                        .build(),
                event("exemption-certificate-delivered", "Sales tax exemption, test bench", delivered, ""),
                taxed(date, description)));

        assertThat(found).isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }
}
