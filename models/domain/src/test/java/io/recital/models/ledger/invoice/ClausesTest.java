package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from the words of clauses: until when one may ask back, what quantities are rounded to, what a word names. */
class ClausesTest {
    private static final InvoiceLine LINE = line("1", "2026-01-31").in("EUR");
    private static final LocalDate RECEIVED = LocalDate.parse("2026-02-01");
    private static final LocalDate PAID = LocalDate.parse("2026-02-28");

    private static Optional<RefundClause> refund(Finding... clauses) {
        LocalDate asOf = LocalDate.parse("2026-12-31");
        Dossier dossier = new Dossier(
                new FamilyInWords(TenantRole.BUYER)
                        .with("MASTER", "services agreement", "2025-01-01", clauses)
                        .build(),
                Facts.of(List.of()),
                asOf);
        return RefundClause.find(PriceBook.of(dossier), LINE, asOf);
    }

    private static Finding clause(String words) {
        return duty("MASTER", Modality.DUTY, words, null);
    }

    @Test
    void readsFromADeadlineUntilWhenOneMayAskBack() {
        Deadline.After sixMonths = new Deadline.After(new TimeSpan(6, TimeSpan.Unit.MONTHS), "receipt of the invoice");

        assertThat(refund(duty("MASTER", Modality.RIGHT, "contest an invoice", sixMonths))
                        .flatMap(clause -> clause.lastDay(LINE)))
                .contains(RECEIVED.plusMonths(6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Supplier repays what it overcharged if the claim is made within 18 months of the payment | 2027-08-28",
                "Overpayments are refunded when notified within ninety (90) days after receipt of the invoice | 2026-05-02",
                "Any amount paid in error or too much must be reclaimed within three years after the invoice date | 2029-01-31",
                "Supplier refunds the excess when it has invoiced more than was due |",
            })
    void readsFromTheWordsUntilWhenOneMayAskBack(String words, String day) {
        assertThat(refund(clause(words)).flatMap(clause -> clause.lastDay(LINE)))
                .isEqualTo(Optional.ofNullable(day).map(LocalDate::parse));
    }

    @Test
    void takesNoTimeForDisputingBeforePaymentAsOneForAskingBack() {
        assertThat(refund(clause(
                        "Buyer may contest an invoice within 20 days of receipt and withhold the disputed part")))
                .isEmpty();
        assertThat(refund(clause("Buyer pays each invoice within 30 days of receipt")))
                .isEmpty();
    }

    @Test
    void readsWhatSuchRequestMeansFromTheClauseItStandsIn() {
        Deadline.After year = new Deadline.After(new TimeSpan(12, TimeSpan.Unit.MONTHS), "receipt of the invoice");
        Finding request = duty("MASTER", Modality.RIGHT, "make such request", year);

        assertThat(refund(request)).isEmpty();
        assertThat(refund(
                                request,
                                clause("If Seller has invoiced more than is owed it credits the excess upon request"))
                        .flatMap(clause -> clause.lastDay(LINE)))
                .contains(RECEIVED.plusMonths(12));
    }

    @Test
    void hasNoLastDayForWhatIsNotPaid() {
        InvoiceLine unpaid = line("1", "2026-01-31").unpaid().in("EUR");
        RefundClause clause = refund(Invoiced.refund("MASTER")).orElseThrow();

        assertThat(clause.lastDay(unpaid)).isEmpty();
        assertThat(clause.lastDay(LINE)).contains(PAID.plusYears(2));
        assertThat(RefundClause.earliest(List.of(Optional.of(PAID), Optional.empty())))
                .isNull();
        assertThat(RefundClause.earliest(List.of(Optional.of(PAID), Optional.of(RECEIVED))))
                .isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The time of each person may be rounded up to the next half day (0.5) | 0.5",
                "Hours are rounded up to the nearest quarter of an hour | 0.25",
                "The supplier rounds nothing |",
                "Part of a day is rounded up to a full day | 1",
                "Time is rounded up to the next 0.1 hour | 0.1",
                "Sums are rounded to the nearest cent |",
            })
    void readsToWhatQuantitiesAreRoundedUp(String words, BigDecimal step) {
        assertThat(ApprovedQuantities.step(words).map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(step).map(BigDecimal::stripTrailingZeros));
    }

    @ParameterizedTest
    @CsvSource({
        "KC-1001, true", "CAL-BAL-A, true", "VAS-LBL, true", "AB123, true", "10.4711-A, true",
        "Pipette, false", "pH meter, false", "Zone 1, false", "On-site, false", "Q-Tip holder, false",
    })
    void tellsItemNumbersFromNames(String name, boolean code) {
        assertThat(ItemWords.isCode(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "day, Days, false", "person-day, day, false", "hour, day, true", "lot, night, true",
                "thousand, thousand units, false",
        "each, night, false", "Stunde, hour, false", "Month, month, false", "pallet, pallet and month, false",
                "Piece, '', false",
    })
    void tellsUnitsApart(String invoiced, String agreed, boolean conflict) {
        assertThat(Units.conflict(invoiced, agreed)).isEqualTo(conflict);
    }

    @Test
    void leavesDatesAndFillersOutOfWhatNamesAnItem() {
        assertThat(ItemWords.undated("Programme manager, remote, January 2026, 12/2026")
                        .all())
                .containsExactlyInAnyOrder("programme", "manager", "remote");
        assertThat(ItemWords.of("Gebühren für Palettentausch").all()).contains("palettentausch");
        assertThat(ItemWords.of("diesel surcharge").touch(ItemWords.of("Dieselzuschlag 4 %")))
                .isTrue();
        assertThat(ItemWords.of("toll").touch(ItemWords.of("Tollwood"))).isFalse();
    }
}
