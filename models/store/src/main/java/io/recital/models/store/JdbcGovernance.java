package io.recital.models.store;

import io.recital.models.governance.Governance;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.RecordKind;
import io.recital.models.governance.Recorded;
import io.recital.models.store.error.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people keep to steer contracts by; versions are added, nothing is changed. */
public final class JdbcGovernance {
    private final JdbcClient jdbc;
    private final JdbcScoreWeights weights;

    public JdbcGovernance(DataSource dataSource, JdbcScoreWeights weights) {
        this.jdbc = JdbcClient.create(dataSource);
        this.weights = weights;
    }

    /** Adds a record. */
    public Recorded<?> add(GovernanceRecord content, String by) {
        return append(UUID.randomUUID(), content, false, by);
    }

    /** Adds a version of a record that is there. */
    public Recorded<?> change(UUID id, GovernanceRecord content, String by) {
        lock(id);
        Recorded<?> before = get(id);
        if (RecordKind.of(before.content()) != RecordKind.of(content)) {
            throw new StoreException(StoreException.Category.MISUSE, "A record stays of the kind that it was");
        }
        return append(id, content, false, by);
    }

    /** Takes a record back that was made by mistake; its versions stay. */
    public void withdraw(UUID id, String by) {
        lock(id);
        append(id, get(id).content(), true, by);
    }

    private void lock(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('governance ' || :id, 0))")
                .param("id", id.toString())
                .query((rs, row) -> row)
                .list();
    }

    private Recorded<?> append(UUID id, GovernanceRecord content, boolean withdrawn, String by) {
        return jdbc.sql("""
                insert into governance_record
                    (record_id, version, kind, counterparty_id, content, withdrawn, recorded_by)
                select :id, coalesce(max(version), 0) + 1, :kind, :counterparty::uuid, :content::jsonb, :withdrawn, :by
                from governance_record where record_id = :id
                returning *""")
                .param("id", id)
                .param("kind", EnumWord.of(RecordKind.of(content)))
                .param("counterparty", content.findCounterparty().orElse(null))
                .param("content", GovernanceJson.write(content))
                .param("withdrawn", withdrawn)
                .param("by", by)
                .query((rs, row) -> recorded(rs))
                .single();
    }

    private static Recorded<?> recorded(ResultSet rs) throws SQLException {
        return new Recorded<>(
                rs.getObject("record_id", UUID.class),
                rs.getInt("version"),
                GovernanceJson.read(EnumWord.parse(RecordKind.class, rs.getString("kind")), rs.getString("content")),
                rs.getString("recorded_by"),
                rs.getTimestamp("recorded_at").toInstant());
    }

    /** The latest version of a record; empty for one that is not there or was taken back. */
    public Optional<Recorded<?>> find(UUID id) {
        return jdbc.sql("""
                select * from (
                    select * from governance_record where record_id = :id order by version desc limit 1) latest
                where not withdrawn""")
                .param("id", id)
                .<Recorded<?>>query((rs, row) -> recorded(rs))
                .optional();
    }

    private Recorded<?> get(UUID id) {
        return find(id).orElseThrow(() ->
                new StoreException(StoreException.Category.NOT_FOUND, "There is no record with the id " + id));
    }

    /** All versions of a record, the oldest first, also of one that was taken back. */
    public List<Recorded<?>> listVersions(UUID id) {
        return jdbc.sql("select * from governance_record where record_id = :id order by version")
                .param("id", id)
                .<Recorded<?>>query((rs, row) -> recorded(rs))
                .list();
    }

    /**
     * All records as they were recorded by the end of a day, in universal time.
     *
     * @param knownOn null for now
     */
    public Governance load(@Nullable LocalDate knownOn) {
        List<Recorded<?>> records = jdbc.sql("""
                select * from (
                    select distinct on (record_id) *, min(seq) over (partition by record_id) as first
                    from governance_record
                    where :day::date is null or recorded_at < (:day::date + 1) at time zone 'UTC'
                    order by record_id, version desc) latest
                where not withdrawn order by first""")
                .param("day", knownOn)
                .<Recorded<?>>query((rs, row) -> recorded(rs))
                .list();
        return new Governance(records, weights.list(knownOn));
    }
}
