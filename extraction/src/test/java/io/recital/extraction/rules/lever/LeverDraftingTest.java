package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeversRead.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levers where drafters hide them: in lists, behind signatures, in recitals, without the usual words. */
class LeverDraftingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "by either party upon sixty (60) days' prior written notice to the other; # termination for convenience: either party, 60 days",
                "by Customer for any reason, by giving Supplier three months' notice in writing; # termination for convenience: Harbour Foods plc (“Customer”), 3 months",
                "by Supplier upon ten (10) days' notice if Customer fails to pay; # ''",
                "by either party in case of bankruptcy, upon five (5) days' notice; # ''",
            })
    void readsAnItemOfWhatMayEndTheAgreement(String item, String expected) {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("9", "This Agreement may be terminated before its term ends:")
                .child("9", "9(a)", "(a) " + item)
                .reading();
        assertThat(read(contract)).startsWith(expected).matches(found -> found.isEmpty() == expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Customer may terminate this Agreement, or any Order under it that has not been accepted and confirmed by Supplier with a delivery date within the current calendar month or the month after it, for convenience on one month's notice. # termination for convenience",
                "Either party may terminate this alliance upon not less than 60 days' written notice. # termination for convenience: either party, 60 days",
                "If the Master Lease is terminated for any reason, this Agreement may be cancelled with it. # ''",
            })
    void readsTerminationForConvenience(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected).matches(found -> found.isEmpty() == expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "This Agreement shall automatically renew for successive terms of the same duration unless a party gives notice ninety (90) days before its end. # renewal: 90 days, automatic",
                "This Agreement may be renewed for an additional term of ten (10) years by notice in writing given by Customer. # renewal: 10 years",
                "The hire is prolonged by two years in each case if it is not terminated with five months' notice. # renewal: 2 years, 5 months, automatic",
                "After that it carries on for one year at a time, unless one of them has told the other at least four months before the year ends. # renewal: 1 year, 4 months, automatic",
                "Customer may renew maintenance under this Agreement for subsequent periods of one (1) year each. # renewal: 1 year",
            })
    void readsRenewals(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "All invoices are payable within 30 days. # payment term: 30 days",
                "Payment terms are net 45 days. # payment term: 45 days",
                "Supplier shall invoice Customer for delivered Goods on a net 30 day basis. # payment term: 30 days",
                "Terms of payment shall be sixty (60) days from the date of shipment. # payment term: 60 days, the date of shipment",
                "Supplier shall issue its invoices within 10 days after the end of each month. # ''",
            })
    void readsPaymentTerms(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected).matches(found -> found.isEmpty() == expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Licensor shall have the exclusive right, but not the duty, to prosecute infringers. # ''",
                "Supplier has the sole and exclusive right to make all pricing decisions. # ''",
                "Disputes shall be resolved exclusively by the courts of York, and Supplier shall market the Goods there. # ''",
                "Supplier grants Customer the exclusive right to sell the Products in the Territory. # exclusivity",
            })
    void tellsTradeFromWhoDecides(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected).matches(found -> found.isEmpty() == expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The fee falls due in steps: 20% ($4,000) to be paid upon completion of the first stage. # rate card: fee, USD 4000",
                "Customer shall pay $2,000 when net sales first exceed an amount of $90,000. # rate card: payment, USD 2000",
                "Customer shall pay direct damages of at most $75,000 and no more. # ''",
                "Customer will issue a letter of credit in the amount of $500,000. # ''",
                "Customer's price for each Product shall be the list price less 35%. # volume discount: 35 %",
            })
    void readsSums(String clause, String expected) {
        assertThat(read(clause))
                .startsWith(expected)
                .doesNotContain("90000")
                .matches(found -> found.isEmpty() == expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"SIGNATURE", "TITLE"})
    void readsPricesWhereverTheLayoutPutsThem(ClauseKind kind) {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .ofKind(kind, "S", "The price for each crate of the Goods shall be $14.50 per crate.")
                .reading();
        assertThat(read(contract)).startsWith("rate card").contains("USD 14.50");
    }

    @Test
    void whatPartiesReciteIsNoTermUntilTheyAgree() {
        ContractReading recited = ContractText.betweenSupplierAndCustomer()
                .ofKind(ClauseKind.RECITAL, "R", "WHEREAS, Customer pays Supplier a fee of $900 per month.")
                .reading();
        ContractReading agreed = ContractText.betweenSupplierAndCustomer()
                .ofKind(
                        ClauseKind.RECITAL,
                        "R",
                        "WHEREAS, Customer wants crates. NOW, THEREFORE, Customer shall pay Supplier a fee of $900 per month.")
                .reading();
        assertThat(read(recited)).isEmpty();
        assertThat(read(agreed)).startsWith("rate card").contains("USD 900");
    }
}
