package io.recital.performance.obligation;

import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.duty.OccurrenceRecord;
import io.recital.models.fact.Period;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyStates;
import io.recital.models.ledger.duty.SetOffDuties;
import io.recital.models.store.JdbcOccurrences;
import io.recital.models.store.OccurrenceVersion;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.LedgerInputs;
import io.recital.performance.obligation.ChangeRefused.Category;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The times at which duties of a tenant's contracts fall due, and what people do about them. */
public final class Occurrences {
    private static final long LEAST_AHEAD = 92;
    private static final long MOST_AHEAD = 3 * 366;

    private final JdbcOccurrences store;
    private final Tenancy tenancy;
    private final LedgerInputs inputs;
    private final Clock clock;

    public Occurrences(JdbcOccurrences store, Tenancy tenancy, LedgerInputs inputs, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.inputs = inputs;
        this.clock = clock;
    }

    /** The day that is meant where none is given. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Those that are meant, as they stood on a day, the first due first. */
    public List<OwedOccurrence> list(UUID tenant, OccurrenceFilter filter, LocalDate asOf) {
        long wanted = ChronoUnit.DAYS.between(asOf, filter.window().to());
        int ahead = (int) Math.max(LEAST_AHEAD, Math.min(wanted, MOST_AHEAD));
        return tenancy.call(
                tenant,
                () -> inputs.read().counterparties().stream()
                        .filter(source ->
                                filter.isAbout(source.family().counterparty().id()))
                        .flatMap(source -> states(source.read(asOf), ahead)
                                .filter(filter::holds)
                                .map(state -> new OwedOccurrence(source.family().counterparty(), state)))
                        .sorted(Comparator.comparing((OwedOccurrence owed) ->
                                owed.state().occurrence().due()))
                        .toList());
    }

    private static Stream<DutyState> states(Dossier dossier, int ahead) {
        return Stream.concat(DutyStates.of(dossier, ahead).stream(), SetOffDuties.of(dossier).states().stream());
    }

    /** One of them as it stood on a day; empty when the contracts as they are read now know no such duty. */
    public Optional<OwedOccurrence> find(UUID tenant, OccurrenceId id, LocalDate asOf) {
        OccurrenceFilter thatDay = new OccurrenceFilter(null, null, Set.of(), new Period(id.due(), id.due()));
        return list(tenant, thatDay, asOf).stream()
                .filter(owed -> owed.state().id().equals(id))
                .findFirst();
    }

    /** What was ever done about it; empty when nobody touched it. */
    public Optional<OccurrenceRecord> findRecord(UUID tenant, OccurrenceId id) {
        return tenancy.call(tenant, () -> store.find(id));
    }

    /** Records of duties that are not read from the contracts any more: somebody should look where they belong. */
    public List<OccurrenceRecord> listStray(UUID tenant, LocalDate asOf) {
        return tenancy.call(tenant, () -> {
            List<OccurrenceRecord> records = store.book().asOf(asOf).records();
            if (records.isEmpty()) {
                return List.of();
            }
            Set<OccurrenceId> known = list(tenant, upTo(records), asOf).stream()
                    .map(owed -> owed.state().id())
                    .collect(Collectors.toSet());
            return records.stream()
                    .filter(record -> !known.contains(record.id()))
                    .toList();
        });
    }

    private static OccurrenceFilter upTo(List<OccurrenceRecord> records) {
        LocalDate last = records.stream()
                .map(record -> record.id().due())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new OccurrenceFilter(
                null, null, Set.of(), new Period(OccurrenceFilter.ALL.window().from(), last));
    }

    /** Every change of one occurrence, the first first. */
    public List<OccurrenceVersion> listHistory(UUID tenant, OccurrenceId id) {
        return tenancy.call(tenant, () -> store.listHistory(id));
    }

    /**
     * Adds a change.
     *
     * @param seen the version that whoever makes it has seen, 0 for untouched; null to change whatever is there
     * @return the record with the change
     */
    public OccurrenceRecord change(UUID tenant, OccurrenceId id, OccurrenceChange change, @Nullable Integer seen) {
        return tenancy.call(tenant, () -> {
            OccurrenceRecord record = store.find(id).orElseGet(() -> untouched(tenant, id, change.on()));
            if (seen != null && seen != record.version()) {
                throw stale(seen, record.version());
            }
            record.refusal(change, today()).ifPresent(why -> {
                throw new ChangeRefused(Category.CONTRADICTION, why);
            });
            if (!store.append(record, change)) {
                throw stale(record.version(), record.version() + 1);
            }
            return record.with(change);
        });
    }

    private static ChangeRefused stale(int seen, int now) {
        return new ChangeRefused(
                Category.STALE,
                "Somebody changed it since: you saw version " + seen + ", and it is at " + now
                        + ". Read it again, then decide.");
    }

    private OccurrenceRecord untouched(UUID tenant, OccurrenceId id, LocalDate on) {
        DutyState state = find(tenant, id, on)
                .map(OwedOccurrence::state)
                .orElseThrow(() -> new ChangeRefused(
                        Category.UNKNOWN,
                        "No duty with the id " + id + " falls due on the contracts as they counted on " + on + "."));
        Obligation duty = state.duty().content();
        return new OccurrenceRecord(id, state.duty().finding().contract(), duty.action(), List.of());
    }
}
