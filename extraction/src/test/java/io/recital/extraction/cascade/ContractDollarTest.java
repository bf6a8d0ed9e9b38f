package io.recital.extraction.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractDollarTest {
    private static Candidate candidate(FindingContent content, String quote) {
        UUID id = new UUID(0, 1);
        return new Candidate(
                content,
                List.of(new Citation(
                        id,
                        id,
                        "x.txt",
                        "1",
                        null,
                        new Span(0, quote.codePointCount(0, quote.length())),
                        quote,
                        Sha256.of(quote),
                        CitationRole.CLAUSE)),
                0.9);
    }

    private static Candidate law(String place) {
        return candidate(
                ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text(place)),
                "The law of " + place + " applies.");
    }

    private static Candidate party(String words) {
        return candidate(ContractFact.of(FactType.PARTY, new TypedValue.Party(words, null, null)), words);
    }

    private static String dollar(String text, @Nullable String law, String... parties) {
        List<Candidate> facts = new ArrayList<>();
        if (law != null) {
            facts.add(law(law));
        }
        for (String party : parties) {
            facts.add(party(party));
        }
        return ContractDollar.of(text, facts).dollar().getCode();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
            The fee is $500. All amounts in this Agreement are in Canadian dollars. | none | CAD
            The fee is $500. All dollar amounts are expressed in Australian currency. | England | AUD
            In this Agreement “$” means the lawful currency of Australia. The fee is $500. | none | AUD
            References to “dollars” are to New Zealand dollars. The fee is $500. | none | NZD
            All prices are stated in Singapore dollars unless marked otherwise. US$ 4 is the toll, $5 the fee. | none | SGD
            Prices are quoted in CAD. The fee is $500. | none | CAD
            Unless otherwise stated, all sums are in lawful money of Canada: $500 a month. | New York | CAD
            Currency: AUD. The fee is $500. | none | AUD
            All payments shall be made in US dollars. The fee is $500. | Ontario | USD
            The fee is AUD 500 and the deposit $40. | none | AUD
            The fee is HK$500, later $600. | none | HKD
            The fee is $500. | State of Victoria | AUD
            The fee is $500. | New South Wales | AUD
            The fee is $500. | Province of British Columbia | CAD
            The fee is $500. | Singapore | SGD
            The fee is $500 and the licence US$20. | Hong Kong | HKD
            The fee is $500. | State of New York | USD
            The fee is $500. | England and Wales | USD
            The fee is $500. | none | USD
            The technician draws in CAD for $58.00 an hour. | State of Ohio | USD
            The fee is USD 500, of which $100 at once. | Victoria | USD
            The amounts of $5 are in Canadian dollars or US dollars as ordered. | none | USD
            """)
    void theSignMeansTheDollarOfTheContract(String text, @Nullable String law, String code) {
        assertThat(dollar(text, law)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            Oakes Fitout Pty Ltd, Footscray | Lind Australia Pty Limited | none | AUD
            Oakes Stores Inc., 20 Bay Street, Toronto, ON M5V 2T6 | Lind plc, Bristol | England | CAD
            Oakes Pte. Ltd. | Lind plc, Bristol | none | SGD
            Oakes Pty Ltd, Perth | Lind Corporation, a Delaware corporation | none | USD
            Oakes Pty Ltd, Perth | Lind LLC, Seattle, WA 98101 | New York | USD
            Oakes Pty Ltd, Perth | Lind LLC, Seattle, WA 98101 | Queensland | AUD
            Oakes Inc., Denver, Colorado 80202 | Lind Inc. | none | USD
            Oakes Ltd, Victoria Street, London | Lind plc | none | USD
            """)
    void orThatOfTheCountryOfTheParties(String one, String other, @Nullable String law, String code) {
        assertThat(dollar("The fee is $500.", law, one, other)).isEqualTo(code);
    }

    @Test
    void aScheduleIsReadByThePartiesThatItBeginsWith() {
        assertThat(dollar("Schedule 2 to the Agreement between Oakes Pty Ltd and Lind plc. Visit: $500.", null))
                .isEqualTo("AUD");
    }

    @Test
    void sumsAndBoundsAreInItUnlessTheirWordsSayOtherwise() {
        FindingContent rebate = new CommercialLever(
                LeverType.REBATE,
                List.of(new LeverParameter(
                        LeverParameter.Name.TIERS,
                        new TypedValue.Tiers(List.of(new Tier(
                                new BigDecimal("1000"),
                                true,
                                null,
                                false,
                                "USD",
                                new TypedValue.Amount(BigMoney.parse("USD 5"))))))));
        ContractDollar dollar = new ContractDollar(CurrencyUnit.AUD);

        assertThat(dollar.in(candidate(rebate, "From $1,000 the rebate is $5."))
                        .content()
                        .summary())
                .isEqualTo("rebate: ≥ 1000 AUD: AUD 5");
        assertThat(dollar.in(candidate(rebate, "From US$1,000 the rebate is US$5."))
                        .content())
                .isEqualTo(rebate);
        assertThat(dollar.in(candidate(ContractFact.of(FactType.TITLE, new TypedValue.Text("Order")), "Order of $1"))
                        .content()
                        .summary())
                .isEqualTo("Order");
    }
}
