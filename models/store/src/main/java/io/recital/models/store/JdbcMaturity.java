package io.recital.models.store;

import io.recital.models.maturity.Assessment;
import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.MaturityEvidence;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people answered about maturity and what was found over time. Answers and assessments are only ever added. */
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

    /** Keeps an assessment, unless the last one kept says the same. */
    public void keep(Assessment assessment) {
        boolean same = history().stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.evidence().equals(assessment.evidence()))
                .isPresent();
        if (!same) {
            jdbc.sql("insert into maturity_assessment (as_of, evidence) values (:asOf, :evidence::jsonb)")
                    .param("asOf", assessment.asOf())
                    .param("evidence", StoreJson.write(assessment.evidence()))
                    .update();
        }
    }

    /** All that were kept, in the order of keeping. */
    public List<Assessment> history() {
        return jdbc.sql("select as_of, evidence from maturity_assessment order by seq")
                .query((rs, row) -> {
                    MaturityEvidence evidence = StoreJson.readEvidence(rs.getString("evidence"));
                    return Assessment.of(evidence, rs.getObject("as_of", LocalDate.class));
                })
                .list();
    }
}
