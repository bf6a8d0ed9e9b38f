package io.recital.models.store;

import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.store.error.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs of ingestion and their files. Every step may be repeated: a killed job is started again and goes on. */
public final class JdbcJobs {
    private record Row(long seq, Job job) {}

    private record Position(int ordinal, JobItem item) {}

    private final JdbcClient jdbc;

    public JdbcJobs(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** Makes a job of files whose bytes are kept. Call it in a transaction. */
    public UUID create(List<JobItem.Waiting> files) {
        UUID job = UUID.randomUUID();
        jdbc.sql("insert into job (id, state) values (:id, 'queued')")
                .param("id", job)
                .update();
        files.forEach(file -> insert(job, file, null, null));
        return job;
    }

    /**
     * Adds the members of an archive or mail to its job; those that are there already are left as they are. Call it in a
     * transaction with the outcome {@link ItemState#UNPACKED}.
     */
    public void addMembers(JobItem archive, List<JobItem.Waiting> members) {
        for (int member = 0; member < members.size(); member++) {
            insert(archive.job(), members.get(member), archive.id(), member);
        }
    }

    private void insert(UUID job, JobItem.Waiting waiting, @Nullable UUID parent, @Nullable Integer member) {
        NewDocument file = waiting.file();
        jdbc.sql("""
                insert into job_item (id, job_id, ordinal, parent_id, member, file, container, sha256, replaces, role,
                    external_ids, metadata, state)
                values (:id, :job, (select coalesce(max(ordinal) + 1, 0) from job_item where job_id = :job),
                    :parent::uuid, :member::int, :file, :container, :sha256, :replaces::uuid, :role,
                    :externalIds::jsonb, :metadata::jsonb, 'waiting')
                on conflict (tenant_id, parent_id, member) where parent_id is not null do nothing""")
                .param("id", UUID.randomUUID())
                .param("job", job)
                .param("parent", parent)
                .param("member", member)
                .param("file", file.file())
                .param("container", file.container())
                .param("sha256", waiting.sha256().hex())
                .param("replaces", file.replaces())
                .param("role", EnumWord.of(file.role()))
                .param("externalIds", StoreJson.write(file.externalIds()))
                .param("metadata", StoreJson.write(file.metadata()))
                .update();
    }

    /** Begins a job, or goes on with one whose run was killed: files that it left half done wait again. */
    public void start(UUID job) {
        int rows = jdbc.sql("""
                update job set state = 'running', started_at = coalesce(started_at, now())
                where id = :job and state <> 'done'""").param("job", job).update();
        if (rows == 0) {
            get(job);
        }
        jdbc.sql("update job_item set state = 'waiting' where job_id = :job and state = 'running'")
                .param("job", job)
                .update();
    }

    /** Takes the next waiting file; empty when none waits. Two workers never get the same one. */
    public Optional<JobItem> claimNext(UUID job) {
        return jdbc.sql("""
                update job_item set state = 'running', attempts = attempts + 1,
                    started_at = coalesce(started_at, now())
                where id = (
                    select id from job_item where job_id = :job and state = 'waiting'
                    order by ordinal limit 1 for update skip locked)
                returning *""")
                .param("job", job)
                .query((rs, row) -> item(rs).item())
                .optional();
    }

    /** Ends a file; an end that was recorded before stays. */
    public void finishItem(UUID item, JobItem.Outcome outcome) {
        jdbc.sql("""
                update job_item set state = :state, reason = :reason, contract_id = :contract::uuid,
                    document_id = :document::uuid, passages = :passages, findings = :findings, finished_at = now()
                where id = :item and state in ('waiting', 'running')""")
                .param("state", EnumWord.of(outcome.state()))
                .param("reason", outcome.reason())
                .param("contract", outcome.contract())
                .param("document", outcome.document())
                .param("passages", outcome.passages())
                .param("findings", outcome.findings())
                .param("item", item)
                .update();
    }

    /** Says how many passages of a file are made while it is still running. */
    public void reportPassages(UUID item, int passages) {
        jdbc.sql("update job_item set passages = :passages where id = :item and state = 'running'")
                .param("passages", passages)
                .param("item", item)
                .update();
    }

    /** Adds a remark to the job, once. */
    public void addNote(UUID job, String note) {
        jdbc.sql("update job set notes = notes || :note::text where id = :job and not :note = any(notes)")
                .param("note", note)
                .param("job", job)
                .update();
    }

    /** Ends a job when no file of it is waiting or running; whether it is done. */
    public boolean finish(UUID job) {
        jdbc.sql("""
                update job set state = 'done', finished_at = now()
                where id = :job and state <> 'done'
                  and not exists (
                      select from job_item where job_id = :job and state in ('waiting', 'running'))""").param("job", job).update();
        return get(job).state() == JobState.DONE;
    }

    public Job get(UUID id) {
        return find(id).orElseThrow(() ->
                new StoreException(StoreException.Category.NOT_FOUND, "There is no job with the id " + id));
    }

    public Optional<Job> find(UUID id) {
        return jdbc.sql(SELECT + "where j.id = :id group by j.tenant_id, j.id")
                .param("id", id)
                .query((rs, row) -> map(rs).job())
                .optional();
    }

    /** One page, newest first; {@code cursor} is null for the first. */
    public Page<Job> list(@Nullable String cursor, int size) {
        List<Row> rows = jdbc.sql(SELECT + """
                where j.seq < :before
                group by j.tenant_id, j.id
                order by j.seq desc
                limit :rows""")
                .param("before", Cursor.position(cursor, Long.MAX_VALUE))
                .param("rows", size + 1)
                .query((rs, row) -> map(rs))
                .list();
        return Page.cut(rows, size, Row::seq, Row::job);
    }

    /** Jobs that are not done, oldest first. */
    public List<UUID> listUnfinished() {
        return jdbc.sql("select id from job where state <> 'done' order by seq")
                .query(UUID.class)
                .list();
    }

    /** All files of a job in the order in which they were given. */
    public List<JobItem> listItems(UUID job) {
        return jdbc.sql("select * from job_item where job_id = :job order by ordinal")
                .param("job", job)
                .query((rs, row) -> item(rs).item())
                .list();
    }

    /** One page of a job's files in the order in which they were given. */
    public Page<JobItem> listItems(UUID job, @Nullable String cursor, int size) {
        List<Position> rows = jdbc.sql("""
                select * from job_item where job_id = :job and ordinal > :after
                order by ordinal limit :rows""")
                .param("job", job)
                .param("after", Cursor.position(cursor, -1))
                .param("rows", size + 1)
                .query((rs, row) -> item(rs))
                .list();
        return Page.cut(rows, size, Position::ordinal, Position::item);
    }

    private static final String SELECT = """
            select j.*, count(i.id) filter (where i.state = 'waiting') as waiting,
                count(i.id) filter (where i.state = 'running') as running,
                count(i.id) filter (where i.state = 'ingested') as ingested,
                count(i.id) filter (where i.state = 'unchanged') as unchanged,
                count(i.id) filter (where i.state = 'unpacked') as unpacked,
                count(i.id) filter (where i.state = 'needs-ocr') as needs_ocr,
                count(i.id) filter (where i.state = 'refused') as refused,
                count(i.id) filter (where i.state = 'failed') as failed,
                coalesce(sum(i.passages), 0) as passages, coalesce(sum(i.findings), 0) as findings
            from job j left join job_item i on i.job_id = j.id
            """;

    private static Row map(ResultSet rs) throws SQLException {
        Map<ItemState, Integer> files = new EnumMap<>(ItemState.class);
        for (ItemState state : ItemState.values()) {
            int count = rs.getInt(EnumWord.of(state).replace('-', '_'));
            if (count > 0) {
                files.put(state, count);
            }
        }
        return new Row(
                rs.getLong("seq"),
                new Job(
                        rs.getObject("id", UUID.class),
                        EnumWord.parse(JobState.class, rs.getString("state")),
                        List.of((String[]) rs.getArray("notes").getArray()),
                        files,
                        rs.getInt("passages"),
                        rs.getInt("findings"),
                        rs.getTimestamp("created_at").toInstant(),
                        instant(rs.getTimestamp("started_at")),
                        instant(rs.getTimestamp("finished_at"))));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Position item(ResultSet rs) throws SQLException {
        return new Position(
                rs.getInt("ordinal"),
                new JobItem(
                        rs.getObject("id", UUID.class),
                        rs.getObject("job_id", UUID.class),
                        new NewDocument(
                                rs.getString("file"),
                                rs.getObject("replaces", UUID.class),
                                rs.getString("container"),
                                EnumWord.parse(TenantRole.class, rs.getString("role")),
                                StoreJson.readStrings(rs.getString("external_ids")),
                                StoreJson.readStrings(rs.getString("metadata"))),
                        new Sha256(rs.getString("sha256")),
                        EnumWord.parse(ItemState.class, rs.getString("state")),
                        rs.getString("reason"),
                        rs.getInt("attempts"),
                        rs.getObject("contract_id", UUID.class),
                        rs.getObject("document_id", UUID.class),
                        rs.getInt("passages"),
                        rs.getInt("findings")));
    }
}
