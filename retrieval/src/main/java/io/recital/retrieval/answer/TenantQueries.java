package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.finding.Finding;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.search.PassageHit;
import java.util.List;

/** The typed queries of one question, in the name of the tenant who asks it: all that a language model can reach. */
interface TenantQueries {
    List<PassageHit> passages(TypedQuery.Passages query);

    List<Finding> findings(TypedQuery.Findings query);

    List<Contract> contracts(TypedQuery.Contracts query);
}
