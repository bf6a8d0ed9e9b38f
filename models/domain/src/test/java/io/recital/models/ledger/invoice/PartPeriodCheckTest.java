package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.event;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Modality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Something that began within a month for which all of the month was charged. */
class PartPeriodCheckTest {
    private static final PartPeriodCheck CHECK = new PartPeriodCheck();

    private static ContractFamily family(String clause) {
        return new FamilyInWords(TenantRole.BUYER)
                .with(
                        "MASTER",
                        "services agreement",
                        "2025-01-01",
                        Invoiced.duty("MASTER", Modality.DUTY, clause, null),
                        rates(
                                "MASTER",
                                "GBP",
                                "month",
                                null,
                                "Redcliffe gate",
                                "3000.00",
                                "Osmotherby yard",
                                "1500.00"),
                        refund("MASTER"))
                .build();
    }

    private static InvoiceLine gate(String month) {
        return line("1", month + "-28")
                .of("GATE", "Redcliffe gate")
                .at("1", "month", "3000.00")
                .month(month)
                .in("GBP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A part of a month is charged by calendar days.",
                "Fees for a part of a month are prorated on a daily basis.",
                "The fee for any partial month is calculated pro rata.",
                "Charges are pro-rated for the first month.",
            })
    void claimsTheDaysBeforeItBegan(String clause) {
        assertThat(claims(run(
                        CHECK,
                        family(clause),
                        gate("2026-06"),
                        event("service-began", "Redcliffe gate", "2026-06-16", ""))))
                .containsExactly("early-billing GBP 1500.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        A part of a month is charged as a whole month.    | service-began | Redcliffe gate  | 2026-06-16
        A part of a month is charged by thirtieths, 1/30 for a day, pro rata. | service-began | Redcliffe gate | 2026-06-16
        A part of a month is charged by calendar days.    | service-began | Osmotherby yard | 2026-06-16
        A part of a month is charged by calendar days.    | service-began | Redcliffe gate  | 2026-06-01
        A part of a month is charged by calendar days.    | inspection    | Redcliffe gate  | 2026-06-16
        """)
    void claimsNothingWhereNoPartOfTheMonthIsShown(String clause, String name, String subject, String day) {
        InvoiceLine yard = line("2", "2026-06-28")
                .of("YARD", "Osmotherby yard")
                .at("1", "month", "1500.00")
                .month("2026-05")
                .in("GBP");
        assertThat(run(CHECK, family(clause), gate("2026-06"), yard, event(name, subject, day, "")))
                .isEmpty();
    }

    @Test
    void claimsNothingForWhatWasChargedBefore() {
        assertThat(run(
                        CHECK,
                        family("A part of a month is charged by calendar days."),
                        gate("2026-05"),
                        gate("2026-06"),
                        event("service-began", "Redcliffe gate", "2026-06-16", "")))
                .isEmpty();
    }
}
