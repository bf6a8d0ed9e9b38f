package io.recital.extraction.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract wording as input, the facts that it states as output. */
class FactExtractorTest {
    private static final String OPENING =
            "SUPPLY AGREEMENT\n\nThis Supply Agreement (the \"Agreement\") is made and entered into as of"
                    + " March 1, 2021 by and between Alder Packaging Ltd. (\"Supplier\") and Birch Foods, Inc. (\"Customer\").\n\n";

    private final FactExtractor extractor = new FactExtractor();

    private List<Candidate> facts(ContractReading reading, FactType type) {
        return extractor.extractAll(reading, FindingKind.FACT).values().stream()
                .flatMap(answer -> CutText.candidates(answer).stream())
                .filter(candidate -> ((ContractFact) candidate.content()).fact() == type)
                .toList();
    }

    private String stated(String text, FactType type) {
        return facts(CutText.reading(text), type).stream()
                .map(candidate -> candidate.content().summary())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "TITLE # SUPPLY AGREEMENT",
                "DOCUMENT_TYPE # supply agreement",
                "AGREEMENT_DATE # 2021-03-01",
                "PARTY # Alder Packaging Ltd. (“Supplier”); Birch Foods, Inc. (“Customer”)",
            })
    void readsTheOpening(FactType type, String expected) {
        assertThat(stated(OPENING, type)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "This Agreement shall be governed by and construed in accordance with the laws of the State of New York, without regard to conflicts. # New York",
                "This Agreement is governed by the law of England and Wales. # England and Wales",
                "The validity and construction of this Agreement shall be governed by the laws of the People's Republic of China. # People's Republic of China",
                "This Agreement shall be construed in accordance with Delaware law. # Delaware",
                "This Agreement shall be governed by the laws of [***]. # redacted",
                "Supplier shall comply with the laws of the State of Texas. # ''",
                "Each party is subject to the terms of this Agreement. # ''",
                "18. The law of Scotland applies. # Scotland",
                "Manitoba law governs. # Manitoba",
                "This contract is subject to Austrian law to the exclusion of its conflict rules. # Austrian",
                "Irish law applies, and the courts of Dublin decide on all disputes of the parties. # Irish",
                "German law applies, with the exclusion of its conflict rules and of the United Nations convention on sales. # German",
                "(4) German law applies, excluding the UN Convention on Contracts for the International Sale of Goods. # German",
                "Swiss law is applicable. # Swiss",
                "Welsh wool governs the quality of the cloth. # ''",
                "The law of supply and demand applies. # ''",
            })
    void readsTheGoverningLaw(String clause, String expected) {
        assertThat(stated(OPENING + clause, FactType.GOVERNING_LAW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The term of this Agreement shall be three (3) years from the Effective Date. # 2024-03-01",
                "This Agreement shall commence on April 1, 2021 and shall remain in effect until March 31, 2023. # 2023-03-31",
                "The initial term of this Agreement shall be thirty (36) months from the Effective Date. # inconsistent: “thirty” against “36”",
                "This Agreement shall continue in force for a term of [***] years. # redacted",
                "Supplier shall keep records for five (5) years after termination of this Agreement. # ''",
                "This Agreement shall continue until the second anniversary of the Effective Date. # 2023-03-01",
            })
    void readsTheExpirationDate(String clause, String expected) {
        assertThat(stated(OPENING + clause, FactType.EXPIRATION_DATE)).isEqualTo(expected);
    }

    @Test
    void citesTheStartAndTheTermOfAComputedExpirationDate() {
        ContractReading reading = CutText.reading(
                OPENING + "The term of this Agreement shall be three (3) years from the Effective Date.");
        Candidate expiration = facts(reading, FactType.EXPIRATION_DATE).get(0);
        assertThat(expiration.citations())
                .extracting(Citation::quote)
                .containsExactly(
                        "The term of this Agreement shall be three (3) years from the Effective Date.",
                        "March 1, 2021");
        assertThat(expiration.citations()).allMatch(citation -> citation.standsIn(reading.text()));
    }

    @Test
    void resolvesTheDateFirstWrittenAbove() {
        ContractReading reading =
                CutText.reading(OPENING + "This Agreement shall become effective as of the date first written above.");
        Candidate effective = facts(reading, FactType.EFFECTIVE_DATE).get(0);
        assertThat(effective.content().summary()).isEqualTo("2021-03-01");
        assertThat(effective.citations())
                .extracting(Citation::quote)
                .containsExactly(
                        "This Agreement shall become effective as of the date first written above.", "March 1, 2021");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "This Agreement shall automatically renew for successive one (1) year terms unless either party gives sixty (60) days prior written notice of non-renewal. # 1 year # 60 days",
                "Thereafter the term of this Agreement will be automatically extended from year to year unless either party gives notice at least three months before its end. # 1 year # 3 months",
                "After that it carries on for one year at a time, unless one of them has told the other at least four months before the year ends. # 1 year # 4 months",
                "The lease is prolonged by two years in each case if it is not terminated with five months' notice. # 2 years # 5 months",
                "The hire continues for six months at a time unless either party gives notice three months before the end. # 6 months # 3 months",
                "Thereafter the rental continues from year to year unless either party gives written notice, not more than six months and not less than three months before the end of the period. # 1 year # 3 months",
                "The subscription runs on from month to month unless either party gives notice at least two weeks before the end of a month. # 1 month # 2 weeks",
                "Either party may terminate this Agreement for convenience upon ninety (90) days' prior written notice. # '' # 90 days",
                "Either party may terminate this Agreement if the other party fails to cure a breach within thirty (30) days after notice. # '' # ''",
            })
    void readsRenewalAndNotice(String clause, String renewal, String notice) {
        assertThat(stated(OPENING + clause, FactType.RENEWAL)).isEqualTo(renewal);
        assertThat(stated(OPENING + clause, FactType.NOTICE_PERIOD)).isEqualTo(notice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The total contract value shall be EUR 250,000.00, payable in instalments. # EUR 250000.00 # COMMITTED",
                "The estimated total fees under this Agreement are $1.2 million. # USD 1200000.0 # ESTIMATED",
                "The total compensation under this Agreement shall not exceed $400,000. # USD 400000 # CEILING",
                "The total of all fees payable under this Agreement shall not exceed $75,000. # USD 75000 # CEILING",
                "The fixed price of the works is £310,000. # GBP 310000 # COMMITTED",
            })
    void readsTheContractValueAndWhatItBinds(String clause, String value, String basis) {
        ContractFact fact = (ContractFact) facts(CutText.reading(OPENING + clause), FactType.CONTRACT_VALUE)
                .get(0)
                .content();
        assertThat(fact.summary()).isEqualTo(value);
        assertThat(fact.basis()).hasToString(basis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "This Agreement runs from the Effective Date until 30 April 2025. # EXPIRATION_DATE # 2025-04-30",
                "This Agreement begins on the start date and ends on 31 May 2026, unless one of us ends it sooner. # EXPIRATION_DATE # 2026-05-31",
                "It is renewed for a further period of six months each time unless one party gives notice no later than two months before its end. # RENEWAL # 6 months",
                "It is renewed for a further period of six months each time unless one party gives notice no later than two months before its end. # NOTICE_PERIOD # 2 months",
                "The Customer may extend this Agreement once, by nine months, by giving the Supplier written notice at least five weeks before its end. # RENEWAL # 9 months",
                "The Customer may extend this Agreement once, by nine months, by giving the Supplier written notice at least five weeks before its end. # NOTICE_PERIOD # 5 weeks",
                "Start date means 1 July 2021. # EFFECTIVE_DATE # 2021-07-01",
            })
    void readsTheTermInPlainWords(String clause, FactType type, String expected) {
        assertThat(stated(OPENING + clause, type)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The price of the project is fixed at £90,000. # GBP 90000 # COMMITTED",
                "The fees under this work order must not exceed £12,500. # GBP 12500 # CEILING",
                "The charges under this Agreement are estimated at €40,000 in each year. # EUR 40000 # ESTIMATED",
                "In each year Customer shall purchase Products worth not less than $750,000. # USD 750000 # COMMITTED",
            })
    void readsTheContractValueInOtherWords(String clause, String value, String basis) {
        readsTheContractValueAndWhatItBinds(clause, value, basis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Schedule 4: Price List # price list",
                "Annex B: Site Rules # annex",
                "Exhibit C: Freight Tariff # freight tariff",
                "Change note 3 to work order 2 # change note",
                "Notice of termination under clause 9, Services Agreement # notice of termination",
                "Work order 7: Harbour survey # work order",
                "Side Letter No. 2 # side letter",
                "Second Amendment to the Lease Agreement # amendment",
                "Amended and Restated Haulage Agreement # amended and restated haulage agreement",
            })
    void namesTheTypeOfADocument(String title, String type) {
        assertThat(DocumentTypes.of(title)).isEqualTo(type);
    }

    @Test
    void readsAScheduleOfAnotherAgreement() {
        String schedule =
                "Schedule 4: Price List\n\nto the Framework Agreement dated 7 May 2022 between Alder Packaging Ltd."
                        + " (\"Supplier\") and Birch Foods, Inc. (\"Customer\")\n\n1. Prices\n\n1.1 The prices apply from 1 June 2022.\n";
        assertThat(stated(schedule, FactType.PARTY))
                .isEqualTo("Alder Packaging Ltd. (“Supplier”); Birch Foods, Inc. (“Customer”)");
        assertThat(stated(schedule, FactType.AGREEMENT_DATE)).isEmpty();
        assertThat(stated(schedule, FactType.EFFECTIVE_DATE)).isEqualTo("2022-06-01");
    }

    @Test
    void readsTheDatesOfAWorkOrderAndNotThoseOfItsMasterAgreement() {
        String order =
                "Statement of Work No. 3\n\nunder the Services Agreement dated 2 April 2020\n\nThis Statement of Work is dated"
                        + " 9 June 2021 and made between Alder Packaging Ltd. (\"Supplier\") and Birch Foods, Inc. (\"Customer\").\n\n"
                        + "1. Term\n\n1.1 This Statement of Work takes effect on 1 July 2021 and ends on 30 June 2023.\n";
        assertThat(stated(order, FactType.AGREEMENT_DATE)).isEqualTo("2021-06-09");
        assertThat(stated(order, FactType.EFFECTIVE_DATE)).isEqualTo("2021-07-01");
        assertThat(stated(order, FactType.EXPIRATION_DATE)).isEqualTo("2023-06-30");
    }

    @Test
    void prefersTheNoticeAgainstRenewalToThatOfATermination() {
        String term = OPENING
                + "This Agreement shall automatically renew for one year unless a party gives sixty (60) days prior"
                + " written notice.\n\nCustomer may terminate this Agreement for convenience upon ten (10) days' prior written notice.";
        assertThat(stated(term, FactType.NOTICE_PERIOD)).isEqualTo("60 days");
    }

    @Test
    void doesNotTakeALiabilityCapForTheContractValue() {
        assertThat(stated(
                        OPENING + "The aggregate liability shall not exceed the total fees of $400,000.",
                        FactType.CONTRACT_VALUE))
                .isEmpty();
    }

    @Test
    void saysThatItCannotReadAnotherLanguage() {
        ContractReading reading = CutText.reading("Dieser Vertrag unterliegt deutschem Recht.", "de");
        Extraction answer = extractor.extract(reading, reading.clauses().get(0), FindingKind.FACT);
        assertThat(answer).isInstanceOfSatisfying(Extraction.Failed.class, failed -> {
            assertThat(failed.category()).isEqualTo(Extraction.FailureCategory.LANGUAGE);
            assertThat(failed.retriable()).isFalse();
        });
    }

    @Test
    void findsNothingWhereNothingIsStated() {
        ContractReading reading = CutText.reading("Supplier shall deliver the goods to the dock.");
        assertThat(extractor.extract(reading, reading.clauses().get(0), FindingKind.FACT))
                .isEqualTo(new Extraction.NothingHere());
    }

    @Test
    void readsALongContract() {
        String article =
                "7.1 Supplier shall deliver within thirty (30) days of each order dated May 5, 2021 and invoice $1,000.\n\n";
        assertThat(facts(CutText.reading(OPENING + article.repeat(3_000)), FactType.TITLE))
                .extracting(Candidate::content)
                .isNotEmpty()
                .isEqualTo(facts(CutText.reading(OPENING + article), FactType.TITLE).stream()
                        .map(Candidate::content)
                        .toList());
    }
}
