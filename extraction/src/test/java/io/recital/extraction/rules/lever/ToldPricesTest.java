package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeversRead.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices in the sentences of many drafters, each with what it is for and its unit. */
class ToldPricesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Our hourly rates are £95 for a fitter, £70 for a mate and £120 for an engineer. # rate card: fitter, GBP 95, hour | rate card: mate, GBP 70, hour | rate card: engineer, GBP 120, hour",
                "The price of resin R-12 is EUR 4.10 per kg and the price of resin R-30 is EUR 7.95 per kg, drums included. # rate card: resin R-12, EUR 4.10, kg | rate card: resin R-30, EUR 7.95, kg",
                "Storage is €1.90 per pallet per week. # rate card: Storage, EUR 1.90, pallet per week",
                "Loading is £2.80 and unloading £3.05 per pallet. # rate card: Loading, GBP 2.80, pallet | rate card: unloading, GBP 3.05, pallet",
                "The rate for each trip is £310.00 to Leith and £198.00 to Perth. # rate card: trip to Leith, GBP 310.00, trip | rate card: trip to Perth, GBP 198.00, trip",
                "Supplier charges postage of EUR 12.00 per parcel. # rate card: postage, EUR 12.00, parcel",
                "The fee amounts to € 1,750.00 per month excluding VAT. # rate card: fee, EUR 1750.00, month, 1 month",
                "Customer shall pay to Supplier a Site Fee of $3,300.00 for each calendar month, and for each visit made a Visit Charge of $41.50. # rate card: Site Fee, USD 3300.00, calendar month, 1 month | rate card: Visit Charge, USD 41.50",
                "Journeys are charged at a flat CHF 60.00 per visit. # rate card: Journeys, CHF 60.00, visit",
                "Waiting beyond one hour at a gate is charged at £42.00 an hour. # rate card: Waiting beyond one hour at a gate, GBP 42.00, hour",
                "Customer will pay Supplier £8,200.00 for each month (the Standing Payment). # rate card: Standing Payment, GBP 8200.00, month, 1 month",
                "Every colour copy is billed at $0.0720. # rate card: colour copy, USD 0.0720",
                "For orders below EUR 150.00 a small-order surcharge of EUR 18.00 is charged. # rate card: small-order surcharge, EUR 18.00",
                "A night call between 9 p.m. and 5 a.m. is billed at $180.00 per call. # rate card: night call between 9 p.m. and 5 a.m., USD 180.00, call",
                "The net price per tonne is EUR 212.00 for gravel and EUR 148.00 for sand. # rate card: gravel, EUR 212.00, tonne | rate card: sand, EUR 148.00, tonne",
                "From the Change Date, the Hosting Charge stated in Clause 4.2 of the Contract shall be £910.00 for each calendar month, in place of the £850.00 charged before. # rate card: Hosting Charge, GBP 910.00, calendar month, 1 month",
                "With effect from 1 May 2026 the Rate of a Fitter is £72.00 and the Rate of a Mate is £55.00 an hour. # rate card: Fitter, GBP 72.00, hour, 2026-05-01 | rate card: Mate, GBP 55.00, hour, 2026-05-01",
                "Effective May 1, 2026 the price of a pump filter is $41.50 each. # rate card: pump filter, USD 41.50",
                "For orders of article B-40 placed from 1 May 2026 the price is EUR 38.20 per 1,000 pieces. # rate card: B-40, EUR 38.20, 1,000 pieces, 2026-05-01",
                "From 15 June 2026 Supplier also cleans the depot at Leith. The Standing Charge for it is £950.00 a month. # rate card: depot at Leith, GBP 950.00, month, 1 month, 2026-06-15",
                "For key holding the charge is £42.00 per call-out. # rate card: key holding, GBP 42.00",
                "Inspection costs £65.00 per boiler. # rate card: Inspection, GBP 65.00, boiler",
                "The annual licence fee is $14,400. # rate card: annual licence fee, USD 14400",
            })
    void tellsWhatEachPriceIsFor(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
    }

    /** Prices that a clause on prices lists without saying that they are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Price # £18.40 for each routine sample and £46.00 for each urgent sample, in the month in which the result is reported. # rate card: routine sample, GBP 18.40 | rate card: urgent sample, GBP 46.00",
                "Conditions # PRICE. $7.85 per bracket (part 4417) and $22.40 per housing (part 4502), f.o.b. Macon. # rate card: bracket (part 4417), USD 7.85 | rate card: housing (part 4502), USD 22.40",
                "Rates # £65.00 per hour for a fitter, £45.00 per hour for a mate. # rate card: fitter, GBP 65.00, hour | rate card: mate, GBP 45.00, hour",
                "Charges # EUR 12.50 a pallet; EUR 3.10 a carton. # rate card: pallet, EUR 12.50 | rate card: carton, EUR 3.10",
                "Fees # $120.00 per licence. # rate card: licence, USD 120.00",
                "Terms # Unit price: £9.90 per drum. # rate card: drum, GBP 9.90",
            })
    void readsPricesThatAreListedWithoutAVerb(String heading, String clause, String expected) {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("1", heading, clause)
                .reading();

        assertThat(read(contract)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The price is $42.00 for each kit; for an order of 1,000 kits or more it is $39.50 for each kit of that order. # volume discount: kit, < 1000 kits: USD 42.00; ≥ 1000 kits: USD 39.50, each kit of that order",
                "Kits cost £42.00 each, or £39.50 each where one order is for more than 1,000 kits. # volume discount: kits, ≤ 1000 kits: GBP 42.00; > 1000 kits: GBP 39.50, each kits of that order",
                "The price is EUR 42.00 per kit and, for orders of at least 1,000 kits, EUR 39.50 per kit. # volume discount: kit, < 1000 kits: EUR 42.00; ≥ 1000 kits: EUR 39.50, each kit of that order",
                "Customer pays £42.00 per kit, falling to £39.50 per kit for call-offs exceeding 1,000 kits. # volume discount: kit, ≤ 1000 kits: GBP 42.00; > 1000 kits: GBP 39.50, each kit of that order",
                "The price is £42.00 a kit or, if an order is for 1,000 kits or more, £39.50 a kit. # volume discount: kit, < 1000 kits: GBP 42.00; ≥ 1000 kits: GBP 39.50, each kit of that order",
            })
    void readsALowerPriceForLargeOrders(String clause, String expected) {
        assertThat(read(clause)).contains(expected);
    }

    /** Sums that look like a price of a large order or a limit of an expense, and are none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "For orders of more than 1,000 kits a handling charge of £42.00 and a surcharge of £39.50 are due. # volume discount",
                "The price is £39.50 per kit and for an order of fewer than 100 kits £42.00 per kit. # volume discount",
                "Supplier may stay at a hotel up to three nights and charges £95.00 per day. # rate card: hotel",
                "Meals are included up to the end of the term; the fee is £900 per month. # rate card: Meals",
                "Supplier's liability for hotel guests is limited to £5,000 per person. # rate card: hotel",
            })
    void takesNeitherForWhatTheyAreNot(String clause, String misread) {
        assertThat(read(clause)).doesNotContain(misread);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "A hotel is reimbursed up to £145.00 a night. # rate card: hotel, GBP 145.00, night",
                "Expenses are recharged at cost with these limits: hotel up to £135 a night including breakfast, dinner up to £30 a head. # rate card: hotel, GBP 135, night | rate card: dinner, GBP 30, head",
                "Supplier may recover hotel costs of up to £135 a night, or £180 a night in London, and standard class rail fares. # rate card: hotel costs, GBP 135, night | rate card: hotel costs in London, GBP 180, night",
                "Accommodation is paid for at cost, but not more than EUR 120 per night. # rate card: Accommodation, EUR 120, night",
                "Meals are reimbursed to a maximum of $60.00 per day. # rate card: Meals, USD 60.00, day",
                "Customer reimburses hotel accommodation (capped at £110 per person). # rate card: hotel accommodation, GBP 110, person",
            })
    void readsWhatAnExpenseMayCostAtMost(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }

    /** The day on which a price will rise is not the one from which it holds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Customer shall pay to Supplier a Care Fee of $9,000 for each calendar month, which fee shall increase by three percent (3%) upon July 1, 2025 and upon each July 1 thereafter. # rate card: Care Fee, USD 9000, calendar month, 1 month",
                "The Care Fee is £900 per month and shall be increased by 3% with effect from 1 July 2025 and each 1 July thereafter. # rate card: Care Fee, GBP 900, month, 1 month",
                "The Care Fee is £900 per month, rising by 3% on 1 July 2025 and every year after. # rate card: Care Fee, GBP 900, month, 1 month",
                "The Care Fee is £900 per month, subject to an increase of 3% on 1 July 2025. # rate card: Care Fee, GBP 900, month, 1 month",
                "The Care Fee is £900 per month; it will be reviewed on 1 July 2025 and yearly thereafter. # rate card: Care Fee, GBP 900, month, 1 month",
                "From 1 July 2024 the Care Fee is £900 per month, to be indexed for the first time on 1 July 2025. # rate card: Care Fee, GBP 900, month, 1 month, 2024-07-01",
            })
    void takesTheDayOfARiseForNoBeginning(String clause, String expected) {
        assertThat(read(clause).split(" \\| ")).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Supplier's liability is £500,000 per claim.",
                "If Customer takes fewer, it pays Supplier £75.00 for each tonne below 400.",
                "The excess under the policy is £2,500.00 for each loss.",
                "For each point above six the Fixed Charge of that month is reduced by £95.00.",
                "Supplier shall carry public liability cover of £5,000,000 per occurrence.",
            })
    void takesNoOtherSumForAPrice(String clause) {
        assertThat(read(clause)).doesNotContain("rate card");
    }

    @Test
    void readsAColumnOfPricesByItsCells() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "1",
                        "Crew",
                        "",
                        new String[] {"Class of labor", "Weekdays", "Weekends"},
                        new String[] {"Foreman", "$51.00 per hour", "$76.50 per hour"},
                        new String[] {"Helper", "$33.00 per hour", "$49.50 per hour"})
                .reading();
        assertThat(read(contract))
                .isEqualTo(
                        "rate card: Foreman, Weekdays, USD 51.00, Helper, Weekdays, USD 33.00, hour | rate card: Foreman, Weekends, USD 76.50, Helper, Weekends, USD 49.50, hour");
    }
}
