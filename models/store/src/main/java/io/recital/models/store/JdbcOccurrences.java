package io.recital.models.store;

import io.recital.models.duty.Evidence;
import io.recital.models.duty.OccurrenceBook;
import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceChange.Step;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.duty.OccurrenceRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people did about the times at which duties fall due. Changes are only ever added. */
public final class JdbcOccurrences {
    private final JdbcClient jdbc;

    public JdbcOccurrences(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Adds a change to a record.
     *
     * @return false when somebody else changed it since it was read
     */
    public boolean append(OccurrenceRecord record, OccurrenceChange change) {
        Evidence evidence = change.evidence();
        return jdbc.sql("""
                        insert into occurrence_change (duty, due, version, contract_id, action,
                            step, made_by, counts_on, owner, evidence, reason)
                        values (:duty, :due, :version, :contract, :action, :step, :by, :on, :owner, :evidence::jsonb, :reason)
                        on conflict (tenant_id, duty, due, version) do nothing""")
                        .param("duty", record.id().duty())
                        .param("due", record.id().due())
                        .param("version", record.version() + 1)
                        .param("contract", record.contract())
                        .param("action", record.action())
                        .param("step", EnumWord.of(change.step()))
                        .param("by", change.by())
                        .param("on", change.on())
                        .param("owner", change.owner())
                        .param("evidence", evidence == null ? null : FindingJson.write(evidence))
                        .param("reason", change.reason())
                        .update()
                > 0;
    }

    /** All records of the tenant. */
    public OccurrenceBook book() {
        Map<OccurrenceId, OccurrenceRecord> records = new LinkedHashMap<>();
        jdbc.sql("select * from occurrence_change order by duty, due, version").query(rs -> {
            add(rs, records);
        });
        return new OccurrenceBook(List.copyOf(records.values()));
    }

    /** What was done about one occurrence; empty when nobody touched it. */
    public Optional<OccurrenceRecord> find(OccurrenceId id) {
        Map<OccurrenceId, OccurrenceRecord> records = new LinkedHashMap<>();
        jdbc.sql("select * from occurrence_change where duty = :duty and due = :due order by version")
                .param("duty", id.duty())
                .param("due", id.due())
                .query(rs -> {
                    add(rs, records);
                });
        return Optional.ofNullable(records.get(id));
    }

    private static void add(ResultSet rs, Map<OccurrenceId, OccurrenceRecord> records) throws SQLException {
        OccurrenceId id = new OccurrenceId(rs.getString("duty"), rs.getObject("due", LocalDate.class));
        OccurrenceRecord record = records.get(id);
        OccurrenceRecord before = record == null
                ? new OccurrenceRecord(id, rs.getObject("contract_id", UUID.class), rs.getString("action"), List.of())
                : record;
        records.put(id, before.with(change(rs)));
    }

    /** Every change of one occurrence, the first first. */
    public List<OccurrenceVersion> listHistory(OccurrenceId id) {
        return jdbc.sql("select * from occurrence_change where duty = :duty and due = :due order by version")
                .param("duty", id.duty())
                .param("due", id.due())
                .query((rs, row) -> new OccurrenceVersion(
                        rs.getInt("version"), rs.getTimestamp("made_at").toInstant(), change(rs)))
                .list();
    }

    private static OccurrenceChange change(ResultSet rs) throws SQLException {
        String evidence = rs.getString("evidence");
        return new OccurrenceChange(
                EnumWord.parse(Step.class, rs.getString("step")),
                rs.getString("made_by"),
                rs.getObject("counts_on", LocalDate.class),
                rs.getString("owner"),
                evidence == null ? null : FindingJson.readEvidence(evidence),
                rs.getString("reason"));
    }
}
