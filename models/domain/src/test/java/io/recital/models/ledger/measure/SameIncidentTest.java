package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Recomputation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several levels that one incident misses not every credit is due. */
class SameIncidentTest {
    private static final String RULE =
            "Where a single event causes a failure of more than one Service Level, only the highest Service Credit applies.";

    private static Citation words(String sentence) {
        return FamilyInWords.finding(
                        "AG-7", new MeasureInWords("Uptime", "99").in("AG-7").content(), sentence)
                .citations()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Where a single event causes a failure of more than one Service Level, only the highest Service Credit applies. | INCIDENT | HIGHEST
            If one incident leads to several SLA breaches, the Customer is entitled to the highest credit only. | INCIDENT | HIGHEST
            If the same incident gives rise to more than one Service Credit, the Customer may choose which of them it claims. | INCIDENT | HIGHEST
            Should any one failure affect two or more KPIs, the deduction of the Client's choosing shall apply. | INCIDENT | HIGHEST
            Where the same root cause results in multiple Service Level Failures, Provider shall credit only the largest of the Service Credits. | INCIDENT | HIGHEST
            For the same event only one Service Credit may be claimed. | INCIDENT | ONE
            Several missed levels that go back to the same fault are counted with the greatest reduction alone. | INCIDENT | HIGHEST
            If a single outage causes more than one Service Level to be missed, the Supplier may elect which Service Credit it gives. | INCIDENT | LOWEST
            Where more than one Service Level is missed in the same month, only the higher Service Credit is due. | PERIOD | HIGHEST
            In no event shall more than one credit be given for the same occurrence; the greater credit shall be payable. | INCIDENT | HIGHEST
            Service Credits for multiple failures arising from the same circumstances shall not be cumulative. | INCIDENT | ONE
            If two or more levels are missed because of one breach, the lower credit is not given and only the highest one counts. | INCIDENT | HIGHEST
            """)
    void readsWhichOfSeveralCreditsIsDue(String sentence, IncidentRule.Together together, IncidentRule.Due due) {
        assertThat(IncidentRule.read(words(sentence))).hasValueSatisfying(rule -> {
            assertThat(rule.together()).isEqualTo(together);
            assertThat(rule.due()).isEqualTo(due);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where a single event causes a failure of more than one Service Level, each Service Credit is due.",
                "If several Service Levels are missed in a month, the Service Credits are added up.",
                "Liability for any one event is limited to the higher of £1,000,000 and the fees of the year.",
                "If the same level is missed in two or more consecutive months, the Customer may terminate.",
                "Of several bands only the highest that was reached applies to the month.",
                "All Service Credits are cumulative, whether or not they arise from the same incident that affects several levels.",
            })
    void readsNothingWhereEveryCreditIsDue(String sentence) {
        assertThat(IncidentRule.read(words(sentence))).isEmpty();
    }

    private static Finding level(String code, String name, String credit, String rule) {
        return new MeasureInWords(name, "99")
                .credit(null, "99", percent(credit))
                .words(code, "A credit is a percentage of the Hosting Fee.", rule)
                .in("AG-7");
    }

    private static List<Outcome> outcomes(YearOfFacts facts, String rule) {
        return new ServiceCreditCheck()
                .run(new Dossier(
                        new FamilyInWords(TenantRole.BUYER)
                                .with(
                                        "AG-7",
                                        "agreement",
                                        "2025-01-01",
                                        level("SL1", "Uptime of the till", "5", rule),
                                        level("SL2", "Orders passed on in time", "8", rule),
                                        level("SL3", "Backups made", "2", rule))
                                .build(),
                        facts.build(),
                        LocalDate.parse("2025-04-30")));
    }

    private static List<String> sums(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .peek(entry -> entry.workings()
                        .forEach(step -> assertThat(Recomputation.holds(step))
                                .as(step.toString())
                                .isTrue()))
                .map(entry -> entry.amount().toString())
                .sorted()
                .toList();
    }

    private static List<String> missing(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(NotCheckable.class::isInstance)
                .map(outcome -> ((NotCheckable) outcome).missing())
                .filter(missing -> !missing.startsWith("measurements of"))
                .toList();
    }

    private static YearOfFacts fee() {
        return new YearOfFacts("AG-7", Direction.RECEIVED).invoiced("HST", "Hosting fee", "2025-03", "1000.00");
    }

    private static YearOfFacts noted(String till, String orders) {
        return fee().measured("SL1", "2025-03", null, null, new BigDecimal("98"), "2025-04-02", till)
                .measured("SL2", "2025-03", null, null, new BigDecimal("97"), "2025-04-02", orders);
    }

    /** The notes beside two missed rows, worth 50.00 and 80.00. */
    @ParameterizedTest
    @CsvSource({
        "INC-4711, INC-4711, GBP 80.00", // the same
        "Incident 4711, ticket INC4711, GBP 80.00",
        "4711, 4711, GBP 80.00",
    })
    void owesTheHighestOfWhatOneIncidentMissed(String till, String orders, String sum) {
        List<Outcome> outcomes = outcomes(noted(till, orders), RULE);

        assertThat(sums(outcomes)).containsExactly(sum);
        assertThat(missing(outcomes)).isEmpty();
    }

    @Test
    void owesBothOfTwoIncidents() {
        List<Outcome> outcomes = outcomes(noted("INC-4711", "INC-4812"), RULE);

        assertThat(sums(outcomes)).containsExactly("GBP 130.00");
        assertThat(missing(outcomes)).isEmpty();
    }

    @Test
    void owesBothWithoutSuchARule() {
        assertThat(sums(outcomes(noted("INC-4711", "INC-4711"), "Credits are set off against the next invoice.")))
                .containsExactly("GBP 50.00", "GBP 80.00");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "INC-4711, ''", "'', INC-4711"})
    void claimsOnlyWhatIsDueInAnyCaseWhereNoFactTellsTheIncident(String till, String orders) {
        List<Outcome> outcomes = outcomes(noted(till, orders), RULE);

        assertThat(sums(outcomes)).containsExactly("GBP 80.00");
        assertThat(missing(outcomes))
                .singleElement()
                .asString()
                .contains("incident that each miss comes of", "event that names the measures");
    }

    @Test
    void knowsAnIncidentByTheEventThatNamesBothMeasures() {
        YearOfFacts facts = noted("", "").event("major-incident", "SL1 and SL2 down", "2025-03-11", "MI-88");

        assertThat(sums(outcomes(facts, RULE))).containsExactly("GBP 80.00");
        assertThat(missing(outcomes(facts, RULE))).isEmpty();
    }

    @Test
    void knowsTwoIncidentsByTheirEvents() {
        YearOfFacts facts = noted("", "")
                .event("incident", "SL1", "2025-03-11", "MI-88")
                .event("incident", "SL2", "2025-03-20", "MI-91");

        assertThat(sums(outcomes(facts, RULE))).containsExactly("GBP 130.00");
    }

    @Test
    void owesTheHighestOfAMonthWhereTheClauseSaysSo() {
        assertThat(
                        sums(
                                outcomes(
                                        noted("INC-1", "INC-2"),
                                        "Where more than one Service Level is missed in the same month, only the higher Service Credit is due.")))
                .containsExactly("GBP 80.00");
    }

    @Test
    void leavesOpenWhichOneIsDueWhereTheClauseGivesOneOnly() {
        List<Outcome> outcomes =
                outcomes(noted("INC-1", "INC-1"), "For the same event only one Service Credit may be claimed.");

        assertThat(sums(outcomes)).containsExactly("GBP 50.00");
        assertThat(missing(outcomes)).singleElement().asString().contains("which of the credits is due");
    }

    /** Two levels missed together double the credits; one does not. */
    @ParameterizedTest
    @CsvSource({"97, 100.00, 160.00", "99.5, 50.00, ''"})
    void multipliesTheCreditsOfSeveralMisses(String orders, String till, String other) {
        YearOfFacts facts =
                fee().reported("SL1", "2025-03", "98", "2025-04-02").reported("SL2", "2025-03", orders, "2025-04-02");
        List<String> wanted = new ArrayList<>(List.of("GBP " + till));
        if (!other.isEmpty()) {
            wanted.add("GBP " + other);
        }

        assertThat(
                        sums(
                                outcomes(
                                        facts,
                                        "If two or more Service Levels are missed in the same month, the Service Credits for that month are doubled.")))
                .containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If two or more Service Levels are missed in the same month, the Service Credits for that month are doubled. | 2 | 2
            Where more than three KPIs fail in any month, all deductions of that month are increased by 50%. | 4 | 1.5
            If the Supplier misses 4 or more Service Levels in a month the Service Credit is multiplied by 1.25. | 4 | 1.25
            In any quarter in which three (3) or more service levels are not met, credits are tripled. | 3 | 3
            A multiplier of 1.5 applies to the Service Credits where three or more different Service Levels are missed in a single month. | 3 | 1.5
            """)
    void readsHowMuchSeveralMissesCost(String sentence, int from, BigDecimal factor) {
        assertThat(SeveralMisses.read(words(sentence))).hasValueSatisfying(rule -> {
            assertThat(rule.from()).isEqualTo(from);
            assertThat(rule.factor()).isEqualByComparingTo(factor);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If two or more Service Levels are missed in a month, the Customer may terminate.",
                "If a level is missed in two consecutive months, the credit is doubled.",
                "If three Service Levels are missed in a month, credits are multiplied by 1.5, and with five by 2 times.",
                "The Service Credit for a month is twice the percentage missed.",
                "If two or more Service Levels are missed in a month, a plan is due within twice the usual time.",
            })
    void readsNoMultiplierInOtherWords(String sentence) {
        assertThat(SeveralMisses.read(words(sentence))).isEmpty();
    }

    /** Whatever incidents there are: never more than all credits, never less than the highest, in any order of rows. */
    @Property(tries = 100)
    void staysBetweenTheHighestAndAllOfThemWhateverTheOrder(
            @ForAll @IntRange(max = 3) int till,
            @ForAll @IntRange(max = 3) int orders,
            @ForAll @IntRange(max = 3) int backups,
            @ForAll Random random) {
        BigDecimal sum = total(sums(outcomes(three(till, orders, backups, null), RULE)));

        assertThat(sum).isBetween(new BigDecimal("80.00"), new BigDecimal("150.00"));
        assertThat(total(sums(outcomes(three(till, orders, backups, random), RULE))))
                .isEqualByComparingTo(sum);
        assertThat(total(sums(outcomes(three(1, 2, 3, random), RULE)))).isEqualByComparingTo("150.00");
    }

    private static YearOfFacts three(
            int till, int orders, int backups, @org.jspecify.annotations.Nullable Random random) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
        if (random != null) {
            Collections.shuffle(order, random);
        }
        int[] incidents = {till, orders, backups};
        YearOfFacts facts = fee();
        for (int i : order) {
            facts.measured(
                    "SL" + (i + 1),
                    "2025-03",
                    null,
                    null,
                    new BigDecimal("90"),
                    "2025-04-02",
                    incidents[i] == 0 ? "" : "INC-70" + incidents[i]);
        }
        return facts;
    }

    private static BigDecimal total(List<String> sums) {
        return sums.stream().map(sum -> new BigDecimal(sum.substring(4))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
