package io.recital.models.store;

import io.recital.models.fact.FeedMapping;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the files of each feed are read. */
public final class JdbcFeeds {
    private final JdbcClient jdbc;

    public JdbcFeeds(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public Optional<FeedMapping> find(String feed) {
        return jdbc.sql("select mapping from feed_mapping where feed = :feed")
                .param("feed", feed)
                .query(String.class)
                .optional()
                .map(FactJson::readMapping);
    }

    /** The names of all feeds that something was remembered for. */
    public List<String> list() {
        return jdbc.sql("select feed from feed_mapping order by feed")
                .query(String.class)
                .list();
    }

    /** Remembers how a feed's files are read, in place of what was remembered before. */
    public void save(String feed, FeedMapping mapping) {
        jdbc.sql("""
                insert into feed_mapping (feed, mapping) values (:feed, :mapping::jsonb)
                on conflict (tenant_id, feed) do update set mapping = excluded.mapping, updated_at = now()""")
                .param("feed", feed)
                .param("mapping", FactJson.write(mapping))
                .update();
    }
}
