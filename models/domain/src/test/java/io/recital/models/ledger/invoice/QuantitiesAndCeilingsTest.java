package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.approved;
import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.credit;
import static io.recital.models.ledger.invoice.Invoiced.duty;
import static io.recital.models.ledger.invoice.Invoiced.lever;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.missing;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static io.recital.models.ledger.invoice.Invoiced.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesAndCeilingsTest {
    private static final ApprovedQuantityCheck APPROVED = new ApprovedQuantityCheck();
    private static final FeeCapCheck CEILING = new FeeCapCheck();

    private static final Finding ONLY_APPROVED = duty(
            "MASTER",
            Modality.PROHIBITION,
            "The Consultant shall not charge for hours that have not been approved",
            null);
    private static final Finding ROUNDING = duty(
            "MASTER", Modality.RIGHT, "The approved hours of a month may be rounded up to the next half hour", null);

    private static ContractFamily family(Finding... more) {
        List<Finding> findings = new ArrayList<>(List.of(
                rates("MASTER", "EUR", "hour", null, "Draughtsman", "60.00", "Chief draughtsman", "90.00"),
                refund("MASTER")));
        findings.addAll(List.of(more));
        return new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "consultancy agreement", "2025-01-01", findings.toArray(Finding[]::new))
                .build();
    }

    private static InvoiceLine hours(String id, String grade, String hours) {
        return line(id, "2026-04-02")
                .of("", grade)
                .at(hours, "hour", "60.00")
                .month("2026-03")
                .in("EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "40,   40,    ",
        "40.5, 40.1,  ",
        "41,   40.1, rate EUR 30.00",
        "39,   40,    ",
        "48,   40,   rate EUR 480.00",
    })
    void claimsHoursBeyondThoseApprovedAndRounded(String charged, String approvedHours, String claimed) {
        List<String> claims = claims(run(
                APPROVED,
                family(ONLY_APPROVED, ROUNDING),
                hours("1", "Draughtsman, March", charged),
                approved("A", "Approved hours, Draughtsman", "2026-03", approvedHours, "2026-04-01")));

        assertThat(claims).isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @Test
    void addsUpTheLinesOfAGradeAndTakesTheApprovalReportedLast() {
        assertThat(claims(run(
                        APPROVED,
                        family(ONLY_APPROVED),
                        hours("1", "Draughtsman, first half", "20"),
                        hours("2", "Draughtsman, second half", "24"),
                        approved("A", "Approved hours, Draughtsman", "2026-03", "30", "2026-04-01"),
                        approved("B", "Approved hours, Draughtsman", "2026-03", "42", "2026-04-03"),
                        approved("C", "Approved hours, Chief draughtsman", "2026-03", "10", "2026-04-04"))))
                .containsExactly("rate EUR 120.00");
    }

    private static Measurement week(String from, String to, String hours) {
        return Invoiced.sheet("Approved hours, Draughtsman", from, to, hours);
    }

    @Test
    void addsUpWeeklySheetsOnlyWhereNoneIsMissing() {
        InvoiceLine march = hours("1", "Draughtsman, March", "90");
        var first = week("2026-03-02", "2026-03-06", "20");
        var second = week("2026-03-09", "2026-03-13", "20");
        var third = week("2026-03-16", "2026-03-20", "20");
        var fourth = week("2026-03-23", "2026-03-29", "20");

        assertThat(claims(run(APPROVED, family(ONLY_APPROVED), march, first, second, third, fourth)))
                .containsExactly("rate EUR 600.00");
        assertThat(claims(run(APPROVED, family(ONLY_APPROVED), march, first, third, fourth)))
                .isEmpty();
    }

    @Test
    void namesTheApprovalThatIsMissing() {
        assertThat(missing(run(
                        APPROVED,
                        family(ONLY_APPROVED),
                        hours("1", "Draughtsman", "20"),
                        approved("A", "Approved hours, Draughtsman", "2026-02", "30", "2026-03-01"))))
                .containsExactly("what was approved of Draughtsman for 2026-03-01 to 2026-03-31");
        assertThat(run(APPROVED, family(), hours("1", "Draughtsman", "20"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        in days of 7.5 hours and parts of a day      | 7.5
        for a day of eight (8) hours                 | -
        One day is 8 hours.                          | 8
        8 hours per day                              | 8
        within 24 hours a day                        | -
        a day of 2 hours                             | -
        """)
    void readsHowManyHoursADayHas(String words, String hours) {
        assertThat(ApprovedQuantities.hoursOfADay(words).map(Object::toString).orElse(null))
                .isEqualTo(hours);
    }

    private static Finding ceiling(String contract, String most) {
        return lever(
                contract,
                LeverType.VOLUME_RESTRICTION,
                List.of(
                        new LeverParameter(Name.CAP, Invoiced.amount("EUR", most)),
                        text(Name.BASE, "fees under this work order")),
                "The fees under this work order shall not exceed EUR " + most + ".",
                "Travel expenses do not count towards it.");
    }

    private static FamilyInWords ordered(String most) {
        return new FamilyInWords(TenantRole.BUYER)
                .with(
                        "MASTER",
                        "consultancy agreement",
                        "2025-01-01",
                        rates("MASTER", "EUR", "hour", null, "Draughtsman", "60.00"),
                        refund("MASTER"))
                .with("WO-1", "work order", "2025-06-01", ceiling("WO-1", most));
    }

    private static InvoiceLine ofOrder(String id, String date, String hours, String price) {
        return line(id, date)
                .of("", "Draughtsman")
                .order("WO-1")
                .at(hours, "hour", price)
                .in("EUR");
    }

    @Test
    void claimsTheFeesAboveTheCeilingAndNothingAtIt() {
        InvoiceLine first = ofOrder("1", "2026-01-31", "50", "60");
        InvoiceLine second = ofOrder("2", "2026-02-28", "50", "60");

        assertThat(claims(run(CEILING, ordered("6000").build(), first, second))).isEmpty();
        assertThat(claims(run(CEILING, ordered("5999.50").build(), first, second)))
                .containsExactly("rate EUR 0.50");
        assertThat(claims(run(CEILING, ordered("2000").build(), first, second))).containsExactly("rate EUR 4000.00");
    }

    @Test
    void countsNeitherExpensesNorOtherOrdersNorWhatIsClaimedOrCreditedByItself() {
        InvoiceLine first = ofOrder("1", "2026-01-31", "50", "60");

        assertThat(claims(run(
                        CEILING,
                        ordered("3000").build(),
                        first,
                        line("2", "2026-02-01")
                                .of("", "Train to Graz, travel")
                                .order("WO-1")
                                .at("1", "each", "80")
                                .in("EUR"),
                        line("3", "2026-02-01")
                                .of("", "Draughtsman")
                                .order("WO-2")
                                .at("10", "hour", "60")
                                .in("EUR"))))
                .isEmpty();
        assertThat(claims(run(CEILING, ordered("3000").build(), ofOrder("1", "2026-01-31", "50", "66"))))
                .isEmpty();
        assertThat(claims(run(
                        CEILING,
                        ordered("3000").build(),
                        first,
                        ofOrder("2", "2026-02-28", "10", "60"),
                        credit("INV-2", "2026-04-15", "Draughtsman, 4 hours in error", "240", "EUR"))))
                .containsExactly("rate EUR 120.00");
    }

    @Test
    void followsAChangeThatRaisesTheCeiling() {
        ContractFamily raised = ordered("3000")
                .with("CN-1", "change note", "2026-02-01", ceiling("CN-1", "3600"))
                .related("CN-1", RelationKind.AMENDS, "WO-1")
                .build();

        assertThat(claims(run(
                        CEILING,
                        raised,
                        ofOrder("1", "2026-01-31", "50", "60"),
                        ofOrder("2", "2026-02-28", "12", "60"))))
                .containsExactly("rate EUR 120.00");
    }

    private static InvoiceLine ordered(String id, String date, String pieces) {
        return line(id, date)
                .of("HX-20", "Heat exchanger plate")
                .order("4711-10")
                .at(pieces, "each", "35.00")
                .in("EUR");
    }

    @ParameterizedTest
    @CsvSource({"100, ", "98, rate EUR 70.00", "101, ", "0, rate EUR 3500.00"})
    void claimsWhatWasInvoicedAndNeverReceived(String received, String claimed) {
        ContractFamily plates = family(rates("MASTER", "EUR", "each", null, "HX-20", "35.00"));

        assertThat(claims(run(
                        new DeliveredQuantityCheck(),
                        plates,
                        ordered("1", "2026-02-03", "60"),
                        ordered("2", "2026-02-10", "40"),
                        Invoiced.purchase("4711-10", "HX-20", received))))
                .isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @Test
    void takesOffWhatWasCreditedForAShortDelivery() {
        ContractFamily plates = family(rates("MASTER", "EUR", "each", null, "HX-20", "35.00"));

        assertThat(run(
                        new DeliveredQuantityCheck(),
                        plates,
                        ordered("1", "2026-02-03", "60"),
                        Invoiced.purchase("4711-10", "HX-20", "58"),
                        credit("INV-1", "2026-03-15", "Short delivery, 2 plates", "70.00", "EUR")))
                .isEmpty();
    }
}
