package io.recital.extraction.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Openings, dates and terms in the wordings of signed contracts; {@code |} stands between paragraphs. */
class FactWordingTest {
    private static final String DATED =
            "SUPPLY AGREEMENT|This Supply Agreement is dated as of March 1, 2021 between Alder Ltd. (\"Supplier\") and Birch Inc."
                    + " (\"Customer\").|";

    private static String stated(String text, FactType type) {
        return new FactExtractor()
                .extractAll(CutText.reading(text.replace("|", "\n\n")), FindingKind.FACT).values().stream()
                        .flatMap(answer -> CutText.candidates(answer).stream())
                        .map(candidate -> (ContractFact) candidate.content())
                        .filter(fact -> fact.fact() == type)
                        .map(ContractFact::summary)
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "LEASE|This Lease is entered into this ___ day of March, 2018, by and between Alder Ltd. (\"Landlord\") and Birch Inc. (\"Tenant\"). # this ___ day of March, 2018",
                "CONSULTING AGREEMENT|This Consulting Agreement is made as of July 2013 between Alder Ltd. (\"Client\") and Birch Inc. (\"Consultant\"). # July 2013",
                "SUPPLY AGREEMENT|This Supply Agreement is made on the 1st day of March, 2021 between Alder Ltd. (\"Supplier\") and Birch Inc. (\"Customer\"). # 2021-03-01",
                "HAULAGE AGREEMENT|This Haulage Agreement is made between Alder Ltd. (\"Shipper\") and Birch Inc. (\"Carrier\").|1. Carrier shall haul the goods.|IN WITNESS WHEREOF the parties have signed.|ALDER LTD.|By: ____________|Date: May 4, 2020 # 2020-05-04",
                "March 3, 2019|Birch Inc.|Re: Tool Supply|Dear Ms. Stone:|This letter sets out the agreement between Alder Ltd. (\"Alder\") and Birch Inc. (\"Birch\") on tools. # 2019-03-03",
                "SUPPLY AGREEMENT|This Supply Agreement is between Alder Ltd. (\"Supplier\") and Birch Inc. (\"Customer\") and replaces their Framework Agreement dated May 2, 2015. # ''",
                "SUPPLY AGREEMENT|This Supply Agreement is between Alder Ltd. (\"Supplier\") and Birch Inc. (\"Customer\").|WHEREAS, Customer took a lease on June 5, 2010. # ''",
            })
    void readsWhenItWasMade(String text, String expected) {
        assertThat(stated(text, FactType.AGREEMENT_DATE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "COOPERATION AGREEMENT|Party A: Alder Trading Co., Ltd.|Party B: Birch Logistics Co., Ltd.|Party A and Party B agree as follows. # Alder Trading Co., Ltd. (“Party A”); Birch Logistics Co., Ltd. (“Party B”)",
                "SUPPLY AGREEMENT|This Supply Agreement is made by and among Alder Ltd., a company organized under the laws of England (hereinafter referred to as the \"Supplier\") and Birch Inc., a Delaware corporation with its office at 12 Hill Road (the \"Customer\", and together with Supplier, the \"Parties\"). # Alder Ltd. (“Supplier”); Birch Inc. (“Customer”)",
                "March 3, 2019|Birch Inc.|Re: Tool Supply|Dear Ms. Stone:|This letter sets out the agreement between Alder Ltd. (\"Alder\") and Birch Inc. (\"Birch\") on tools. # Alder Ltd. (“Alder”); Birch Inc. (“Birch”)",
            })
    void readsWhoMadeIt(String text, String expected) {
        assertThat(stated(text, FactType.PARTY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1. Term. This Agreement shall remain in effect until the last Product has been delivered and paid for. # until the last Product has been delivered and paid for",
                "1. Term. This Agreement shall become effective today and shall continue until terminated by either party as set out in Section 8. # no fixed end",
                "1. Term. This Agreement terminates automatically upon completion of the Works. # terminates automatically upon completion of the Works",
                "1. Term. The initial term shall commence on April 1, 2021 and shall run for a period of eighteen (18) months. # 2022-10-01",
                "1. Term. This Agreement shall expire on February 28, 2024 unless renewed. # 2024-02-28",
                "1.2 This Statement of Work takes effect on 1 September 2025.|1.3 This Statement of Work ends on 30 September 2027. # 2027-09-30",
                "1. This Agreement commences on April 1, 2021.|2. This Agreement ends on March 31, 2024. # 2024-03-31",
                "1. This Agreement is effective as of April 1, 2021.|2. This Agreement shall expire on March 31, 2024. # 2024-03-31",
                "1. This Order begins on 1 May 2021. # ''",
                "1. Term. This Agreement shall be in force from April 1, 2021 to March 31, 2024. # 2024-03-31",
                "1. Warranty. The warranty period shall end on June 30, 2023. # ''",
                "1. Orders. During the term Supplier shall accept each order until the end of the month. # ''",
            })
    void readsWhenItEnds(String clause, String expected) {
        assertThat(stated(DATED + clause, FactType.EXPIRATION_DATE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "SUPPLY AGREEMENT|This Supply Agreement is entered into on March 1, 2021 and is effective as of January 1, 2021 (the \"Effective Date\") between Alder Ltd. (\"Supplier\") and Birch Inc. (\"Customer\"). # 2021-01-01",
                "SUPPLY AGREEMENT|This Supply Agreement is dated March 1, 2021 between Alder Ltd. (\"Supplier\") and Birch Inc. (\"Customer\").|1. Start. The initial term shall commence on April 1, 2021 and shall run for eighteen (18) months. # 2021-04-01",
                "SUPPLY AGREEMENT|This Supply Agreement is dated March 1, 2021 between Alder Ltd. (\"Supplier\") and Birch Inc. (\"Customer\").|1. Supplier shall supply Products. # ''",
            })
    void readsWhenItTakesEffect(String text, String expected) {
        assertThat(stated(text, FactType.EFFECTIVE_DATE)).isEqualTo(expected);
    }
}
