package io.recital.models.store;

import io.recital.models.maturity.Criterion;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people answered to the questions of the maturity assessment. Answers are only ever added. */
public final class JdbcMaturity {
    private final JdbcClient jdbc;

    public JdbcMaturity(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds an answer; the latest to each question counts. */
    public void answer(Criterion criterion, boolean met, String by) {
        jdbc.sql("insert into maturity_answer (criterion, met, answered_by) values (:criterion, :met, :by)")
                .param("criterion", EnumWord.of(criterion))
                .param("met", met)
                .param("by", by)
                .update();
    }

    /** The latest answer to each question that somebody answered by the end of a day, in universal time. */
    public Map<Criterion, Boolean> answers(LocalDate day) {
        Map<Criterion, Boolean> answers = new EnumMap<>(Criterion.class);
        jdbc.sql("""
                select distinct on (criterion) criterion, met from maturity_answer
                where answered_at < (:day + 1)::date at time zone 'UTC'
                order by criterion, seq desc""").param("day", day).query(rs -> {
            answers.put(EnumWord.parse(Criterion.class, rs.getString("criterion")), rs.getBoolean("met"));
        });
        return answers;
    }
}
