package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.finding.Finding;
import io.recital.models.governance.Governance;
import io.recital.models.report.Standing;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.statement.Statement;
import java.util.List;

/** The queries that are run for one question: each is written down in its plan. Call it in the name of a tenant. */
public final class QueryRun {
    private final QueryRunner runner;
    private Plan plan;

    public QueryRun(QueryRunner runner, Understanding question) {
        this.runner = runner;
        this.plan = new Plan(question.kind(), question.asOf(), List.of());
    }

    public List<Finding> findings(TypedQuery.Findings query) {
        return noted(query, runner.run(query));
    }

    public List<PassageHit> passages(TypedQuery.Passages query) {
        return noted(query, runner.run(query));
    }

    public List<Statement> statements(TypedQuery.Statements query) {
        return noted(query, runner.run(query));
    }

    public List<Standing> standings(TypedQuery.Standings query) {
        return noted(query, runner.run(query));
    }

    /** What the tenant steers by; it is part of how counterparties stand, and no query of its own. */
    public Governance governance() {
        return runner.governance();
    }

    public List<Contract> contracts(TypedQuery.Contracts query) {
        return noted(query, runner.run(query));
    }

    /** What has been run so far. */
    public Plan plan() {
        return plan;
    }

    private <T> List<T> noted(TypedQuery query, List<T> found) {
        plan = plan.with(query, found.size());
        return found;
    }
}
