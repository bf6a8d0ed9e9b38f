package io.recital.eval.bench.scale;

import io.recital.eval.EvalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The indexes that search goes through, taken away before a bulk load and built again after it. Their definitions, as the
 * migrations made them, are noted in a file, so that a load that was killed can be ended.
 */
final class JdbcSearchIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSearchIndexes.class);

    /**
     * An index of the passages.
     *
     * @param seconds that building it took; null where it grew row by row
     */
    record Index(String name, long bytes, @Nullable Double seconds) {}

    private final DataSource owner;
    private final Path definitions;

    /** @param definitions where they are noted */
    JdbcSearchIndexes(DataSource owner, Path definitions) {
        this.owner = owner;
        this.definitions = definitions;
    }

    /** Takes the indexes away, unless that was done before. */
    void drop() {
        if (Files.exists(definitions)) {
            return;
        }
        JdbcClient jdbc = JdbcClient.create(owner);
        List<String> names = jdbc.sql("""
                select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
                where i.indrelid = 'passage'::regclass and a.amname in ('hnsw', 'gin') order by 1""").query(String.class).list();
        List<String> statements = names.stream()
                .map(name -> jdbc.sql("select pg_get_indexdef(cast(:name as regclass))")
                        .param("name", name)
                        .query(String.class)
                        .single())
                .toList();
        try {
            Files.write(definitions, statements);
        } catch (IOException e) {
            throw new EvalException("Cannot write " + definitions + ": check that the folder is writable", e);
        }
        names.forEach(name -> execute(jdbc, "drop index %I", name));
    }

    /**
     * Builds those that are missing.
     *
     * @param memory for each build, in megabytes
     */
    void build(int memory) {
        try (Connection connection = owner.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("select set_config('maintenance_work_mem', :memory, false)")
                    .param("memory", memory + "MB")
                    .query(String.class)
                    .single();
            for (String statement : Files.exists(definitions) ? Files.readAllLines(definitions) : List.<String>of()) {
                String name = statement.replaceFirst("(?i)^create index (\\S+) .*", "$1");
                if (!exists(jdbc, name)) {
                    build(jdbc, name, statement);
                }
            }
            jdbc.sql("vacuum analyze").update();
        } catch (SQLException | IOException e) {
            throw new EvalException("The indexes could not be built: " + e.getMessage(), e);
        }
    }

    private static void build(JdbcClient jdbc, String name, String statement) {
        LOG.info("Building {}", name);
        long start = System.nanoTime();
        jdbc.sql(statement).update();
        String seconds = Double.toString((System.nanoTime() - start) / 1e9);
        execute(jdbc, "comment on index %I is %L", name, seconds);
        LOG.info("Built {} in {} s", name, seconds);
    }

    private static boolean exists(JdbcClient jdbc, String index) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", index)
                .query(Boolean.class)
                .single();
    }

    /** All indexes of the passages, largest first. */
    List<Index> list() {
        return JdbcClient.create(owner).sql("""
                select c.relname as name, pg_relation_size(c.oid) as bytes, obj_description(c.oid, 'pg_class')::float8 as seconds
                from pg_index i join pg_class c on c.oid = i.indexrelid
                where i.indrelid = 'passage'::regclass order by bytes desc""").query(Index.class).list();
    }

    /** Bytes of the passages themselves, with what of them is kept aside. */
    long tableBytes() {
        return JdbcClient.create(owner)
                .sql("select pg_table_size('passage')")
                .query(Long.class)
                .single();
    }

    /** How much of the files the server itself keeps in memory. */
    String sharedBuffers() {
        return JdbcClient.create(owner)
                .sql("select current_setting('shared_buffers')")
                .query(String.class)
                .single();
    }

    /** Runs a statement that takes no parameters; the server itself quotes what goes into it. */
    private static void execute(JdbcClient jdbc, String template, String... values) {
        jdbc.sql(jdbc.sql("select format(:template, variadic :values::text[])")
                        .param("template", template)
                        .param("values", values)
                        .query(String.class)
                        .single())
                .update();
    }
}
