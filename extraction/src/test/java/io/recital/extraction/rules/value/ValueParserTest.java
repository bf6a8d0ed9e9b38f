package io.recital.extraction.rules.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract wording as input, the typed value and its exact words as output. */
class ValueParserTest {
    private static String read(ValueParser parser, String text) {
        List<ValueMatch> matches = parser.findAll(text);
        return matches.stream()
                .map(match -> match.wording(text) + " = " + match.value().display())
                .collect(Collectors.joining(" | "));
    }

    private static void assertReads(ValueParser parser, String text, String expected) {
        assertThat(read(parser, text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "the sum of USD 1,000,000.00 shall be paid # USD 1,000,000.00 = USD 1000000.00",
                "a fee of $1.5 million per year # $1.5 million = USD 1500000.0",
                "up to £12k per order # £12k = GBP 12000",
                "EUR 1.234,56 plus VAT # EUR 1.234,56 = EUR 1234.56",
                "1.234.567,00 € in total # 1.234.567,00 € = EUR 1234567.00",
                "five hundred thousand dollars ($500,000) # five hundred thousand dollars ($500,000) = USD 500000",
                "Five Hundred Thousand U.S. Dollars (US$500,000.00) # Five Hundred Thousand U.S. Dollars (US$500,000.00) = USD 500000.00",
                "Ten Thousand and 00/100 Dollars ($10,000.00) # Ten Thousand and 00/100 Dollars ($10,000.00) = USD 10000.00",
                "two hundred dollars ($250) # two hundred dollars ($250) = inconsistent: “two hundred” against “250”",
                "CHF 2'500.50 # CHF 2'500.50 = CHF 2500.50",
                "50,000 USD annually # 50,000 USD = USD 50000",
                "$[***] per unit # $[***] = redacted",
                "US$ [*] # US$ [*] = redacted",
                "ten dollars # ten dollars = USD 10",
                "five cents ($0.05) per copy # five cents ($0.05) = USD 0.05",
                "C$400 and A$300 # C$400 = CAD 400 | A$300 = AUD 300",
                "1.1 £18.40 for each sample # £18.40 = GBP 18.40",
                "2.3 EUR 40.50 a pallet # EUR 40.50 = EUR 40.50",
                "500 EUR in 30 days # 500 EUR = EUR 500",
                "$25,000, $5 and $.75 # $25,000 = USD 25000 | $5 = USD 5 | $.75 = USD 0.75",
                "Section 7.2 of 14 May 2019 # ''",
                "call +44 20 7946 0958 # ''",
                "a weight of 500 pounds # ''",
                "in 2021 the Supplier # ''",
            })
    void readsMoney(String text, String expected) {
        assertReads(new MoneyParser(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Availability of 99.9% # 99.9% = 99.9 %",
                "ninety-five percent (95%) # ninety-five percent (95%) = 95 %",
                "fifty (50) percent of the shares # fifty (50) percent = 50 %",
                "ten (10%) percent # ten (10%) percent = 10 %",
                "interest at 1.5% per month # 1.5% = 1.5 %",
                "150 basis points over # 150 basis points = 1.5 %",
                "three per cent of the price # three per cent = 3 %",
                "one and one-half percent (1.5%) # one and one-half percent (1.5%) = 1.5 %",
                "one-half of one percent (0.5%) # one-half of one percent (0.5%) = 0.5 %",
                "1 1/2% per month # 1 1/2% = 1.50 %",
                "five percent (7%) # five percent (7%) = inconsistent: “five” against “7”",
                "[***]% of Net Sales # [***]% = redacted",
                "ninety-nine point nine percent # ninety-nine point nine percent = 99.9 %",
                "Section 12 sets out the fees # ''",
                "a percentage of the fees # ''",
            })
    void readsPercentages(String text, String expected) {
        assertReads(new PercentParser(), text, expected.replace("1.50 %", "1.5 %"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "within thirty (30) days of # thirty (30) days = 30 days",
                "10 Business Days after # 10 Business Days = 10 business days",
                "four (4) hours # four (4) hours = 4 hours",
                "terms are net 45 from # net 45 = 45 days",
                "sixty days # sixty days = 60 days",
                "a term of 12 months # 12 months = 12 months",
                "in a calendar quarter # a calendar quarter = 1 quarter",
                "ninety (90)-day notice # ninety (90)-day = 90 days",
                "a 60-day period # 60-day = 60 days",
                "thirty (45) days # thirty (45) days = inconsistent: “thirty” against “45”",
                "[***] days # [***] days = redacted",
                "three (3) consecutive calendar months # three (3) consecutive calendar months = 3 months",
                "one hundred eighty (180) days # one hundred eighty (180) days = 180 days",
                "two and one-half years # two and one-half years = 30 months",
                "thirty days (30 days) # thirty days (30 days) = 30 days",
                "1.5 hours # 1.5 hours = 90 minutes",
                "five (5) working days # five (5) working days = 5 business days",
                "Section 30 (Days) # ''",
                "several days # ''",
                "the year 2021 # ''",
            })
    void readsDurations(String text, String expected) {
        assertReads(new DurationParser(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "dated March 1, 2021 between # March 1, 2021 = 2021-03-01",
                "the 1st day of March, 2021 # 1st day of March, 2021 = 2021-03-01",
                "31 December 2024 # 31 December 2024 = 2024-12-31",
                "on 2020-02-29 # 2020-02-29 = 2020-02-29",
                "on 3/4/2019 # 3/4/2019 = 2019-03-04",
                "on 25/12/2019 # 25/12/2019 = 2019-12-25",
                "am 24.12.2019 # 24.12.2019 = 2019-12-24",
                "the twenty-first day of June 2010 # twenty-first day of June 2010 = 2010-06-21",
                "Sept. 30, 2004 # Sept. 30, 2004 = 2004-09-30",
                "the ___ day of March, 2021 # ''",
                "the [●] day of March 2021 # [●] day of March 2021 = redacted",
                "March __, 2011 # ''",
                "February 30, 2011 # ''",
                "Section 3.4.12 # ''",
                "version 1.2.2019.4 # ''",
                "in May 2018 # ''",
                "phone 555-12-3456 # ''",
            })
    void readsDates(String text, String expected) {
        assertReads(new DateParser(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "invoiced monthly in arrears # monthly = 1 month",
                "per calendar quarter # per calendar quarter = 1 quarter",
                "reviewed annually # annually = 1 year",
                "1.5% per month # per month = 1 month",
                "semi-annual reviews # semi-annual = 6 months",
                "every two (2) years # every two (2) years = 2 years",
                "per annum # per annum = 1 year",
                "each party # ''",
            })
    void readsFrequencies(String text, String expected) {
        assertReads(new FrequencyParser(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "the Consumer Price Index for All Urban Consumers (CPI-U) # Consumer Price Index for All Urban Consumers (CPI-U) = CPI-U",
                "increase in the Retail Prices Index # Retail Prices Index = RPI",
                "three-month EURIBOR # EURIBOR = EURIBOR",
                "4% above the Bank of England base rate # Bank of England base rate = Bank of England base rate",
                "the prime rate plus two percent # prime rate = prime rate",
                "the price index of goods # ''",
            })
    void readsIndices(String text, String expected) {
        assertReads(new IndexParser(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "at least 10,000 units # 10,000 units = 10000 units",
                "five (5) named users # five (5) named users = 5 users",
                "two (3) servers # two (3) servers = inconsistent: “two” against “3”",
                "2 million impressions # 2 million impressions = 2000000 impressions",
                "[***] units of Product # [***] units = redacted",
                "clause 12 applies # ''",
            })
    void readsQuantities(String text, String expected) {
        assertReads(new QuantityParser(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "95% or more but less than 99% # 95 in 99 out %",
                "≥ 99.0% and < 99.5% # 99.0 in 99.5 out %",
                "Below 95.0% # open 95.0 out %",
                "1 – 10,000 # 1 in 10000 in ?",
                "over 50,000 # 50000 out open ?",
                "10,001 to 50,000 units # 10001 in 50000 in units",
                "$1,000,000 and above # 1000000 in open USD",
                "less than 99.9% but at least 99.0% # 99.0 in 99.9 out %",
                "99.0% to less than 99.5% # 99.0 in 99.5 out %",
                "between 500 and 999 pieces # 500 in 999 in pieces",
                "ninety-five percent (95%) or more # 95 in open %",
                "> 4 hours # 4 out open ?",
                "up to €250,000 # open 250000 in EUR",
                "100+ # 100 in open ?",
            })
    void readsBands(String text, String expected) {
        List<Band> bands = new TierParser().findBands(text);
        assertThat(bands).hasSize(1);
        Band band = bands.get(0);
        String low =
                band.from() == null ? "open" : band.from().toPlainString() + (band.fromIncluded() ? " in" : " out");
        String high = band.to() == null ? "open" : band.to().toPlainString() + (band.toIncluded() ? " in" : " out");
        assertThat(low + " " + high + " " + (band.unit().isEmpty() ? "?" : band.unit()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "3% on purchases from $1,000,000 up to $2,000,000; 5% on purchases above $2,000,000 # ≥ 1000000 and ≤ 2000000 USD: 3 % | > 2000000 USD: 5 %",
                "less than 99.9% but at least 99.0%: 10% of the monthly fee; below 99.0%: 25% of the monthly fee # ≥ 99.0 and < 99.9 %: 10 % | < 99.0 %: 25 %",
                "The Supplier shall pay 5% of the price. # ''",
            })
    void readsTiersOfProse(String text, String expected) {
        String read = new TierParser()
                .findTiers(text).stream()
                        .map(match -> new TypedValue.Tiers(List.of(match.tier())).display())
                        .collect(Collectors.joining(" | "));
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"[***]", "[*]", "[REDACTED]", "XXXX", "[●]", "[ * * * ]", "*****"})
    void recognisesRedaction(String marker) {
        String text = "a price of " + marker + " applies";
        assertReads(new Redaction(), text, marker + " = redacted");
    }
}
