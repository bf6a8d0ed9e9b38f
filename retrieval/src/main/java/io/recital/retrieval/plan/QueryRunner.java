package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.Finding;
import io.recital.models.governance.Governance;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import io.recital.models.report.Standing;
import io.recital.models.report.StandingReader;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.Repositories;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.PassageSearch;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.retrieval.search.SearchScope;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.statement.StatementReader;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs typed queries. Call it in the name of a tenant: it sees that tenant's contracts and nobody else's. */
public final class QueryRunner {
    private static final double LEAST_CONFIDENCE = 0.5;

    private final Repositories store;
    private final PassageSearch search;
    private final TextEncoder encoder;
    private final StatementReader statements;
    private final StandingReader ledger;

    public QueryRunner(Repositories store, PassageSearch search, TextEncoder encoder, StandingReader ledger) {
        this.store = store;
        this.search = search;
        this.encoder = encoder;
        this.statements = new StatementReader(store);
        this.ledger = ledger;
    }

    List<Finding> run(TypedQuery.Findings query) {
        List<Finding> found = fetch(query).stream()
                .filter(finding -> finding.confidence() >= LEAST_CONFIDENCE)
                .filter(finding -> query.types().isEmpty()
                        || query.types().contains(finding.content().type()))
                .toList();
        Set<String> wanted = Words.of(query.words());
        if (!wanted.isEmpty()) {
            Map<UUID, Double> fits = found.stream().collect(Collectors.toMap(Finding::id, f -> fit(f, wanted)));
            Comparator<Finding> byFit = Comparator.comparingDouble(finding -> fits.getOrDefault(finding.id(), 0.0));
            found = found.stream().sorted(byFit.reversed()).toList();
        }
        return ofEachContract(found, query.limit());
    }

    private List<Finding> fetch(TypedQuery.Findings query) {
        if (!query.contracts().isEmpty()) {
            return store.findings().listByContracts(query.contracts(), Set.of(query.kind()));
        }
        if (query.types().isEmpty()) {
            return store.findings().list(FindingFilter.ANY.ofKind(query.kind()));
        }
        return query.types().stream()
                .sorted()
                .flatMap(type -> store
                        .findings()
                        .list(FindingFilter.ANY.ofKind(query.kind()).ofType(type))
                        .stream())
                .toList();
    }

    private static double fit(Finding finding, Set<String> wanted) {
        Set<String> there = Words.of(finding.content().summary());
        for (Citation citation : finding.citations()) {
            there.addAll(Words.of(citation.quote()));
        }
        return finding.confidence() + Words.coverage(wanted, there);
    }

    private static List<Finding> ofEachContract(List<Finding> findings, int most) {
        Map<UUID, Integer> taken = new HashMap<>();
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            if (taken.merge(finding.contract(), 1, Integer::sum) <= most) {
                kept.add(finding);
            }
        }
        return kept;
    }

    List<PassageHit> run(TypedQuery.Passages query) {
        QuestionEmbedding embedding = new QuestionEmbedding(
                encoder.modelId(),
                encoder.encode(List.of(Encoder.QUERY_PREFIX + query.words())).get(0));
        return search.search(
                query.words(), embedding, new SearchScope(query.contracts(), Set.of(), Set.of(), query.limit()));
    }

    List<Statement> run(TypedQuery.Statements query) {
        return run(new TypedQuery.Contracts(query.contracts())).stream()
                .flatMap(contract -> statements.read(contract).stream())
                .toList();
    }

    List<Standing> run(TypedQuery.Standings query) {
        return ledger.standings(query.contracts(), query.asOf());
    }

    Governance governance() {
        return ledger.governance();
    }

    List<Contract> run(TypedQuery.Contracts query) {
        return store.contracts().list().stream()
                .filter(contract ->
                        query.contracts().isEmpty() || query.contracts().contains(contract.id()))
                .toList();
    }
}
