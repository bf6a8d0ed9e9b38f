package io.recital.models.ledger.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Claim;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCostTest {
    private static final VendorReference LICENSEE = new VendorReference("L-1", "Other Side Ltd");
    private static final VendorReference AUDITOR = new VendorReference("A-9", "Pell & Marsh LLP");
    private static final Period QUARTER = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
    private static final LocalDate REPORT = LocalDate.of(2026, 7, 1);
    private static final String CLAUSE =
            "If an audit discloses for any quarter an underpayment of more than 5% of the royalties paid, Licensee shall reimburse the accountant's fees.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "If an audit discloses an underpayment of more than five percent (5%) of the royalties paid for the period audited, Licensee shall reimburse the cost of the audit. # 5 UNDER STATED",
                "Should the examination reveal that royalties were under-reported by 3% or more, the cost of the accountant is borne by the Licensee. # 3 or equal UNDER UNSAID",
                "If the overcharge exceeds three percent (3%) of the amounts audited, Seller shall also bear the reasonable cost of the audit. # 3 OVER STATED",
                "If the excess is more than 5% of the Charges audited, the Supplier shall also pay the reasonable cost of the audit. # 5 OVER STATED",
                "If an inspection shows that the Takings of any accounting period have been understated by more than 2%, the Franchisee shall bear the cost of the inspection. # 2 UNDER UNSAID by parts",
                "If the examination shows that less than ninety-five percent (95%) of the royalties was reported, Licensee shall bear its cost. # 5 UNDER DUE",
                "The Manufacturer bears the accountant's fee where the royalties prove to be too low by more than four per cent (4%). # 4 UNDER UNSAID",
                "Where a discrepancy in excess of 2.5 per cent of the amounts due is found, the audited party pays the costs of the audit. # 2.5 EITHER DUE",
                "If an audit shows that the Contractor overcharged more than 2% of the amounts invoiced in a Contract Year, the Contractor shall bear its reasonable cost. # 2 OVER STATED by parts",
                "The audit is at the Distributor's expense if it finds a shortfall of at least 10% of the fees payable, and the cost is then reimbursed. # 10 or equal UNDER DUE",
            })
    void readsWhenTheCostOfAnAuditIsShifted(String sentence, String expected) {
        AuditCostTerm.Said said = AuditCostTerm.read(sentence).orElseThrow();
        assertThat(said.share().toPlainString() + (said.orEqual() ? " or equal " : " ") + said.wrong() + " "
                        + said.base() + (said.parts() ? " by parts" : ""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Each party bears its own costs of an audit.",
                "If the audit does not disclose an underpayment exceeding 5%, Licensor bears the cost of the audit.",
                "Licensee shall pay any underpayment that an audit discloses with interest at 5% a year.",
                "The Supplier pays for the annual audit of its accounts, at most 5% of the fees.",
                "If the price rises by more than 5%, the Buyer may have the costs reviewed and is reimbursed.",
            })
    void readsNothingElseAsThat(String sentence) {
        assertThat(AuditCostTerm.read(sentence)).isEmpty();
    }

    private static Measurement row(String id, String measure, String value) {
        return new Measurement(
                id, LICENSEE, "A-1", measure, QUARTER, null, null, "USD", new BigDecimal(value), REPORT, "");
    }

    private static InvoiceLine line(
            String number, Direction direction, VendorReference vendor, String date, String what, String net) {
        BigDecimal amount = new BigDecimal(net);
        return new InvoiceLine(
                number + "-1",
                number,
                1,
                direction,
                vendor,
                LocalDate.parse(date),
                null,
                null,
                null,
                null,
                "A-1",
                "",
                what,
                "",
                BigDecimal.ONE,
                "each",
                amount,
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.USD,
                LocalDate.parse(date).isBefore(LocalDate.of(2026, 5, 1)) ? QUARTER : null);
    }

    private static final InvoiceLine ROYALTY =
            line("R-1", Direction.ISSUED, LICENSEE, "2026-04-20", "Royalty Q1 2026", "100000");
    private static final InvoiceLine BILL =
            line("PM-1", Direction.RECEIVED, AUDITOR, "2026-07-05", "Royalty examination", "8000");

    private static List<String> run(TenantRole role, String clause, PerformanceFact... facts) {
        PartyReference other = new PartyReference("Licensee", "Other Side Ltd");
        Finding duty = FamilyInWords.finding(
                "A-1", new Obligation(Modality.DUTY, other, null, "bear the cost", null, null, null), clause);
        Dossier dossier = new Dossier(
                new FamilyInWords(role)
                        .with("A-1", "agreement", "2025-01-01", duty)
                        .build(),
                Facts.of(List.of(facts)),
                LocalDate.of(2026, 12, 31));
        return InvoicesInWords.verified(new AuditCostCheck().run(dossier)).stream()
                .map(AuditCostTest::words)
                .toList();
    }

    private static String words(Outcome outcome) {
        return outcome instanceof LedgerEntry entry ? entry.leakage().label() + " " + entry.amount() : "not checkable";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        5000.00 | -
        5000.01 | under-billing USD 8000.00
        0.00    | -
        """)
    void asksTheLicenseeForTheAccountantBeyondTheShare(String found, @Nullable String due) {
        assertThat(run(
                        TenantRole.LICENSOR,
                        CLAUSE,
                        row("M-1", "Audited underpayment of royalties", found),
                        ROYALTY,
                        BILL))
                .isEqualTo(due == null ? List.of() : List.of(due));
    }

    @Test
    void takesWhatAnInspectionFoundAgainstWhatHadBeenReported() {
        Measurement before = new Measurement(
                "M-0",
                LICENSEE,
                "A-1",
                "Takings",
                QUARTER,
                null,
                null,
                "USD",
                new BigDecimal("71900"),
                LocalDate.of(2026, 4, 5),
                "");
        Measurement found = row("M-1", "Takings found by inspection", "74300");
        Measurement cost = row("M-2", "Cost of the inspection", "390");
        String clause =
                "If an inspection shows that the Takings of any accounting period have been understated by more than 2%, the Franchisee shall bear the cost of the inspection.";
        assertThat(run(TenantRole.LICENSOR, clause, before, found, cost)).containsExactly("under-billing USD 390.00");
        assertThat(run(TenantRole.LICENSOR, clause, before, found)).containsExactly("not checkable");
    }

    @Test
    void claimsItFromASupplierThatOvercharged() {
        String clause = "If the overcharge exceeds 3% of the amounts audited, Seller shall bear the cost of the audit.";
        InvoiceLine charged = line("S-1", Direction.RECEIVED, LICENSEE, "2026-04-20", "Services", "100000");
        assertThat(run(TenantRole.BUYER, clause, row("M-1", "Overcharge found by the audit", "3500"), charged, BILL))
                .containsExactly("unclaimed-entitlement USD 8000.00");
        assertThat(run(TenantRole.BUYER, clause, row("M-1", "Overcharge found by the audit", "2500"), charged, BILL))
                .isEmpty();
    }

    @Test
    void asksForNothingThatWasPassedOn() {
        InvoiceLine passed =
                line("R-2", Direction.ISSUED, LICENSEE, "2026-07-20", "Reimbursement of the accountant's fee", "8000");
        Claim claim = new Claim(
                "C-1",
                LICENSEE,
                "A-1",
                "Cost of the audit",
                QUARTER,
                LocalDate.of(2026, 7, 20),
                new BigDecimal("8000"),
                CurrencyUnit.USD,
                "");
        Measurement under = row("M-1", "Audited underpayment of royalties", "6000");
        assertThat(run(TenantRole.LICENSOR, CLAUSE, under, ROYALTY, BILL, passed))
                .isEmpty();
        assertThat(run(TenantRole.LICENSOR, CLAUSE, under, ROYALTY, BILL, claim))
                .isEmpty();
    }

    @Property
    void shiftsTheCostOnlyBeyondTheShare(
            @ForAll @IntRange(min = 1, max = 20) int share, @ForAll @IntRange(min = 1, max = 30_000) int found) {
        String clause = CLAUSE.replace("5%", share + "%");
        List<String> outcomes = new ArrayList<>(run(
                TenantRole.LICENSOR,
                clause,
                row("M-1", "Audited underpayment of royalties", found + ".00"),
                ROYALTY,
                BILL));
        assertThat(outcomes.isEmpty()).isEqualTo(found <= share * 1000);
    }
}
