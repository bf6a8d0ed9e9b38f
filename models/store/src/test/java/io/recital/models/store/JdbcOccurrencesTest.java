package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.recital.models.duty.Evidence;
import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceChange.Step;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.duty.OccurrenceRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcOccurrencesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 29);
    private static final OccurrenceId ID = new OccurrenceId("0123456789abcdef", DAY);

    private final JdbcOccurrences occurrences = SharedDatabase.repositories().occurrences();
    private final UUID tenant = SharedDatabase.newTenant();
    private OccurrenceRecord untouched = new OccurrenceRecord(ID, UUID.randomUUID(), "send it", List.of());

    @BeforeEach
    void aContract() {
        UUID contract = in(
                tenant,
                () -> SharedDatabase.repositories()
                        .documents()
                        .receive(NewDocument.of("one.txt"), Samples.bytes("Text of one"))
                        .document()
                        .contract());
        untouched = new OccurrenceRecord(ID, contract, "send it", List.of());
    }

    private <T> T in(UUID whose, Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(whose, work);
    }

    private static OccurrenceChange change(Step step) {
        return new OccurrenceChange(
                step,
                "Ida",
                DAY,
                step == Step.ASSIGNED ? "Tom" : null,
                step == Step.DONE ? new Evidence.Row("event", "E-17") : null,
                step == Step.WAIVED ? "agreed" : null);
    }

    @Test
    void keepsEveryChangeAndTellsWhoMadeItWhen() {
        OccurrenceRecord assigned = untouched.with(change(Step.ASSIGNED));
        in(tenant, () -> occurrences.append(untouched, change(Step.ASSIGNED)));
        in(tenant, () -> occurrences.append(assigned, change(Step.DONE)));

        assertThat(in(tenant, () -> occurrences.find(ID))).contains(assigned.with(change(Step.DONE)));
        assertThat(in(tenant, () -> occurrences.book().records())).containsExactly(assigned.with(change(Step.DONE)));
        assertThat(in(tenant, () -> occurrences.listHistory(ID)))
                .extracting(
                        OccurrenceVersion::version, version -> version.change().step())
                .containsExactly(tuple(1, Step.ASSIGNED), tuple(2, Step.DONE));
    }

    @Test
    void ofTwoWhoChangeTheSameAtOnceOneIsToldSo() {
        assertThat(in(tenant, () -> occurrences.append(untouched, change(Step.ASSIGNED))))
                .isTrue();
        assertThat(in(tenant, () -> occurrences.append(untouched, change(Step.WAIVED))))
                .isFalse();
        assertThat(in(tenant, () -> occurrences.find(ID))).contains(untouched.with(change(Step.ASSIGNED)));
    }

    @Test
    void anotherTenantSeesNothingOfItAndNobodyChangesWhatWasSaid() {
        in(tenant, () -> occurrences.append(untouched, change(Step.ASSIGNED)));
        UUID stranger = SharedDatabase.newTenant();

        assertThat(in(stranger, () -> occurrences.find(ID))).isEmpty();
        assertThat(in(stranger, occurrences::book).isEmpty()).isTrue();
        assertThatThrownBy(() -> in(stranger, () -> occurrences.append(untouched, change(Step.ASSIGNED))))
                .as("the contract is another tenant's")
                .isInstanceOf(RuntimeException.class);
        JdbcClient jdbc = JdbcClient.create(SharedDatabase.get().dataSource());
        assertThatThrownBy(() -> in(
                        tenant,
                        () -> jdbc.sql("update occurrence_change set made_by = 'Eve'")
                                .update()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> in(
                        tenant, () -> jdbc.sql("delete from occurrence_change").update()))
                .isInstanceOf(RuntimeException.class);
    }
}
