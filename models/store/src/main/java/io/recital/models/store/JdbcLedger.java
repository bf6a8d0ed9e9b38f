package io.recital.models.store;

import io.recital.models.evidence.Sha256;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger says of counterparties, and what it said before: runs add to it, nothing is changed. */
public final class JdbcLedger {
    /** The latest that was said of each matter, also where it was taken back. */
    private static final String LATEST = """
            select distinct on (matter) seq, matter, said, content, content_sha256
            from ledger_entry where counterparty_id = :counterparty
            order by matter, seq desc""";

    private record Stored(String hash, boolean said, String content) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    public JdbcLedger(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batch = new NamedParameterJdbcTemplate(dataSource);
    }

    /** The last run over a counterparty. */
    public Optional<LedgerRun> findLatestRun(UUID counterparty) {
        return jdbc.sql("""
                select as_of, inputs, created_at from ledger_run
                where counterparty_id = :counterparty order by seq desc limit 1""")
                .param("counterparty", counterparty)
                .query((rs, row) -> new LedgerRun(
                        rs.getObject("as_of", LocalDate.class),
                        new Sha256(rs.getString("inputs")),
                        rs.getTimestamp("created_at").toInstant()))
                .optional();
    }

    /** All that is said of a counterparty now, in the order in which it was first said. */
    public Ledger get(UUID counterparty) {
        return new Ledger(jdbc.sql("select content from (" + LATEST + ") latest where said order by seq")
                .param("counterparty", counterparty)
                .query((rs, row) -> FindingJson.readOutcome(rs.getString("content")))
                .list());
    }

    /** All that was ever said of a counterparty, the oldest first. */
    public List<LedgerVersion> listHistory(UUID counterparty) {
        return jdbc.sql("""
                select r.as_of, r.created_at, e.said, e.content
                from ledger_entry e join ledger_run r on r.tenant_id = e.tenant_id and r.seq = e.run_seq
                where e.counterparty_id = :counterparty order by e.seq""")
                .param("counterparty", counterparty)
                .query((rs, row) -> version(rs))
                .list();
    }

    private static LedgerVersion version(ResultSet rs) throws SQLException {
        return new LedgerVersion(
                rs.getObject("as_of", LocalDate.class),
                rs.getBoolean("said"),
                FindingJson.readOutcome(rs.getString("content")),
                rs.getTimestamp("created_at").toInstant());
    }

    /**
     * Keeps what a run found: adds what is new, other than before, or no longer there. Two runs over one counterparty wait
     * for each other.
     *
     * @return how many rows were added
     */
    public int append(UUID counterparty, LocalDate asOf, Sha256 inputs, Ledger ledger) {
        lock(counterparty);
        Map<String, Stored> before = stored(counterparty);
        List<MapSqlParameterSource> rows = new ArrayList<>();
        Map<String, Outcome> byMatter = byMatter(ledger);
        byMatter.forEach((matter, outcome) -> {
            String content = FindingJson.write(outcome);
            String hash = Sha256.of(content).hex();
            Stored old = before.get(matter);
            if (old == null || !old.said() || !old.hash().equals(hash)) {
                rows.add(row(matter, true, outcome, content, hash));
            }
        });
        before.forEach((matter, old) -> {
            if (old.said() && !byMatter.containsKey(matter)) {
                Outcome outcome = FindingJson.readOutcome(old.content());
                rows.add(row(matter, false, outcome, old.content(), old.hash()));
            }
        });
        insert(counterparty, asOf, inputs, rows);
        return rows.size();
    }

    private void lock(UUID counterparty) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ledger ' || :counterparty, 0))")
                .param("counterparty", counterparty.toString())
                .query((rs, row) -> row)
                .list();
    }

    private Map<String, Stored> stored(UUID counterparty) {
        Map<String, Stored> stored = new LinkedHashMap<>();
        jdbc.sql(LATEST).param("counterparty", counterparty).query(rs -> {
            stored.put(
                    rs.getString("matter"),
                    new Stored(rs.getString("content_sha256"), rs.getBoolean("said"), rs.getString("content")));
        });
        return stored;
    }

    /** By a hash of its key; of several with one key, the later ones by their number too. */
    private static Map<String, Outcome> byMatter(Ledger ledger) {
        Map<String, Outcome> byMatter = new LinkedHashMap<>();
        for (Outcome outcome : ledger.outcomes()) {
            String matter = Sha256.of(outcome.key()).hex();
            for (int number = 2; byMatter.containsKey(matter); number++) {
                matter = Sha256.of(outcome.key() + " " + number).hex();
            }
            byMatter.put(matter, outcome);
        }
        return byMatter;
    }

    private static MapSqlParameterSource row(
            String matter, boolean said, Outcome outcome, String content, String hash) {
        LedgerEntry entry = outcome instanceof LedgerEntry money ? money : null;
        return new MapSqlParameterSource("matter", matter)
                .addValue("said", said)
                .addValue("sort", sort(outcome))
                .addValue("check", outcome.check())
                .addValue("leakage", entry == null ? null : entry.leakage().label())
                .addValue("amount", entry == null ? null : entry.amount().getAmount())
                .addValue(
                        "currency",
                        entry == null ? null : entry.amount().getCurrencyUnit().getCode())
                .addValue("provisional", entry != null && entry.isProvisional())
                .addValue("content", content)
                .addValue("hash", hash);
    }

    private static String sort(Outcome outcome) {
        if (outcome instanceof LedgerEntry) {
            return "entry";
        }
        return outcome instanceof Breach ? "breach" : "not-checkable";
    }

    private void insert(UUID counterparty, LocalDate asOf, Sha256 inputs, List<MapSqlParameterSource> rows) {
        long run = jdbc.sql("""
                insert into ledger_run (counterparty_id, as_of, inputs, written)
                values (:counterparty, :asOf, :inputs, :written) returning seq""")
                .param("counterparty", counterparty)
                .param("asOf", asOf)
                .param("inputs", inputs.hex())
                .param("written", rows.size())
                .query(Long.class)
                .single();
        rows.forEach(row -> row.addValue("run", run).addValue("counterparty", counterparty));
        batch.batchUpdate("""
                insert into ledger_entry (run_seq, counterparty_id, matter, said, sort, check_name, leakage, amount,
                    currency, provisional, content, content_sha256)
                values (:run, :counterparty, :matter, :said, :sort, :check, :leakage, :amount::numeric, :currency,
                    :provisional, :content::jsonb, :hash)""", rows.toArray(SqlParameterSource[]::new));
    }
}
