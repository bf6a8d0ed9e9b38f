package io.recital.extraction.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.TypedValue;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who and from when to when in short contracts, orders and letters, which tell it in passing; {@code |} stands between paragraphs. */
class ShortContractTest {
    private static String stated(String text, FactType type) {
        return new FactExtractor()
                .extractAll(CutText.reading(text.replace("|", "\n\n")), FindingKind.FACT).values().stream()
                        .flatMap(answer -> CutText.candidates(answer).stream())
                        .filter(candidate -> candidate.confidence() >= 0.5)
                        .map(candidate -> (ContractFact) candidate.content())
                        .filter(fact -> fact.fact() == type)
                        .map(ShortContractTest::words)
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private static String words(ContractFact fact) {
        return fact.value() instanceof TypedValue.Party party && party.role() != null
                ? fact.summary() + ", " + party.role()
                : fact.summary();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "FERRY AGREEMENT|Alder Ltd. (\"Carrier\") will carry the cars of Birch Inc. (\"Shipper\") from 1 May 2025 until 30 April 2027. # 2025-05-01 # 2027-04-30",
                "CLEANING TERMS|Alder Ltd. (\"Cleaner\") and Birch Inc. (\"Client\").|In force from 1 March 2026 to 28 February 2029. # 2026-03-01 # 2029-02-28",
                "LICENCE|From 1 July 2025 to 30 June 2028 Birch Inc. (\"Licensee\") may use the mark of Alder Ltd. (\"Licensor\"). # 2025-07-01 # 2028-06-30",
                "PRICE AGREEMENT|Between Alder Ltd. (\"Supplier\") and Birch Inc. (\"Buyer\").|Valid for all orders that are placed from 1 January 2026 to 31 December 2026. # 2026-01-01 # 2026-12-31",
                "STUDY TERMS|Alder Ltd. (\"Adviser\") carries out a study for Birch Inc. (\"Client\").|We start on 2 March 2026 and expect to finish in the autumn. # 2026-03-02 # ''",
                "SUPPLY TERMS|Alder Ltd. (\"Alder\") will supply Birch Inc. (\"Birch\") on these terms from 1 October 2025. Either of us can stop at the end of any month. # 2025-10-01 # ''",
            })
    void readsATermToldInPassing(String text, String first, String last) {
        assertThat(stated(text, FactType.EFFECTIVE_DATE)).isEqualTo(first);
        assertThat(stated(text, FactType.EXPIRATION_DATE)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "DEPOT LETTER|Alder Ltd. (\"Alder\") and Birch Inc. (\"Birch\") agree:|(a) Alder keeps two more drivers on duty from 7 May 2026 to 21 May 2026. # ''",
            })
    void takesNoShortPeriodForATerm(String text, String expected) {
        assertThat(stated(text, FactType.EXPIRATION_DATE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "CIRCUIT ORDER|Customer: Birch plc. Provider: Alder Networks Limited.|Rental is paid monthly. # Birch plc (“Customer”), buyer; Alder Networks Limited (“Provider”), seller",
                "TERMS OF SALE|These terms apply to all sales of screws by Alder, Inc. (“Seller”) to Birch Tools, Inc., 9 Mill Road, Reading (“Buyer”). # Alder, Inc. (“Seller”), seller; Birch Tools, Inc. (“Buyer”), buyer",
                "HAULAGE|Between Birch plc, Mill House, York (the Customer) and Alder Haulage Limited, Dock Road, Hull (the Haulier). # Birch plc (“Customer”), buyer; Alder Haulage Limited (“Haulier”), seller",
                "VENDING|Between Alder Vending Limited (we) and Birch plc (you). # Alder Vending Limited (“we”), seller; Birch plc (“you”), buyer",
                "GUARDING|This is an agreement between Birch plc (“we”, “us”) of York and Alder Guards Limited (“you”) of Hull.|We pay £900 a week. You invoice us on the last day of the month. # Birch plc (“we”), buyer; Alder Guards Limited (“you”), seller",
                "SUPPLY|Birch B.V. in Breda, the Buyer, and Alder Karton B.V. in Venlo, the Seller, agree: # Birch B.V. (“Buyer”), buyer; Alder Karton B.V. (“Seller”), seller",
                "SERVICE COSTS|Alder Parks B.V. as lessor and Birch B.V. as lessee agree on service costs. # Alder Parks B.V. (“lessor”), seller; Birch B.V. (“lessee”), buyer",
                "RV-9|Framework Contract|between|ALDER PACK GMBH|and|BIRCH TECHNIK GMBH|FRAMEWORK CONTRACT|Parties|Alder Pack GmbH, Am Bruch 14, 95030 Hof, register of Hof 4471 (the “Supplier”), and|Birch Technik GmbH, Allee 3, 07745 Jena (the “Purchaser”),|conclude the following contract on 24 June 2025.|1. Goods|The Supplier makes trays. # Alder Pack GmbH (“Supplier”), seller; Birch Technik GmbH (“Purchaser”), buyer",
                "CLEANING CONTRACT|between ALDER LTD. and BIRCH PLC|1. PARTIES|1.1 Alder Ltd. is a company registered in England and called the “Provider” here.|1.2 Birch Plc is its customer (the “Client”). # Alder Ltd. (“Provider”), seller; Birch Plc (“Client”), buyer",
                "FRAMEWORK|Alder Pack GmbH, Kassel (seller), and Birch GmbH, Mainz (buyer). # Alder Pack GmbH (“seller”), seller; Birch GmbH (“buyer”), buyer",
            })
    void readsWhoConcludesIt(String text, String expected) {
        assertThat(stated(text, FactType.PARTY)).isEqualTo(expected);
    }
}
