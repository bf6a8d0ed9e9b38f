package io.recital.models.store;

import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How much each part of a score counts, and what counted before; weights are only ever added. */
public final class JdbcScoreWeights {
    private static final JsonMapper MAPPER =
            FindingJson.configure(JsonMapper.builder()).build();
    private static final TypeReference<Map<ScorePart, Integer>> WEIGHTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public JdbcScoreWeights(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public void add(ScoreWeights weights) {
        jdbc.sql("insert into score_weights (valid_from, weights, set_by) values (:from, :weights::jsonb, :by)")
                .param("from", weights.from())
                .param("weights", MAPPER.writeValueAsString(weights.weights()))
                .param("by", weights.setBy())
                .update();
    }

    /**
     * All that were given by the end of a day, in universal time, in the order of giving.
     *
     * @param knownOn null for now
     */
    public List<ScoreWeights> list(@Nullable LocalDate knownOn) {
        return jdbc.sql("""
                select valid_from, weights, set_by from score_weights
                where :day::date is null or set_at < (:day::date + 1) at time zone 'UTC'
                order by seq""")
                .param("day", knownOn)
                .query((rs, row) -> new ScoreWeights(
                        rs.getObject("valid_from", LocalDate.class),
                        MAPPER.readValue(rs.getString("weights"), WEIGHTS),
                        rs.getString("set_by")))
                .list();
    }
}
