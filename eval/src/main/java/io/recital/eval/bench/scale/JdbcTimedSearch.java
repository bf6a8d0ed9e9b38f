package io.recital.eval.bench.scale;

import io.recital.models.store.Database;
import io.recital.retrieval.search.JdbcPassageSearch;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.PassageSearch;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.retrieval.search.SearchScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's own search, with what it took: by the clock, and in processor time of the database's process. */
final class JdbcTimedSearch {
    private final Database database;
    private final PassageSearch search;
    private final JdbcClient jdbc;

    /**
     * One search.
     *
     * @param processorMillis null where the kernel does not say
     */
    record Run(
            List<PassageHit> hits, double millis, @Nullable Double processorMillis) {
        Run {
            hits = List.copyOf(hits);
        }
    }

    JdbcTimedSearch(Database database) {
        this.database = database;
        this.search = new JdbcPassageSearch(database.dataSource());
        this.jdbc = database.jdbc();
    }

    Run search(UUID tenant, String question, QuestionEmbedding embedding, SearchScope scope) {
        return database.tenancy().call(tenant, () -> {
            long process = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
            Long before = processorNanos(process);
            long start = System.nanoTime();
            List<PassageHit> hits = search.search(question, embedding, scope);
            double millis = (System.nanoTime() - start) / 1e6;
            Long after = processorNanos(process);
            return new Run(hits, millis, before == null || after == null ? null : (after - before) / 1e6);
        });
    }

    /** Linux counts the time that a process was on a processor to the nanosecond. */
    private static @Nullable Long processorNanos(long process) {
        try {
            String counted = Files.readString(Path.of("/proc/" + process + "/schedstat"));
            return Long.valueOf(counted.substring(0, counted.indexOf(' ')));
        } catch (IOException e) {
            return null;
        }
    }
}
