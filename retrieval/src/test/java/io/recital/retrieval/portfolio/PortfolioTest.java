package io.recital.retrieval.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.DocumentVersion;
import io.recital.models.evidence.Derivation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.inference.Encoder;
import io.recital.retrieval.plan.Planner;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.QueryRunner;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.JdbcNames;
import io.recital.retrieval.search.JdbcPassageSearch;
import io.recital.retrieval.search.SearchDatabase;
import io.recital.retrieval.search.TestPortfolio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three suppliers in the real store: one whose contract was amended, one whose contract was restated, one with an order. */
class PortfolioTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Encoder ENCODER = new Encoder();

    private final TestPortfolio portfolio = new TestPortfolio();

    @AfterAll
    static void closeEncoder() {
        ENCODER.close();
    }

    @BeforeEach
    void threeSuppliers() {
        contract(
                "Alder Printing",
                "supply agreement",
                "2025-01-01",
                days(45),
                law("England and Wales"),
                end("2027-03-31"),
                notice(90));
        contract("Alder Printing", "amendment", "2026-02-01", days(60));
        contract("Alder Printing", "amendment", "2026-09-01", days(75));
        contract(
                "Birch Cleaning",
                "cleaning agreement",
                "2023-01-01",
                days(14),
                law("German"),
                end("2025-12-31"),
                renewal(12),
                notice(30));
        contract(
                "Birch Cleaning",
                "amended and restated cleaning agreement",
                "2025-01-01",
                days(21),
                law("German"),
                end("2025-12-31"),
                renewal(12),
                notice(30),
                cap("EUR", 90_000));
        contract(
                "Cedar Haulage",
                "haulage agreement",
                "2025-05-01",
                days(30),
                law("New York"),
                end("2026-08-15"),
                notice(10),
                cap("USD", 50_000));
        contract("Cedar Haulage", "work order", "2025-06-01", days(7));
    }

    private void contract(String counterparty, String type, String from, FindingContent... contents) {
        DocumentVersion document = portfolio.add(
                counterparty + " " + type + " " + from + ".pdf",
                TestPortfolio.Words.of("Terms", type + " of " + counterparty + " from " + from, 1));
        portfolio.setCounterparty(document, counterparty);
        List<FindingContent> all = new java.util.ArrayList<>(List.of(contents));
        all.add(ContractFact.of(FactType.DOCUMENT_TYPE, new TypedValue.Text(type)));
        all.add(ContractFact.of(FactType.EFFECTIVE_DATE, new TypedValue.Day(LocalDate.parse(from))));
        portfolio.addFindings(document, all);
    }

    private static FindingContent days(int count) {
        return new CommercialLever(
                LeverType.PAYMENT_TERM,
                List.of(new LeverParameter(LeverParameter.Name.PERIOD, length(count, TimeSpan.Unit.DAYS))));
    }

    private static FindingContent cap(String currency, int amount) {
        BigMoney money = BigMoney.of(CurrencyUnit.of(currency), BigDecimal.valueOf(amount));
        return new CommercialLever(
                LeverType.LIABILITY_CAP,
                List.of(new LeverParameter(LeverParameter.Name.CAP, new TypedValue.Amount(money))));
    }

    private static FindingContent renewal(int months) {
        return new CommercialLever(
                LeverType.RENEWAL,
                List.of(new LeverParameter(LeverParameter.Name.PERIOD, length(months, TimeSpan.Unit.MONTHS))));
    }

    private static TypedValue length(int count, TimeSpan.Unit unit) {
        return new TypedValue.Length(new TimeSpan(count, unit));
    }

    private static FindingContent law(String law) {
        return ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text(law));
    }

    private static FindingContent end(String day) {
        return ContractFact.of(FactType.EXPIRATION_DATE, new TypedValue.Day(LocalDate.parse(day)));
    }

    private static FindingContent notice(int days) {
        return ContractFact.of(FactType.NOTICE_PERIOD, length(days, TimeSpan.Unit.DAYS));
    }

    private Optional<PortfolioResult> find(String question) {
        return portfolio.inTenant(() -> {
            var store = SearchDatabase.repositories();
            var data = SearchDatabase.get().dataSource();
            Understanding understood =
                    new Planner(new JdbcNames(data), store).understand(question, null, TODAY, List.of());
            QueryRun run = new QueryRun(
                    new QueryRunner(store, new JdbcPassageSearch(data), ENCODER, (contracts, day) -> List.of()),
                    understood);
            return new Portfolio(ENCODER)
                    .find(understood, run, store.counterparties().list());
        });
    }

    private List<String> found(String question) {
        return find(question).orElseThrow().statements().stream()
                .map(statement -> statement.party().split(" ")[0] + " "
                        + statement.value().display())
                .toList();
    }

    @Test
    void theLatestAmendmentInEffectSpeaksAndAnOrderOnlyForItself() {
        assertThat(found("How do the payment terms of our suppliers compare?"))
                .containsExactlyInAnyOrder("Alder 60 days", "Birch 21 days", "Cedar 30 days", "Cedar 7 days");
    }

    @Test
    void theLongestIsDerivedFromAllThatCanBeCompared() {
        PortfolioResult result =
                find("What is the longest payment term in the portfolio?").orElseThrow();
        assertThat(result.statements()).singleElement().satisfies(longest -> {
            assertThat(longest.party()).isEqualTo("Alder Printing");
            assertThat(result.comparableWith(longest)).hasSize(4);
        });
    }

    @Test
    void amountsOfTwoCurrenciesAreNotHeldAgainstEachOther() {
        assertThat(found("Which supplier has the lowest liability cap?"))
                .containsExactlyInAnyOrder("Birch EUR 90000", "Cedar USD 50000");
    }

    @Test
    void onlyContractsUnderTheLawAskedForAreListed() {
        assertThat(found("Which vendors have contracts under German law?")).containsExactly("Birch German");
        assertThat(found("What are the payment terms of the suppliers under English law?"))
                .containsExactly("Alder 60 days");
        assertThat(find("Which vendors have contracts under French law?")
                        .orElseThrow()
                        .statements())
                .isEmpty();
    }

    @Test
    void aRenewedTermEndsLaterThanItSaysAndTheDerivationTellsHow() {
        PortfolioResult result = find("Sort all contracts by end date").orElseThrow();
        assertThat(result.statements())
                .extracting(statement -> statement.value().display())
                .containsExactly("2026-08-15", "2026-12-31", "2027-03-31");
        assertThat(result.statements().get(1).derivations()).singleElement().satisfies(step -> {
            assertThat(step.operation()).isEqualTo(Derivation.Operation.DAY_AFTER);
            assertThat(step.inputs()).extracting(Derivation.Input::value).containsExactly("2025-12-31", "12 months");
        });
    }

    @Test
    void aNoticeDateIsComputedAndFilteredByTheWindow() {
        PortfolioResult result = find("For which contracts does the notice date fall in the next 40 days?")
                .orElseThrow();
        assertThat(result.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.party()).isEqualTo("Cedar Haulage");
            assertThat(statement.value()).isEqualTo(new TypedValue.Day(LocalDate.of(2026, 8, 5)));
            assertThat(statement.derivations().get(0).operation()).isEqualTo(Derivation.Operation.DAY_BEFORE);
        });
    }

    @Test
    void aQuestionAboutOneContractIsLeftToOthers() {
        assertThat(find("What is the payment term with Cedar?")).isEmpty();
    }
}
