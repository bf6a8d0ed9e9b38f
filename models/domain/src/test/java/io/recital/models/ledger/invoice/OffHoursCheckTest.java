package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffHoursCheckTest {
    private static final VendorReference OTHER = new VendorReference("4711", "Other Side Ltd");

    private static Finding rates() {
        return FamilyInWords.finding(
                "A-1",
                new CommercialLever(
                        LeverType.RATE_CARD,
                        List.of(
                                new LeverParameter(Name.ITEM, new TypedValue.Text("Business hours")),
                                new LeverParameter(Name.ITEM, new TypedValue.Text("After hours")),
                                new LeverParameter(Name.RATE, new TypedValue.Amount(BigMoney.parse("USD 145.00"))),
                                new LeverParameter(Name.RATE, new TypedValue.Amount(BigMoney.parse("USD 217.50"))),
                                new LeverParameter(Name.BASE, new TypedValue.Text("hour")))),
                "Business hours $145.00; After hours $217.50 per hour.",
                "The after-hours rate applies only to hours worked outside 7:00 a.m. to 7:00 p.m., Monday through Friday.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        2026-04-14 | 10:00 | 217.50 | USD 435.00
        2026-04-14 | 16:00 | 217.50 | -
        2026-04-14 | 06:00 | 217.50 | -
        2026-05-16 | 08:00 | 217.50 | -
        2026-04-14 | -     | 217.50 | -
        2026-04-14 | 10:00 | 145.00 | -
        """)
    void asksBackTheHigherRateForWorkAtNormalHours(
            String day, @Nullable String time, String price, @Nullable String expected) {
        LocalDate date = LocalDate.parse(day);
        BigDecimal each = new BigDecimal(price);
        InvoiceLine line = new InvoiceLine(
                "R-1",
                "SH-1",
                1,
                Direction.RECEIVED,
                OTHER,
                date.plusDays(6),
                null,
                null,
                date.plusDays(30),
                null,
                "A-1",
                "",
                "Remote hands, after hours",
                "RH",
                new BigDecimal("6"),
                "hour",
                each,
                each.multiply(new BigDecimal("6")),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.USD,
                new Period(date, date));
        ContractEvent worked = new ContractEvent(
                "E-1",
                OTHER,
                "A-1",
                "remote-hands-worked",
                "Order 1",
                date,
                time == null ? null : LocalTime.parse(time),
                "SH-1",
                "6 hours on site");
        Dossier dossier = new Dossier(
                new FamilyInWords(TenantRole.BUYER)
                        .with("A-1", "agreement", "2025-01-01", rates())
                        .build(),
                Facts.of(List.of(line, worked)),
                LocalDate.of(2026, 12, 31));
        assertThat(InvoicesInWords.verified(new OffHoursCheck().run(dossier)).stream()
                        .map(outcome -> ((LedgerEntry) outcome).amount().toString()))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
}
