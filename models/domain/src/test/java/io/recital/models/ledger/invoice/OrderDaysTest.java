package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Purchase;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Modality;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderDaysTest {
    private static final LocalDate ORDERED = LocalDate.of(2025, 1, 1);

    private static Optional<LocalDate> day(String clause, Purchase ordered, String order) {
        InvoiceLine charged = line("1", "2025-03-31")
                .of("BOLT", "Bolts")
                .order(order)
                .at("10", "each", "2.00")
                .in("EUR");
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "supply agreement", "2024-01-01", duty("MASTER", Modality.DUTY, clause, null))
                .build();
        Dossier dossier = new Dossier(family, Facts.of(List.of(ordered, charged)), LocalDate.of(2026, 6, 30));
        return new OrderDays(PriceBook.of(dossier), List.of(ordered)).find(charged, charged.invoiceDate());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The prices are those in force on the date of the order. | true
            The price is that of the day on which the purchase order is placed. | true
            Rates apply as they stand when the order is received. | true
            The new list applies to orders placed on or after 1 February 2025. | true
            The new rates hold for orders received from 1 February 2025. | true
            The prices are those in force on the day of delivery. | false
            The prices are not those of the date of the order. | false
            Orders are confirmed within two days. | false
            """)
    void theDayOfTheOrderCountsWhereTheContractSaysSo(String clause, boolean counts) {
        assertThat(day(clause, purchase("PO-1", "BOLT", "10"), "PO-1"))
                .isEqualTo(counts ? Optional.of(ORDERED) : Optional.empty());
    }

    @Test
    void anOrderOfAnotherNumberOrProductTellsNoDay() {
        String clause = "The prices are those in force on the date of the order.";

        assertThat(day(clause, purchase("PO-1", "BOLT", "10"), "PO-2")).isEmpty();
        assertThat(day(clause, purchase("PO-1", "NUT", "10"), "PO-1")).isEmpty();
    }
}
