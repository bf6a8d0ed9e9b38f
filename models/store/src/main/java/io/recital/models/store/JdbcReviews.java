package io.recital.models.store;

import io.recital.models.finding.FindingContent;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.store.error.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people decided about findings; a decision is added, never changed. */
public final class JdbcReviews {
    private final JdbcClient jdbc;

    public JdbcReviews(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds a decision; it holds for the same statement at the same place when a later run finds it again. */
    public void add(UUID finding, FindingReview review) {
        FindingContent correction = review.correction();
        int rows = jdbc.sql("""
                insert into finding_review (finding_id, document_id, fingerprint, status, reviewer, note, content)
                select id, document_id, fingerprint, :status, :reviewer, :note, :content::jsonb
                from finding where id = :finding""")
                .param("status", EnumWord.of(review.status()))
                .param("reviewer", review.reviewer())
                .param("note", review.note())
                .param("content", correction == null ? null : FindingJson.write(correction))
                .param("finding", finding)
                .update();
        if (rows == 0) {
            throw new StoreException(StoreException.Category.NOT_FOUND, "There is no finding with the id " + finding);
        }
    }

    /** Lets the latest decision about a finding hold for another one that says the same; nothing where nobody decided. */
    public void carry(UUID from, UUID to) {
        jdbc.sql("""
                insert into finding_review
                    (finding_id, document_id, fingerprint, status, reviewer, note, content, created_at)
                select g.id, g.document_id, g.fingerprint, r.status, r.reviewer, r.note, r.content, r.created_at
                from finding f
                join finding_review r on r.document_id = f.document_id and r.fingerprint = f.fingerprint
                join finding g on g.id = :to
                where f.id = :from
                order by r.seq desc limit 1""").param("from", from).param("to", to).update();
    }

    /** All decisions about a finding, oldest first. */
    public List<FindingDecision> list(UUID finding) {
        return jdbc.sql("""
                select r.* from finding f
                join finding_review r on r.document_id = f.document_id and r.fingerprint = f.fingerprint
                where f.id = :finding
                order by r.seq""")
                .param("finding", finding)
                .query((rs, row) -> decision(rs))
                .list();
    }

    private static FindingDecision decision(ResultSet rs) throws SQLException {
        return new FindingDecision(
                rs.getObject("finding_id", UUID.class),
                new FindingReview(
                        EnumWord.parse(ReviewStatus.class, rs.getString("status")),
                        rs.getString("reviewer"),
                        rs.getString("note"),
                        FindingJson.findContent(rs.getString("content"))),
                rs.getTimestamp("created_at").toInstant());
    }

    /** The latest decision about each finding that anybody decided about, in the order of deciding. */
    public List<FindingDecision> listLatest() {
        return jdbc.sql("""
                select * from (
                    select distinct on (document_id, fingerprint) *
                    from finding_review order by document_id, fingerprint, seq desc) r
                order by r.seq""").query((rs, row) -> decision(rs)).list();
    }
}
