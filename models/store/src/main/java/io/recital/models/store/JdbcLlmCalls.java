package io.recital.models.store;

import io.recital.models.evidence.Sha256;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LlmCall;
import io.recital.models.finding.LlmUse;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a language model was asked, and what that cost. Calls are only ever added. */
public final class JdbcLlmCalls {
    private record ItemUse(UUID job, UUID item, LlmUse use) {}

    private final JdbcClient jdbc;

    public JdbcLlmCalls(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Keeps a call.
     *
     * @param item the job's file that it was made for, null for a reading outside of jobs
     */
    public void store(UUID document, @Nullable UUID item, LlmCall call) {
        BigMoney cost = call.cost();
        jdbc.sql("""
                insert into llm_call (document_id, job_item_id, question, clause_sha256, kind, model, prompt, answer,
                    failure, tokens_in, tokens_out, cost, currency)
                values (:document, :item::uuid, :question, :clause, :kind, :model, :prompt, :answer, :failure,
                    :tokensIn, :tokensOut, :cost::numeric, :currency)""")
                .param("document", document)
                .param("item", item)
                .param("question", call.question().hex())
                .param("clause", call.clause().hex())
                .param("kind", EnumWord.of(call.kind()))
                .param("model", call.model())
                .param("prompt", call.prompt())
                .param("answer", call.answer())
                .param("failure", call.failure() == null ? null : EnumWord.of(call.failure()))
                .param("tokensIn", call.tokensIn())
                .param("tokensOut", call.tokensOut())
                .param("cost", cost == null ? null : cost.getAmount())
                .param("currency", cost == null ? null : cost.getCurrencyUnit().getCode())
                .update();
    }

    /** The latest call that brought an answer to the question. */
    public Optional<LlmCall> findAnswered(Sha256 question) {
        return jdbc.sql("""
                select * from llm_call where question = :question and answer is not null
                order by seq desc limit 1""")
                .param("question", question.hex())
                .query((rs, row) -> call(rs))
                .optional();
    }

    /** Says what became of the questions of a job's file beside the calls; said again, it is replaced. */
    public void storeCounts(UUID item, LlmUse use) {
        jdbc.sql("""
                insert into llm_question_count (job_item_id, cached, not_asked, unanswered)
                values (:item, :cached, :notAsked, :unanswered)
                on conflict (tenant_id, job_item_id) do update
                set cached = excluded.cached, not_asked = excluded.not_asked, unanswered = excluded.unanswered""")
                .param("item", item)
                .param("cached", use.cached())
                .param("notAsked", use.notAsked())
                .param("unanswered", use.unanswered())
                .update();
    }

    /** The use of jobs by id; those that had no question are left out. */
    public Map<UUID, LlmUse> usesOfJobs(Collection<UUID> jobs) {
        Map<UUID, LlmUse> uses = new LinkedHashMap<>();
        list(jobs).forEach(each -> uses.merge(each.job(), each.use(), LlmUse::plus));
        return uses;
    }

    /** The use of a job's files by item id; those that had no question are left out. */
    public Map<UUID, LlmUse> usesOfItems(UUID job) {
        Map<UUID, LlmUse> uses = new LinkedHashMap<>();
        list(List.of(job)).forEach(each -> uses.put(each.item(), each.use()));
        return uses;
    }

    private List<ItemUse> list(Collection<UUID> jobs) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select i.job_id, i.id, c.*, coalesce(q.cached, 0) as cached, coalesce(q.not_asked, 0) as not_asked,
                    coalesce(q.unanswered, 0) as unanswered
                from job_item i
                cross join lateral (
                    select count(*) as calls, coalesce(sum(tokens_in), 0) as tokens_in,
                        coalesce(sum(tokens_out), 0) as tokens_out,
                        case when count(cost) = count(*) and count(distinct currency) = 1 then sum(cost) end as cost,
                        max(currency) as currency
                    from llm_call where job_item_id = i.id) c
                left join llm_question_count q on q.job_item_id = i.id
                where i.job_id in (:jobs) and (c.calls > 0 or q.cached + q.not_asked + q.unanswered > 0)
                order by i.job_id, i.ordinal""").param("jobs", jobs).query((rs, row) -> itemUse(rs)).list();
    }

    private static ItemUse itemUse(ResultSet rs) throws SQLException {
        return new ItemUse(
                rs.getObject("job_id", UUID.class),
                rs.getObject("id", UUID.class),
                new LlmUse(
                        rs.getInt("calls"),
                        rs.getInt("cached"),
                        rs.getInt("not_asked"),
                        rs.getInt("unanswered"),
                        rs.getLong("tokens_in"),
                        rs.getLong("tokens_out"),
                        cost(rs)));
    }

    private static LlmCall call(ResultSet rs) throws SQLException {
        String failure = rs.getString("failure");
        return new LlmCall(
                new Sha256(rs.getString("question")),
                new Sha256(rs.getString("clause_sha256")),
                EnumWord.parse(FindingKind.class, rs.getString("kind")),
                rs.getString("model"),
                rs.getString("prompt"),
                rs.getString("answer"),
                failure == null ? null : EnumWord.parse(FailureCategory.class, failure),
                rs.getInt("tokens_in"),
                rs.getInt("tokens_out"),
                cost(rs));
    }

    private static @Nullable BigMoney cost(ResultSet rs) throws SQLException {
        BigDecimal amount = rs.getBigDecimal("cost");
        return amount == null ? null : BigMoney.of(CurrencyUnit.of(rs.getString("currency")), amount);
    }
}
