package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.fact.Period;
import io.recital.models.finding.LeverType;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.governance.GainShare;
import io.recital.models.governance.Governance;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Idea;
import io.recital.models.governance.Meeting;
import io.recital.models.governance.Objective;
import io.recital.models.governance.RecordKind;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.Risk;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import io.recital.models.governance.Side;
import io.recital.models.store.error.StoreException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JdbcGovernanceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Repositories store = SharedDatabase.repositories();
    private final UUID tenant = SharedDatabase.newTenant();
    private final UUID counterparty = inTenant(
            () -> store.counterparties().findOrCreate("Quillon Freight Ltd").id());

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private static Risk risk(int likelihood) {
        return new Risk(
                null, "One harbour only", likelihood, 4, "M. Sand", "A second one", DAY, DAY.plusDays(90), null);
    }

    private Governance load() {
        return inTenant(() -> store.governance().load(null));
    }

    @Test
    void keepsEveryKindAsItWasGiven() {
        Money money = Money.parse("EUR 12.50");
        List<GovernanceRecord> all = List.of(
                new Meeting(
                        counterparty,
                        Meeting.Kind.EXECUTIVE_REVIEW,
                        "Yearly review",
                        DAY,
                        DAY.plusDays(1),
                        List.of("M. Sand"),
                        List.of(new Meeting.DueReport("Report", DAY.minusDays(5), null)),
                        List.of("All well")),
                new CorrectiveAction(
                        counterparty,
                        "Train drivers",
                        Side.THEIRS,
                        "T. Roe",
                        DAY,
                        DAY.plusDays(9),
                        null,
                        "OTIF",
                        null,
                        null),
                new Objective(
                        "Cheaper freight",
                        "M. Sand",
                        Objective.Aim.SAVINGS,
                        DAY,
                        null,
                        new Objective.Baseline(
                                Objective.Basis.INVOICES, new Period(DAY.minusDays(30), DAY), money, null, "CFO"),
                        List.of(new Objective.Link(counterparty, LeverType.REBATE, null))),
                risk(3),
                new Idea(
                        counterparty,
                        "Shared pallets",
                        Idea.Sort.INNOVATION,
                        Idea.Stage.PROPOSED,
                        money,
                        "T. Roe",
                        DAY),
                new GainShare(
                        counterparty,
                        counterparty,
                        "Fewer trips",
                        new Period(DAY, DAY.plusYears(1)),
                        null,
                        null,
                        List.of(new GainShare.Band(null, new BigDecimal("50"))),
                        null,
                        money));

        all.forEach(content -> inTenant(() -> store.governance().add(content, "M. Sand")));

        assertThat(load().records().stream().<GovernanceRecord>map(Recorded::content))
                .containsExactlyElementsOf(all);
        assertThat(load().list(Risk.class, counterparty)).isEmpty();
        assertThat(load().list(Idea.class, counterparty)).hasSize(1);
    }

    @Test
    void aChangeIsANewVersionAndTheOldOneStays() {
        Recorded<?> first = inTenant(() -> store.governance().add(risk(3), "M. Sand"));

        inTenant(() -> store.governance().change(first.id(), risk(5), "T. Roe"));

        assertThat(load().list(Risk.class))
                .singleElement()
                .satisfies(latest -> assertThat(latest.version()).isEqualTo(2))
                .satisfies(latest -> assertThat(latest.content().likelihood()).isEqualTo(5));
        assertThat(inTenant(() -> store.governance().listVersions(first.id())))
                .extracting(Recorded::by)
                .containsExactly("M. Sand", "T. Roe");
    }

    @Test
    void whatIsTakenBackIsNoLongerListedButItsVersionsAre() {
        Recorded<?> made = inTenant(() -> store.governance().add(risk(3), "M. Sand"));

        SharedDatabase.get().tenancy().run(tenant, () -> store.governance().withdraw(made.id(), "M. Sand"));

        assertThat(load().records()).isEmpty();
        assertThat(inTenant(() -> store.governance().find(made.id()))).isEmpty();
        assertThat(inTenant(() -> store.governance().listVersions(made.id()))).hasSize(2);
        assertThatThrownBy(() -> inTenant(() -> store.governance().change(made.id(), risk(1), "M. Sand")))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.category()).isEqualTo(StoreException.Category.NOT_FOUND));
    }

    @Test
    void nothingWasKnownBeforeItWasRecorded() {
        inTenant(() -> store.governance().add(risk(3), "M. Sand"));

        assertThat(inTenant(() -> store.governance().load(DAY.minusYears(20))).records())
                .isEmpty();
    }

    @Test
    void anotherTenantSeesAndChangesNothing() {
        Recorded<?> made = inTenant(() -> store.governance().add(risk(3), "M. Sand"));
        UUID stranger = SharedDatabase.newTenant();

        assertThat(SharedDatabase.get()
                        .tenancy()
                        .call(stranger, () -> store.governance().load(null))
                        .records())
                .isEmpty();
        assertThatThrownBy(() -> SharedDatabase.get()
                        .tenancy()
                        .call(stranger, () -> store.governance().change(made.id(), risk(1), "X")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void saysWhichFieldIsWrongAndRepeatsNothingOfIt() {
        refused(RecordKind.RISK, "{\"title\": \"secret words\"}", "likelihood");
        refused(
                RecordKind.COMMENT,
                "{\"counterparty\": \"" + counterparty + "\", \"side\": \"ours\", \"author\": \"T. Roe\","
                        + " \"text\": \"secret words\", \"on\": \"2026-03-02\", \"mesurement\": \"M-1\"}",
                "mesurement");
        refused(RecordKind.IDEA, "{\"counterparty\": \"" + counterparty + "\"}", "title");
    }

    private static void refused(RecordKind kind, String json, String field) {
        assertThatThrownBy(() -> GovernanceJson.parse(kind, JsonMapper.shared().readTree(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field)
                .hasMessageNotContaining("secret");
    }

    @Test
    void weightsOfADayAreTheLatestThatBeganByThen() {
        ScoreWeights measures = new ScoreWeights(DAY, Map.of(ScorePart.MEASURES, 100), "M. Sand");
        ScoreWeights later = new ScoreWeights(DAY.plusDays(10), Map.of(ScorePart.DUTIES, 100), "M. Sand");
        SharedDatabase.get().tenancy().run(tenant, () -> store.scoreWeights().add(later));
        SharedDatabase.get().tenancy().run(tenant, () -> store.scoreWeights().add(measures));

        Governance kept = load();

        assertThat(kept.weightsOn(DAY.minusDays(1))).isEqualTo(ScoreWeights.DEFAULT);
        assertThat(kept.weightsOn(DAY.plusDays(9))).isEqualTo(measures);
        assertThat(kept.weightsOn(DAY.plusDays(10))).isEqualTo(later);
    }

    @Test
    void aTokenOpensUntilItExpiresOrIsRevoked() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        String token = inTenant(() ->
                store.shares().issue(tenant, counterparty, "their portal", "M. Sand", now.plus(1, ChronoUnit.DAYS)));

        assertThat(JdbcShares.findTenant(token)).contains(tenant);
        assertThat(JdbcShares.findTenant("rs_nonsense")).isEmpty();
        assertThat(JdbcShares.findTenant("rk_" + token.substring(3))).isEmpty();
        assertThat(inTenant(() -> store.shares().find(token, now)))
                .hasValueSatisfying(share -> assertThat(share.counterparty()).isEqualTo(counterparty));
        assertThat(inTenant(() -> store.shares().find(token, now.plus(1, ChronoUnit.DAYS))))
                .isEmpty();
        assertThat(inTenant(() -> store.shares().find(token + "A", now))).isEmpty();
        UUID stranger = SharedDatabase.newTenant();
        assertThat(SharedDatabase.get()
                        .tenancy()
                        .call(stranger, () -> store.shares().find(token, now)))
                .isEmpty();

        UUID share = inTenant(() -> store.shares().list()).get(0).id();
        assertThat(SharedDatabase.get()
                        .tenancy()
                        .call(stranger, () -> store.shares().revoke(share)))
                .isFalse();
        assertThat(inTenant(() -> store.shares().revoke(share))).isTrue();
        assertThat(inTenant(() -> store.shares().find(token, now))).isEmpty();
    }
}
