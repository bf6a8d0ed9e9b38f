package io.recital.models.store;

import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.MaturityAnswer;
import java.time.LocalDate;
import java.util.List;
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

    /** All answers in the order in which they were given, each with its day in universal time. */
    public List<MaturityAnswer> listAnswers() {
        return jdbc.sql("""
                select criterion, met, (answered_at at time zone 'UTC')::date as day from maturity_answer
                order by seq""")
                .query((rs, row) -> new MaturityAnswer(
                        EnumWord.parse(Criterion.class, rs.getString("criterion")),
                        rs.getBoolean("met"),
                        rs.getObject("day", LocalDate.class)))
                .list();
    }
}
