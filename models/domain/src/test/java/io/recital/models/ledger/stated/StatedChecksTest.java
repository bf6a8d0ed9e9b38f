package io.recital.models.ledger.stated;

import static io.recital.models.ledger.stated.StatedRows.credit;
import static io.recital.models.ledger.stated.StatedRows.event;
import static io.recital.models.ledger.stated.StatedRows.index;
import static io.recital.models.ledger.stated.StatedRows.line;
import static io.recital.models.ledger.stated.StatedRows.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.CitableText;
import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.CitationRole;
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
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Recomputation;
import io.recital.models.finding.RowSelection;
import io.recital.models.finding.StatedFinding;
import io.recital.models.finding.StatedFinding.Quote;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.catalogue.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatedChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final String TEXT = """
            Of the lights reported in a month, 97.0% shall be repaired in time.
            For each full 0.5 percentage points below 97.0%, the Authority may deduct 1% of the payment for that month.
            Deductions are notified within two months after the end of the month.
            On 1 April of each year the price of £1.92 for each light follows the Lighting Index, by no more than 5.0%.
            Reminders cost £40.00 each, and no more than two for an invoice.
            """;
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final CitableText DOCUMENT = new CitableText(
            CONTRACT,
            CONTRACT,
            "lights.txt",
            new ParsedDocument(StoredText.of(TEXT), List.of(), PageMap.NONE, "text/plain", null, false, List.of()),
            List.of());
    private static final String RULE =
            "For each full 0.5 percentage points below 97.0%, the Authority may deduct 1% of the payment for that month.";

    private static final CheckInput REACHED =
            rows("reached", "measurement", Map.of("measure", "*repaired*"), Take.ONLY, "value");
    private static final CheckInput PAYMENT =
            rows("payment", "invoice-line", Map.of("product", "LAMP"), Take.SUM, "net");
    private static final ClauseCheck DEDUCTION = check(
            "Deduction for repairs",
            Every.MONTH,
            List.of(REACHED, PAYMENT, written("level", "97.0%"), written("each", "0.5"), written("rate", "1%")),
            List.of(
                    new Step("points", "FLOOR((level - reached) / each)"),
                    new Step("deduction", "ROUNDHALFUP(payment * MAX(points, 0) * rate / 100, 2)")),
            "end + 2 months");

    private static CheckInput written(String name, String figure) {
        return new CheckInput.Written(name, figure, null);
    }

    private static CheckInput rows(String name, String facts, Map<String, String> where, Take take, String column) {
        return new CheckInput.Rows(name, new RowSelection(facts, where, null, null, null), take, column, null, null);
    }

    private static ClauseCheck check(
            String name, Every every, List<CheckInput> inputs, List<Step> steps, @Nullable String until) {
        return new ClauseCheck(
                name,
                "unclaimed-entitlement",
                "service-credit",
                "GBP",
                every,
                null,
                null,
                null,
                inputs,
                steps,
                null,
                until);
    }

    private static Finding stated(FindingContent content, String... quotes) {
        return new StatedFinding(
                        content,
                        List.of(quotes).stream()
                                .map(text -> new Quote(text, null, null))
                                .toList())
                .in(DOCUMENT);
    }

    private static Dossier dossier(List<Finding> findings, PerformanceFact... rows) {
        Contract contract = new Contract(
                CONTRACT, "Street lights", TenantRole.BUYER, CONTRACT, CONTRACT, Map.of(), Map.of(), Instant.EPOCH);
        return new Dossier(
                new ContractFamily(
                        new Counterparty(CONTRACT, "Brightlamp Ltd", List.of(), null),
                        List.of(new FamilyMember(contract, Set.of("C-1"), findings)),
                        List.of()),
                Facts.of(List.of(rows)),
                TODAY);
    }

    private static Ledger ledger(Finding finding, PerformanceFact... rows) {
        return Ledger.of(dossier(List.of(finding), rows), List.of(new StatedChecks()));
    }

    @Test
    void computesEveryPeriodThatIsOverWithItsRowsItsSumsAndItsLastDay() {
        Ledger ledger = ledger(
                stated(DEDUCTION, RULE),
                measured("M-4", "2026-04", "Lights repaired in time", "95.7", "2026-05-09"),
                measured("M-5", "2026-05", "Lights repaired in time", "96.6", "2026-06-09"),
                line("4", "2026-04-30", "LAMP", "6000", "1.92"),
                line("5", "2026-05-31", "LAMP", "6000", "1.92"),
                line("6", "2026-04-30", "POLE", "1", "900"));
        assertThat(ledger.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).hasToString("GBP 230.40");
            assertThat(entry.title()).isEqualTo("Deduction for repairs for April 2026");
            assertThat(entry.leakage()).isEqualTo(LeakageClass.UNCLAIMED_ENTITLEMENT);
            assertThat(entry.recoverableUntil()).isEqualTo("2026-06-30");
            assertThat(entry.rows()).containsExactly("measurement:M-4", "invoice-line:L-4");
            assertThat(entry.workings()).allMatch(Recomputation::holds);
        });
    }

    @Test
    void whatIsInOrderIsShownWithItsSums() {
        Dossier dossier = dossier(
                List.of(stated(DEDUCTION, RULE)),
                measured("M-5", "2026-05", "Lights repaired in time", "96.6", "2026-06-09"),
                line("5", "2026-05-31", "LAMP", "6000", "1.92"));
        assertThat(new StatedChecks().listInOrder(dossier)).singleElement().satisfies(found -> {
            assertThat(found.title()).isEqualTo("Deduction for repairs for May 2026");
            assertThat(found.workings()).isNotEmpty().allMatch(Recomputation::holds);
        });
    }

    @Test
    void missingDataIsNeitherMetNorMissed() {
        Ledger ledger = ledger(
                stated(DEDUCTION, RULE),
                line("3", "2026-03-31", "LAMP", "6000", "1.92"),
                line("4", "2026-04-30", "LAMP", "6000", "1.92"),
                measured("M-4", "2026-04", "Lights repaired in time", "97.4", "2026-05-09"));
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.notCheckable())
                .extracting(open -> open.missing())
                .containsExactly(
                        "measurement rows with measure *repaired* (reached) for March 2026 and 2 more, the last June 2026");
    }

    @Test
    void noneIsCountedOnlyAsFarAsTheRecordsReach() {
        ClauseCheck visits = check(
                "Poles not painted",
                Every.MONTH,
                List.of(
                        rows("poles", "invoice-line", Map.of("product", "POLE"), Take.COUNT, "net"),
                        written("rate", "1%")),
                List.of(new Step("owed", "MAX(2 - poles, 0) * rate")),
                null);

        Ledger ledger = ledger(
                stated(visits, RULE),
                line("4", "2026-04-30", "POLE", "1", "900"),
                line("5", "2026-05-31", "LAMP", "6000", "1.92"));

        assertThat(ledger.entries())
                .extracting(entry -> entry.period().from() + " " + entry.amount())
                .containsExactly("2026-04-01 GBP 1.00", "2026-05-01 GBP 2.00");
        assertThat(ledger.notCheckable())
                .extracting(open -> open.missing())
                .containsExactly("invoice-line rows with product POLE (poles) for June 2026");
    }

    @Test
    void theLastReportedValueOfAPeriodCounts() {
        Ledger ledger = ledger(
                stated(DEDUCTION, RULE),
                line("4", "2026-04-30", "LAMP", "6000", "1.92"),
                measured("M-4", "2026-04", "Lights repaired in time", "95.7", "2026-05-09"),
                measured("M-4b", "2026-04", "Lights repaired in time", "96.2", "2026-05-20"));
        assertThat(ledger.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).hasToString("GBP 115.20");
            assertThat(entry.rows()).contains("measurement:M-4b").doesNotContain("measurement:M-4");
        });
    }

    @Test
    void moneyOfAnotherCurrencyIsNotAddedUp() {
        Ledger ledger = ledger(
                stated(DEDUCTION, RULE),
                line("4", "2026-04-30", "LAMP", "6000", "1.92", CurrencyUnit.EUR),
                measured("M-4", "2026-04", "Lights repaired in time", "95.7", "2026-05-09"));
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.notCheckable())
                .anyMatch(open -> open.missing().startsWith("a rate for EUR of invoice-line:L-4"));
    }

    @Test
    void anIndexIsTakenByThePeriod() {
        RowSelection february = new RowSelection(
                "index-value", Map.of("series", "Lighting*"), null, "start - 2 months", "start - 2 months");
        RowSelection before = new RowSelection(
                "index-value", Map.of("series", "Lighting*"), null, "start - 14 months", "start - 14 months");
        ClauseCheck uplift = new ClauseCheck(
                "Uplift not invoiced",
                "under-billing",
                "uplift",
                "GBP",
                Every.YEAR,
                null,
                LocalDate.of(2025, 4, 1),
                null,
                List.of(
                        new CheckInput.Rows("after", february, Take.ONLY, "value", null, null),
                        new CheckInput.Rows("before", before, Take.ONLY, "value", null, null),
                        rows("lights", "invoice-line", Map.of("product", "LAMP"), Take.SUM, "quantity"),
                        rows("charged", "invoice-line", Map.of("product", "LAMP"), Take.SUM, "net"),
                        written("price", "£1.92"),
                        written("cap", "5.0%")),
                List.of(
                        new Step("rise", "MIN((after / before - 1) * 100, cap)"),
                        new Step("fresh", "ROUNDHALFUP(price * (1 + rise / 100), 2)"),
                        new Step("open", "lights * fresh - charged")),
                null,
                null);
        Ledger ledger = ledger(
                stated(
                        uplift,
                        "On 1 April of each year the price of £1.92 for each light follows the Lighting Index, by no more than 5.0%."),
                index("2024-02", "140.0"),
                index("2025-02", "144.2"),
                line("4", "2025-05-31", "LAMP", "1000", "1.92"),
                line("5", "2026-01-31", "LAMP", "1000", "1.98"));
        assertThat(ledger.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.period()).hasToString("2025-04-01 to 2026-03-31");
            assertThat(entry.amount()).hasToString("GBP 60.00");
            assertThat(entry.workings()).allMatch(Recomputation::holds);
        });
    }

    @Test
    void looksAtEveryRowWithTheOthersThatBelongToIt() {
        ClauseCheck reminders = new ClauseCheck(
                "Reminders charged",
                "recoverable-overpayment",
                null,
                "GBP",
                Every.ROW,
                new RowSelection("invoice-line", Map.of("product", "REMINDER"), null, null, null),
                null,
                null,
                List.of(
                        new CheckInput.Cell("charged", "net", null),
                        new CheckInput.Rows(
                                "sent",
                                new RowSelection(
                                        "event", Map.of("event", "reminder", "subject", "=invoice"), null, null, null),
                                Take.COUNT,
                                null,
                                null,
                                null),
                        written("price", "£40.00"),
                        written("most", "two")),
                List.of(new Step("excess", "charged - MIN(sent, most) * price")),
                null,
                "invoice_date + 6 months");
        Ledger ledger = ledger(
                stated(reminders, "Reminders cost £40.00 each, and no more than two for an invoice."),
                line("1", "2026-05-31", "REMINDER", "3", "40"),
                line("2", "2026-05-31", "REMINDER", "1", "40"),
                event("E-1", "reminder", "INV-1", "2026-05-02"),
                event("E-2", "reminder", "INV-1", "2026-05-12"),
                event("E-3", "reminder", "INV-1", "2026-05-22"),
                event("E-4", "reminder", "INV-2", "2026-05-22"));
        assertThat(ledger.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).hasToString("GBP 40.00");
            assertThat(entry.title()).endsWith("INV-1");
            assertThat(entry.check()).isEqualTo("clause-check");
            assertThat(entry.claimed().of()).containsExactly("invoice-line:L-1");
            assertThat(entry.recoverableUntil()).isEqualTo("2026-11-30");
            assertThat(entry.workings()).allMatch(Recomputation::holds);
        });
    }

    @Test
    void whatWasCreditedIsTakenOffAndNothingIsLeft() {
        List<CheckInput> inputs = new ArrayList<>(DEDUCTION.inputs());
        inputs.add(new CheckInput.Rows(
                "credited",
                new RowSelection("credit-note", Map.of("description", "*repairs*"), null, "start", "end + 3 months"),
                Take.SUM,
                "net",
                null,
                BigDecimal.ZERO));
        List<Step> steps = new ArrayList<>(DEDUCTION.steps());
        steps.add(new Step("open", "deduction - credited"));
        Finding finding = stated(check("Deduction for repairs", Every.MONTH, inputs, steps, null), RULE);
        PerformanceFact missed = measured("M-4", "2026-04", "Lights repaired in time", "95.7", "2026-05-09");
        PerformanceFact invoice = line("4", "2026-04-30", "LAMP", "6000", "1.92");
        assertThat(ledger(finding, missed, invoice).entries()).hasSize(1);
        assertThat(ledger(finding, missed, invoice, credit("CN-1", "2026-06-02", "Late repairs April", "230.40"))
                        .entries())
                .isEmpty();
    }

    @Test
    void aBreachCostsNothingByItself() {
        ClauseCheck breach = new ClauseCheck(
                "Repairs below the level",
                ClauseCheck.BREACH,
                "kpi-credit",
                null,
                Every.MONTH,
                null,
                null,
                null,
                List.of(REACHED, written("level", "97.0%")),
                List.of(new Step("missed", "reached < level")),
                null,
                null);
        Ledger ledger = ledger(
                stated(breach, "Of the lights reported in a month, 97.0% shall be repaired in time."),
                measured("M-4", "2026-04", "Lights repaired in time", "96.9", "2026-05-09"));
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.breaches())
                .singleElement()
                .satisfies(found -> assertThat(found.check()).isEqualTo("kpi-credit"));
    }

    @Test
    void theHouseLeavesAloneTheWordsWhoseCheckIsStated() {
        Finding read = stated(new CommercialLever(LeverType.LIQUIDATED_DAMAGES, List.of()), RULE);
        Finding check = stated(DEDUCTION, RULE);
        Finding cited =
                new StatedFinding(DEDUCTION, List.of(new Quote(RULE, CitationRole.DEFINITION, null))).in(DOCUMENT);
        assertThat(findings(StatedChecks.withoutStated(dossier(List.of(read, check)))))
                .containsExactly(check);
        assertThat(findings(StatedChecks.withoutStated(dossier(List.of(read, cited)))))
                .contains(read);
        assertThat(Checks.all().get(0)).isInstanceOf(StatedChecks.class);
    }

    private static List<Finding> findings(Dossier dossier) {
        return dossier.family().members().get(0).findings();
    }

    @Test
    void refusesWhatItCannotBeComputedFromInWordsThatHelp() {
        refused(
                check("X", Every.MONTH, List.of(written("level", "98.0%")), List.of(new Step("a", "level")), null),
                "98.0%");
        refused(
                check("X", Every.MONTH, List.of(written("level", "7.0%")), List.of(new Step("a", "level")), null),
                "7.0%");
        refused(
                check(
                        "X",
                        Every.MONTH,
                        List.of(rows("a", "measurements", Map.of(), Take.SUM, "value")),
                        List.of(new Step("b", "a")),
                        null),
                "measurements");
        refused(
                check(
                        "X",
                        Every.MONTH,
                        List.of(rows("a", "measurement", Map.of(), Take.SUM, "amount")),
                        List.of(new Step("b", "a")),
                        null),
                "they have id, vendor_id");
        refused(
                check(
                        "X",
                        Every.MONTH,
                        List.of(rows("a", "measurement", Map.of("note", "=order"), Take.SUM, "value")),
                        List.of(new Step("b", "a")),
                        null),
                "row at hand");
        refused(
                check("X", Every.MONTH, List.of(REACHED), List.of(new Step("b", "reached")), "two months"),
                "two months");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        check("X", Every.MONTH, List.of(REACHED), List.of(new Step("b", "reached * share")), null))
                .withMessageContaining("share");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stated(DEDUCTION, "For each full 0.7 percentage points"))
                .withMessageContaining("does not stand in lights.txt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stated(DEDUCTION, "97.0%"))
                .withMessageContaining("stands 2 times");
    }

    private static void refused(ClauseCheck check, String named) {
        Finding finding = stated(check, RULE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatedCheck.of(check, finding))
                .withMessageContaining(named);
        assertThat(ledger(finding).notCheckable())
                .singleElement()
                .satisfies(open -> assertThat(open.missing()).contains(named));
    }

    @Property(tries = 50)
    void theOrderOfRowsChangesNothing(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 900, max = 1000) Integer> reached, @ForAll long seed) {
        List<PerformanceFact> rows = new ArrayList<>();
        for (int month = 0; month < reached.size(); month++) {
            String named = "2026-0" + (month + 1);
            rows.add(measured(
                    "M-" + month,
                    named,
                    "Lights repaired in time",
                    BigDecimal.valueOf(reached.get(month), 1).toString(),
                    "2026-06-20"));
            rows.add(line("A" + month, named + "-15", "LAMP", "100", "1.92"));
            rows.add(line("B" + month, named + "-20", "LAMP", "33", "1.92"));
        }
        Finding finding = stated(DEDUCTION, RULE);
        List<LedgerEntry> before =
                ledger(finding, rows.toArray(PerformanceFact[]::new)).entries();
        Collections.shuffle(rows, new Random(seed));
        assertThat(ledger(finding, rows.toArray(PerformanceFact[]::new)).entries())
                .isEqualTo(before);
        assertThat(before).allSatisfy(entry -> assertThat(entry.workings()).allMatch(Recomputation::holds));
    }
}
