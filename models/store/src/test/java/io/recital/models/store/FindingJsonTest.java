package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.RowSelection;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindingJsonTest {
    private static final TimeSpan THIRTY_DAYS = new TimeSpan(30, TimeSpan.Unit.DAYS);
    private static final Tier TIER = new Tier(
            new BigDecimal("99.00"),
            true,
            new BigDecimal("99.90"),
            false,
            "%",
            new TypedValue.Percent(new BigDecimal("5.0")));

    static Stream<TypedValue> values() {
        return Stream.of(
                new TypedValue.Text("the laws of England and Wales"),
                new TypedValue.Day(LocalDate.of(2026, 2, 28)),
                new TypedValue.Length(new TimeSpan(5, TimeSpan.Unit.BUSINESS_DAYS)),
                new TypedValue.Amount(BigMoney.parse("EUR 1250000.50")),
                new TypedValue.Percent(new BigDecimal("99.90")),
                new TypedValue.Quantity(new BigDecimal("1000"), "pieces"),
                new TypedValue.Party("Northwind Hosting Ltd", "Supplier", null),
                new TypedValue.Tiers(List.of(TIER)),
                new TypedValue.Redacted("[***]"),
                new TypedValue.Inconsistent("thirty", "45"));
    }

    static Stream<Deadline> deadlines() {
        return Stream.of(
                new Deadline.OnDate(LocalDate.of(2027, 1, 31)),
                new Deadline.After(THIRTY_DAYS, "receipt of a valid invoice"),
                new Deadline.Before(THIRTY_DAYS, "the end of the term"),
                new Deadline.Recurring(new TimeSpan(1, TimeSpan.Unit.QUARTERS), THIRTY_DAYS),
                new Deadline.Recurring(new TimeSpan(1, TimeSpan.Unit.MONTHS), null),
                new Deadline.Stated("promptly"));
    }

    static Stream<FindingContent> contents() {
        Stream<FindingContent> facts = values().map(value -> ContractFact.of(FactType.GOVERNING_LAW, value));
        Stream<FindingContent> obligations = deadlines().map(FindingJsonTest::obligation);
        Stream<FindingContent> others = Stream.of(
                new ContractFact(
                        FactType.CONTRACT_VALUE,
                        new TypedValue.Amount(BigMoney.parse("USD 9")),
                        ContractFact.ValueBasis.CEILING),
                new Obligation(
                        Modality.RIGHT, new PartyReference("Buyer", null), null, "audit the books", null, null, null),
                new Milestone(
                        "Go-live",
                        new Deadline.Stated("in spring"),
                        new TypedValue.Percent(new BigDecimal("20")),
                        "by signature",
                        "M4"),
                new Milestone("Design", null, null, null),
                measure(new BigDecimal("99.90"), null),
                measure(null, new TypedValue.Redacted("[***]")),
                new CommercialLever(
                        LeverType.EARLY_PAYMENT_DISCOUNT,
                        List.of(
                                new LeverParameter(
                                        LeverParameter.Name.RATE, new TypedValue.Percent(new BigDecimal("2"))),
                                new LeverParameter(LeverParameter.Name.PERIOD, new TypedValue.Length(THIRTY_DAYS)))),
                new ClauseCheck(
                        "Deduction for missing visits",
                        "unclaimed-entitlement",
                        null,
                        "GBP",
                        ClauseCheck.Every.HALF_YEAR,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null,
                        List.of(
                                new CheckInput.Rows(
                                        "visits",
                                        new RowSelection("event", Map.of("event", "visit"), null, null, "end + 2 days"),
                                        CheckInput.Take.COUNT,
                                        null,
                                        null,
                                        BigDecimal.ZERO),
                                new CheckInput.Written("least", "twelve (12)", new BigDecimal("12"))),
                        List.of(new ClauseCheck.Step("missing", "MAX(least - visits, 0)")),
                        "visits < least",
                        "end + 2 months"),
                new ClauseCheck(
                        "Charges above the ceiling",
                        ClauseCheck.BREACH,
                        "rate",
                        null,
                        ClauseCheck.Every.ROW,
                        new RowSelection("invoice-line", Map.of("product", "A|B"), null, null, null),
                        null,
                        null,
                        List.of(new CheckInput.Cell("charged", "unit_price", "# each")),
                        List.of(new ClauseCheck.Step("excess", "charged > 0")),
                        null,
                        null),
                new ClauseCheck(
                        "Pages above what is free",
                        "exposure",
                        null,
                        "GBP",
                        ClauseCheck.Every.MONTH,
                        null,
                        null,
                        null,
                        List.of(
                                new CheckInput.Written("price", "GBP 2", null),
                                new CheckInput.Written("percent", "3 %", null),
                                new CheckInput.Rise(
                                        "agreed", "price", "percent", "2026-01-01", ClauseCheck.Every.YEAR, "end", 2),
                                new CheckInput.Day("due", "end", "price", TimeSpan.Unit.BUSINESS_DAYS),
                                new CheckInput.BusinessDays("late", "due", "today"),
                                new CheckInput.Rows(
                                        "pages",
                                        new RowSelection("invoice-line", Map.of(), null, null, null),
                                        CheckInput.Take.SUM,
                                        null,
                                        null,
                                        null,
                                        "quantity * agreed")),
                        List.of(new ClauseCheck.Step("amount", "pages + late")),
                        null,
                        "end + 10 business days",
                        "England and Wales"),
                new ClauseLabel("Cap On Liability"));
        return Stream.of(facts, obligations, others).flatMap(stream -> stream);
    }

    private static FindingContent obligation(Deadline deadline) {
        return new Obligation(
                Modality.DUTY,
                new PartyReference("Supplier", "Northwind Hosting Ltd"),
                new PartyReference("Customer", "Meridian Foods plc"),
                "deliver the monthly report",
                "the end of the month",
                deadline,
                "a credit of 2 %");
    }

    private static FindingContent measure(BigDecimal target, TypedValue stated) {
        return new PerformanceMeasure(
                "Availability of the platform",
                PerformanceMeasure.Term.SERVICE_LEVEL,
                "minutes available by minutes in the month",
                PerformanceMeasure.Comparison.AT_LEAST,
                target,
                "%",
                new TimeSpan(1, TimeSpan.Unit.MONTHS),
                List.of(TIER),
                new TypedValue.Percent(new BigDecimal("15")),
                THIRTY_DAYS,
                stated);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void readsBackWhatItWrote(FindingContent content) {
        assertThat(FindingJson.readContent(FindingJson.write(content))).isEqualTo(content);
    }

    @Test
    void coversEveryVariantOfTheSealedTypes() {
        assertThat(values().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(TypedValue.class.getPermittedSubclasses());
        assertThat(deadlines().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Deadline.class.getPermittedSubclasses());
        assertThat(contents().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(FindingContent.class.getPermittedSubclasses());
    }

    @Test
    void writesNamesThatReadWell() {
        String json = FindingJson.write(new ContractFact(
                FactType.CONTRACT_VALUE,
                new TypedValue.Amount(BigMoney.parse("EUR 1250000.50")),
                ContractFact.ValueBasis.COMMITTED));

        assertThat(json)
                .isEqualTo("{\"kind\":\"fact\",\"fact\":\"contract-value\",\"value\":{\"type\":\"amount\","
                        + "\"value\":{\"amount\":1250000.50,\"currency\":\"EUR\"}},\"basis\":\"committed\"}");
    }

    @Test
    void writesSpansWithoutDerivedProperties() {
        String quote = "within 30 days";
        Citation citation = new Citation(
                new UUID(0, 1),
                new UUID(0, 2),
                "msa.pdf",
                "7.2(b)",
                3,
                new Span(10, 24),
                quote,
                Sha256.of(quote),
                CitationRole.LIST_STEM);

        String json = FindingJson.write(List.of(citation));

        assertThat(json).contains("\"span\":{\"start\":10,\"end\":24}", "\"role\":\"list-stem\"");
        assertThat(json).contains("\"sha256\":\"" + Sha256.of(quote).hex() + "\"");
        assertThat(FindingJson.readCitations(json)).containsExactly(citation);
    }

    @Test
    void namesEveryVariantInLowerCaseWithHyphens() {
        List<String> discriminators = Stream.concat(values().map(v -> ContractFact.of(FactType.TITLE, v)), contents())
                .map(FindingJson::write)
                .flatMap(json ->
                        Arrays.stream(json.split("\"(?:type|kind)\":\"")).skip(1))
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .toList();

        assertThat(discriminators).isNotEmpty().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void aCheckThatNeedsNothingNewIsWrittenAsBefore() {
        String written = FindingJson.write(new ClauseCheck(
                "Visits",
                ClauseCheck.BREACH,
                null,
                null,
                ClauseCheck.Every.MONTH,
                null,
                null,
                null,
                List.of(new CheckInput.Rows(
                        "visits",
                        new RowSelection("event", Map.of(), null, null, null),
                        CheckInput.Take.COUNT,
                        null,
                        null,
                        null)),
                List.of(new ClauseCheck.Step("missing", "visits = 0")),
                null,
                null));
        assertThat(written).doesNotContain("calendar").contains("\"ifNone\":null}");
    }
}
