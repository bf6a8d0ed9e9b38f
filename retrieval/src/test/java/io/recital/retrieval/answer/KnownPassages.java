package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.finding.Finding;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.search.PassageHit;
import java.util.ArrayList;
import java.util.List;

/** Finds the same passages whatever is asked, and remembers what was. */
final class KnownPassages implements TenantQueries {
    private final List<PassageHit> hits;
    final List<TypedQuery> asked = new ArrayList<>();

    KnownPassages(List<PassageHit> hits) {
        this.hits = hits;
    }

    @Override
    public List<PassageHit> passages(TypedQuery.Passages query) {
        asked.add(query);
        return hits;
    }

    @Override
    public List<Finding> findings(TypedQuery.Findings query) {
        asked.add(query);
        return List.of();
    }

    @Override
    public List<Contract> contracts(TypedQuery.Contracts query) {
        asked.add(query);
        return List.of();
    }
}
