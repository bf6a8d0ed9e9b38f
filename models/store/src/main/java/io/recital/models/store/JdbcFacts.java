package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.FactSubject;
import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.SourcedFact;
import io.recital.models.fact.VendorReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened, as other systems reported it: a row is added, and a changed one becomes another version of it. */
public final class JdbcFacts {
    private static final int FETCH = 1000;

    private static final String SELECTED = """
            from performance_fact
            where (:allKinds or kind in (:kinds))
              and (:allVendors or vendor in (:vendors))
              and case when :knownAt::timestamptz is null then superseded_at is null
                       else recorded_at <= :knownAt and (superseded_at is null or superseded_at > :knownAt) end
            """;

    private final JdbcClient jdbc;

    public JdbcFacts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Stores facts of one feed; each has an id that no other of them of its kind has. */
    public StoredFacts store(String feed, List<SourcedFact> facts) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_setting('recital.tenant'), 11))")
                .query(rs -> {});
        Map<String, SourcedFact> byKey = new HashMap<>();
        facts.forEach(sourced ->
                byKey.put(sourced.fact().kind().label() + " " + sourced.fact().id(), sourced));
        int[] counts = new int[2];
        List<StoredFacts.Foreign> foreign = new ArrayList<>();
        jdbc.sql("""
                with moment as (select clock_timestamp() as now),
                incoming as (
                    select i.*, f.version as before, case when f.feed <> :feed then f.feed end as foreign_feed
                    from jsonb_to_recordset(:rows::jsonb) as i (kind text, fact_id text, vendor text, vendor_id text,
                        vendor_name text, content jsonb, file text, sheet text, line int)
                    left join lateral (
                        select version, content, feed from performance_fact p
                        where p.kind = i.kind and p.fact_id = i.fact_id order by version desc limit 1) f on true
                    where f.version is null or f.content <> i.content),
                closed as (
                    update performance_fact p set superseded_at = moment.now from incoming i, moment
                    where p.kind = i.kind and p.fact_id = i.fact_id and p.version = i.before and i.foreign_feed is null
                    returning p.vendor_id, p.vendor_name, p.content),
                stored as (
                    insert into performance_fact (kind, fact_id, version, vendor, vendor_id, vendor_name, content, feed,
                        file, sheet, line, recorded_at)
                    select kind, fact_id, coalesce(before, 0) + 1, vendor, vendor_id, vendor_name, content, :feed, file,
                        sheet, line, moment.now
                    from incoming, moment where foreign_feed is null
                    returning kind, fact_id, version, vendor_id, vendor_name, content, seq),
                changed as (
                    select vendor_id, vendor_name, content, 1 as facts, seq from stored
                    union all select vendor_id, vendor_name, content, -1, null from closed),
                counted as (
                    insert into fact_subject as s (vendor_id, vendor_name, contract, facts, first_seq, latest_seq)
                    select vendor_id, vendor_name, coalesce(content ->> 'contract', ''), sum(facts),
                        coalesce(min(seq), 0), coalesce(max(seq), 0)
                    from changed group by 1, 2, 3
                    on conflict (tenant_id, subject) do update
                        set facts = s.facts + excluded.facts, latest_seq = greatest(s.latest_seq, excluded.latest_seq))
                select kind, fact_id, version, null as foreign_feed from stored
                union all select kind, fact_id, 0, foreign_feed from incoming where foreign_feed is not null""")
                .param("feed", feed)
                .param("rows", FactJson.rows(facts.stream().map(JdbcFacts::row).toList()))
                .query(rs -> {
                    int version = rs.getInt("version");
                    if (version == 0) {
                        foreign.add(new StoredFacts.Foreign(
                                requireNonNull(byKey.get(rs.getString("kind") + " " + rs.getString("fact_id"))),
                                rs.getString("foreign_feed")));
                    } else {
                        counts[version == 1 ? 0 : 1]++;
                    }
                });
        return new StoredFacts(counts[0], counts[1], facts.size() - counts[0] - counts[1] - foreign.size(), foreign);
    }

    private static Map<String, Object> row(SourcedFact sourced) {
        PerformanceFact fact = sourced.fact();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", fact.kind().label());
        row.put("fact_id", fact.id());
        row.put("vendor", fact.findVendor().map(VendorReference::key).orElse(""));
        row.put("vendor_id", fact.findVendor().map(VendorReference::id).orElse(""));
        row.put("vendor_name", fact.findVendor().map(VendorReference::name).orElse(""));
        row.put("content", FactJson.tree(fact));
        row.put("file", sourced.file());
        row.put("sheet", sourced.sheet());
        row.put("line", sourced.line());
        return row;
    }

    /** Hands over facts one by one, in the order in which they were stored; never all of them are in memory. */
    public void forEach(FactSelection selection, Consumer<PerformanceFact> reader) {
        try (Stream<PerformanceFact> facts = select("select kind, content " + SELECTED + " order by seq", selection)
                .withFetchSize(FETCH)
                .query((rs, row) -> fact(rs))
                .stream()) {
            facts.forEach(reader);
        }
    }

    /** The facts that are meant, for where they are few enough for memory. */
    public Facts load(FactSelection selection) {
        List<PerformanceFact> facts = new ArrayList<>();
        forEach(selection, facts::add);
        return Facts.of(facts);
    }

    /** Facts with their sources, a page at a time, in the order in which they were stored. */
    public Page<StoredFact> list(FactSelection selection, @Nullable String cursor, int limit) {
        List<Map.Entry<Long, StoredFact>> rows = select(
                        "select * " + SELECTED + " and seq > :after order by seq limit :limit", selection)
                .param("after", Cursor.position(cursor, 0))
                .param("limit", limit + 1)
                .query((rs, row) -> Map.entry(rs.getLong("seq"), stored(rs)))
                .list();
        return Page.cut(rows, limit, Map.Entry::getKey, Map.Entry::getValue);
    }

    /** All versions of a fact, oldest first. */
    public List<StoredFact> listVersions(FactKind kind, String id) {
        return jdbc.sql("select * from performance_fact where kind = :kind and fact_id = :id order by version")
                .param("kind", kind.label())
                .param("id", id)
                .query((rs, row) -> stored(rs))
                .list();
    }

    /** The vendors that facts are about, as the facts name them, with how many there are; by name. */
    public List<VendorUse> listVendors() {
        Map<VendorReference, Map<FactKind, Integer>> uses = new LinkedHashMap<>();
        jdbc.sql("""
                select vendor_id, vendor_name, kind, count(*) as facts from performance_fact
                where superseded_at is null and vendor <> ''
                group by vendor_id, vendor_name, kind order by vendor_name, vendor_id, kind""").query(rs -> {
            uses.computeIfAbsent(
                            new VendorReference(rs.getString("vendor_id"), rs.getString("vendor_name")),
                            vendor -> new EnumMap<>(FactKind.class))
                    .put(EnumWord.parse(FactKind.class, rs.getString("kind")), rs.getInt("facts"));
        });
        return uses.entrySet().stream()
                .map(use -> new VendorUse(use.getKey(), use.getValue()))
                .toList();
    }

    /** Whom and what the facts are about that hold now, those that came first at first. */
    public List<StoredSubject> listSubjects() {
        return jdbc.sql("""
                select vendor_id, vendor_name, contract, facts, latest_seq from fact_subject
                where facts > 0 order by first_seq""")
                .query((rs, row) -> new StoredSubject(subject(rs), rs.getLong("facts"), rs.getLong("latest_seq")))
                .list();
    }

    private static @Nullable FactSubject subject(ResultSet rs) throws SQLException {
        String id = rs.getString("vendor_id");
        String name = rs.getString("vendor_name");
        return id.isBlank() && name.isBlank()
                ? null
                : new FactSubject(new VendorReference(id, name), rs.getString("contract"));
    }

    private JdbcClient.StatementSpec select(String sql, FactSelection selection) {
        Instant knownAt = selection.knownAt();
        return jdbc.sql(sql)
                .param("allKinds", selection.kinds().isEmpty())
                .param("kinds", orNone(selection.kinds().stream().map(FactKind::label)))
                .param("allVendors", selection.vendors().isEmpty())
                .param("vendors", orNone(selection.vendors().stream()))
                .param("knownAt", knownAt == null ? null : Timestamp.from(knownAt));
    }

    /** An empty list is no SQL. */
    private static List<String> orNone(Stream<String> values) {
        List<String> list = values.toList();
        return list.isEmpty() ? List.of("none") : list;
    }

    private static PerformanceFact fact(ResultSet rs) throws SQLException {
        return FactJson.read(EnumWord.parse(FactKind.class, rs.getString("kind")), rs.getString("content"));
    }

    private static StoredFact stored(ResultSet rs) throws SQLException {
        Timestamp superseded = rs.getTimestamp("superseded_at");
        return new StoredFact(
                fact(rs),
                rs.getInt("version"),
                rs.getString("feed"),
                rs.getString("file"),
                rs.getString("sheet"),
                rs.getInt("line"),
                rs.getTimestamp("recorded_at").toInstant(),
                superseded == null ? null : superseded.toInstant());
    }
}
