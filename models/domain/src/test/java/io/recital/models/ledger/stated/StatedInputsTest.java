package io.recital.models.ledger.stated;

import static io.recital.models.ledger.stated.StatedRows.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.CitableText;
import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.StoredText;
import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.CheckInput.Take;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.ClauseCheck.Every;
import io.recital.models.finding.ClauseCheck.Step;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Recomputation;
import io.recital.models.finding.RowSelection;
import io.recital.models.finding.StatedFinding;
import io.recital.models.finding.StatedFinding.Quote;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas over rows, rises that are carried on, and business days, with sums that are done by hand. */
class StatedInputsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final String TEXT = """
            Each device may print 500 pages a month; every further page costs GBP 0.04.
            The price of GBP 10.05 a crate rises by 2.5% on 1 January of each year, for the first time on 1 January 2024.
            Whoever pays later than ten (10) Business Days after the invoice pays GBP 5 for each Business Day until 24 April 2026.
            """;
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final CitableText DOCUMENT = new CitableText(
            CONTRACT,
            CONTRACT,
            "print.txt",
            new ParsedDocument(StoredText.of(TEXT), List.of(), PageMap.NONE, "text/plain", null, false, List.of()),
            List.of());
    private static final CheckInput CHARGED = new CheckInput.Rows("charged", lines("*"), Take.SUM, "net", null, null);
    private static final CheckInput FREE = written("free", "500");
    private static final CheckInput PRICE = written("price", "GBP 0.04");
    private static final String OVERAGE = "MAX(quantity - free, 0) * price";

    private static CheckInput written(String name, String figure) {
        return new CheckInput.Written(name, figure, null);
    }

    private static RowSelection lines(String product) {
        return new RowSelection("invoice-line", Map.of("product", product), null, null, null);
    }

    private static CheckInput overRows(Take take, String formula) {
        return new CheckInput.Rows("due", lines("PAGES"), take, null, null, null, formula);
    }

    private static ClauseCheck check(Every every, List<CheckInput> inputs, String amount) {
        return check(every, inputs, amount, null, null);
    }

    private static ClauseCheck check(
            Every every, List<CheckInput> inputs, String amount, @Nullable String until, @Nullable String calendar) {
        return new ClauseCheck(
                "Charged too much",
                "recoverable-overpayment",
                null,
                "GBP",
                every,
                every == Every.ROW ? lines("*") : null,
                null,
                null,
                inputs,
                List.of(new Step("amount", amount)),
                null,
                until,
                calendar);
    }

    private static Finding stated(ClauseCheck check) {
        return new StatedFinding(
                        check,
                        TEXT.lines().map(text -> new Quote(text, null, null)).toList())
                .in(DOCUMENT);
    }

    private static Ledger ledger(ClauseCheck check, PerformanceFact... rows) {
        Contract contract = new Contract(
                CONTRACT, "Printing", TenantRole.BUYER, CONTRACT, CONTRACT, Map.of(), Map.of(), Instant.EPOCH);
        Dossier dossier = new Dossier(
                new ContractFamily(
                        new Counterparty(CONTRACT, "Brightlamp Ltd", List.of(), null),
                        List.of(new FamilyMember(contract, Set.of("C-1"), List.of(stated(check)))),
                        List.of()),
                Facts.of(List.of(rows)),
                TODAY);
        Ledger ledger = Ledger.of(dossier, List.of(new StatedChecks()));
        assertThat(ledger.entries())
                .allSatisfy(entry -> assertThat(entry.workings()).allMatch(Recomputation::holds));
        return ledger;
    }

    private static String amounts(Ledger ledger) {
        return String.join(
                ", ",
                ledger.entries().stream()
                        .map(entry -> entry.amount().toString())
                        .toList());
    }

    @Test
    void aFormulaIsComputedForEachRowOfASum() {
        // 120 and 400 pages too many at GBP 0.04 are GBP 20.80; GBP 30 were charged
        Ledger ledger = ledger(
                check(Every.MONTH, List.of(CHARGED, FREE, PRICE, overRows(Take.SUM, OVERAGE)), "charged - due"),
                line("1", "2026-05-05", "PAGES", "620", "0.01"),
                line("2", "2026-05-06", "PAGES", "480", "0.01"),
                line("3", "2026-05-07", "PAGES", "900", "0.01"),
                line("4", "2026-05-08", "CHARGE", "1", "10.00"));
        assertThat(ledger.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).hasToString("GBP 9.20");
            assertThat(entry.workings().toString())
                    .contains(
                            "MAX(quantity - free, 0) * price",
                            "due, invoice-line:L-1, value=4.8",
                            "L-3, value=16",
                            "result=20.8");
            assertThat(entry.rows()).contains("invoice-line:L-1", "invoice-line:L-2", "invoice-line:L-3");
        });
    }

    @ParameterizedTest
    @CsvSource({"SUM,GBP 20.80", "GREATEST,GBP 16.00", "FIRST,GBP 4.80", "LAST,GBP 16.00", "AVERAGE,GBP 6.93"})
    void whatCountsOfSeveralRowsIsTakenOfWhatTheFormulaGives(Take take, String amount) {
        Ledger ledger = ledger(
                check(Every.MONTH, List.of(FREE, PRICE, overRows(take, OVERAGE)), "due"),
                line("1", "2026-05-05", "PAGES", "620", "0.01"),
                line("2", "2026-05-06", "PAGES", "480", "0.01"),
                line("3", "2026-05-07", "PAGES", "900", "0.01"));
        assertThat(amounts(ledger)).isEqualTo(amount);
    }

    @Test
    void aRowThatLacksAColumnOfTheFormulaMakesItNotCheckable() {
        Ledger ledger = ledger(
                check(
                        Every.MONTH,
                        List.of(FREE, PRICE, overRows(Take.SUM, "(service_to - service_from) * quantity * price")),
                        "due"),
                line("1", "2026-06-05", "PAGES", "620", "0.01"));
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.notCheckable())
                .singleElement()
                .satisfies(open -> assertThat(open.missing()).contains("service_to of invoice-line:L-1 (due)"));
    }

    @ParameterizedTest
    @CsvSource({
        // GBP 10.05 until the end of 2023; 10.30, 10.56 and 10.82 since, each rounded; charged are GBP 11 for each of
        // 1,000
        "2023-12-15,2,GBP 950.00",
        "2024-01-01,2,GBP 700.00",
        "2025-03-01,2,GBP 440.00",
        "2026-06-01,2,GBP 180.00",
        // 10.05 × 1.025³ = 10.82275078125
        "2026-06-01,,GBP 177.25"
    })
    void aRiseIsCarriedFromOneYearToTheNext(String day, @Nullable Integer places, String amount) {
        CheckInput agreed = new CheckInput.Rise("agreed", "base", "percent", "first", Every.YEAR, null, places);
        ClauseCheck check = check(
                Every.ROW,
                List.of(
                        written("base", "GBP 10.05"),
                        written("percent", "2.5%"),
                        written("first", "1 January 2024"),
                        agreed,
                        new CheckInput.Cell("charged", "unit_price", null),
                        new CheckInput.Cell("units", "quantity", null)),
                "(charged - agreed) * units");
        assertThat(amounts(ledger(check, line("1", day, "CRATE", "1000", "11.00"))))
                .isEqualTo(amount);
    }

    @Test
    void eachRiseIsAStepThatAReaderCanDoAgain() {
        CheckInput agreed = new CheckInput.Rise("agreed", "base", "percent", "2024-01-01", Every.YEAR, "end", 2);
        Ledger ledger = ledger(
                check(
                        Every.MONTH,
                        List.of(
                                written("base", "GBP 10.05"),
                                written("percent", "2.5%"),
                                agreed,
                                new CheckInput.Rows("crates", lines("CRATE"), Take.SUM, "quantity", null, null),
                                CHARGED),
                        "charged - crates * agreed"),
                line("1", "2026-05-20", "CRATE", "1000", "11.00"));
        assertThat(amounts(ledger)).isEqualTo("GBP 180.00");
        assertThat(ledger.entries().get(0).workings().subList(0, 3))
                .extracting(step -> step.result())
                .containsExactly("10.3", "10.56", "10.82");
        assertThat(ledger.entries().get(0).workings().get(1).inputs())
                .extracting(input -> input.what() + " " + input.value())
                .containsExactly(
                        "formula ROUNDHALFUP(base * (100 + percent) / 100, 2)",
                        "agreed from 2024-01-01 10.3",
                        "percent 2.5");
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,2026-01-31,2026-02-28,1",
        "MONTH,2026-01-31,2026-02-27,0",
        "QUARTER,2025-05-01,2026-04-30,3",
        "HALF_YEAR,2025-05-01,2026-05-01,2",
        "YEAR,2024-02-29,2026-02-28,2"
    })
    void aRiseComesAsOftenAsItsDay(Every every, LocalDate begin, String day, int times) {
        CheckInput agreed =
                new CheckInput.Rise("agreed", "base", "percent", begin.toString(), every, "invoice_date", null);
        Ledger ledger = ledger(
                check(Every.ROW, List.of(written("base", "GBP 10.05"), written("percent", "2.5%"), agreed), "agreed"),
                line("1", day, "CRATE", "1", "1"));
        // the rise on the first day is the first one
        BigDecimal expected =
                new BigDecimal("10.05").multiply(new BigDecimal("1.025").pow(times + 1, MathContext.DECIMAL128));
        assertThat(amounts(ledger)).isEqualTo("GBP " + expected.setScale(2, RoundingMode.HALF_UP));
    }

    @Property(tries = 40)
    void aRiseWithoutRoundingIsAPower(@ForAll @IntRange(min = 0, max = 30) int years) {
        LocalDate begin = LocalDate.of(2026, 6, 1).minusYears(years);
        CheckInput agreed = new CheckInput.Rise("agreed", "base", "percent", begin.toString(), Every.YEAR, null, null);
        Ledger ledger = ledger(
                check(Every.ROW, List.of(written("base", "GBP 10.05"), written("percent", "2.5%"), agreed), "agreed"),
                line("1", "2026-06-01", "CRATE", "1", "1"));
        BigDecimal expected = new BigDecimal("10.05").multiply(new BigDecimal("1.025").pow(years + 1));
        assertThat(amounts(ledger)).isEqualTo("GBP " + expected.setScale(2, RoundingMode.HALF_UP));
    }

    @ParameterizedTest
    @CsvSource({
        // Good Friday on 3 April and Easter Monday on 6 April 2026: due on the 17th, five business days before the 24th
        "England and Wales,GBP 25.00",
        // without holidays due on the 15th, seven before
        ",GBP 35.00",
        // Maundy Thursday, Good Friday and Easter Monday: due on the 20th, four before
        "Norway,GBP 20.00"
    })
    void businessDaysAreThoseOfTheNamedCalendar(@Nullable String calendar, String amount) {
        ClauseCheck check = check(
                Every.ROW,
                List.of(
                        written("grace", "ten (10)"),
                        written("fee", "GBP 5"),
                        written("paid", "24 April 2026"),
                        new CheckInput.Day("due", "invoice_date", "grace", TimeSpan.Unit.BUSINESS_DAYS),
                        new CheckInput.BusinessDays("late", "due", "paid")),
                "late * fee",
                null,
                calendar);
        Ledger ledger = ledger(check, line("1", "2026-04-01", "PAGES", "1", "1"));
        assertThat(amounts(ledger)).isEqualTo(amount);
    }

    @Test
    void theLastDayForClaimingCountsByTheCalendarToo() {
        ClauseCheck check =
                check(Every.MONTH, List.of(CHARGED), "charged", "end + 10 business days", "England and Wales");
        assertThat(ledger(check, line("1", "2026-03-20", "PAGES", "1", "1")).entries())
                .singleElement()
                // from Tuesday 31 March over Easter
                .satisfies(entry -> assertThat(entry.recoverableUntil()).isEqualTo("2026-04-16"));
    }

    @Test
    void whatAnInputTakesAndThereIsNotIsSaid() {
        refused(List.of(overRows(Take.SUM, OVERAGE)), "takes “free”, which is no input before it and no column");
        refused(List.of(FREE, overRows(Take.SUM, "free * 2")), "takes no column of the rows of “due”");
        refused(
                List.of(written("quantity", "500"), overRows(Take.SUM, "quantity * 2")),
                "takes “quantity”, which is both an input and a column");
        refused(
                List.of(
                        written("percent", "2.5%"),
                        new CheckInput.Rise("due", "base", "percent", "2024-01-01", Every.YEAR, null, null)),
                "takes “base”, which is no input before it");
        refused(
                List.of(
                        FREE,
                        PRICE,
                        new CheckInput.Rise("due", "free", "price", "each January", Every.YEAR, null, null)),
                "“each January” names no day");
        refused(
                List.of(FREE, new CheckInput.Day("due", "invoice_date", "free", TimeSpan.Unit.BUSINESS_DAYS)),
                "“invoice_date” is no day of a period");
        refused(List.of(new CheckInput.BusinessDays("due", "start", "whenever")), "“whenever” is no day of a period");
        ClauseCheck somewhere = check(Every.MONTH, List.of(CHARGED), "charged", null, "Middle-earth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatedCheck.of(somewhere, stated(somewhere)))
                .withMessageContaining("No holidays are known of “Middle-earth”");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckInput.Rows("due", lines("*"), Take.COUNT, null, null, null, "quantity * 2"))
                .withMessageContaining("only one of them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckInput.Day("due", "end", "grace", TimeSpan.Unit.HOURS))
                .withMessageContaining("not in hours");
    }

    private static void refused(List<CheckInput> inputs, String words) {
        ClauseCheck check = check(Every.MONTH, inputs, "due");
        Finding finding = stated(check);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatedCheck.of(check, finding))
                .withMessageContaining(words);
    }

    @Test
    void aNumberWhereADayIsWantedIsNotCheckable() {
        Ledger ledger = ledger(
                check(Every.MONTH, List.of(FREE, CHARGED, new CheckInput.BusinessDays("due", "free", "end")), "due"),
                line("1", "2026-06-05", "PAGES", "620", "0.01"));
        assertThat(ledger.notCheckable())
                .singleElement()
                .satisfies(open -> assertThat(open.missing()).contains("a day in free, which is 500"));
    }
}
