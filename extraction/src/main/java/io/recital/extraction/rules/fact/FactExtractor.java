package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds the facts about a contract by rules, and answers for the clause in which each one stands. */
public final class FactExtractor implements Extractor {
    private static final Provenance PROVENANCE = new Provenance("rules-fact", "3");
    /** Candidates of less confidence are not stated: more of them are wrong than what they would add is worth. */
    public static final double STATED = 0.4;

    private static final double SURE = 0.5;

    private final List<FactRule> rules = List.of(
            new TitleRule(),
            new PartyRule(),
            new DateRule(),
            new RenewalRule(),
            new GoverningLawRule(),
            new ContractValueRule());
    private final ReadingCache<Map<UUID, List<Candidate>>> cache = new ReadingCache<>(this::judge);

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(FindingKind.FACT);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        if (kind != FindingKind.FACT) {
            throw new IllegalArgumentException("Facts are all it finds, not " + kind);
        }
        if (!clause.isEnglish() && !clause.language().equals("und")) {
            return new Extraction.Failed(
                    Extraction.FailureCategory.LANGUAGE,
                    false,
                    "The rules read English, not " + clause.language() + ".");
        }
        List<Candidate> candidates = cache.get(contract).getOrDefault(clause.id(), List.of());
        if (candidates.isEmpty()) {
            return new Extraction.NothingHere();
        }
        return candidates.stream().anyMatch(candidate -> candidate.confidence() >= SURE)
                ? new Extraction.Found(candidates)
                : new Extraction.Unsure("The wording allows more than one reading.", candidates);
    }

    /** All that the rules consider, in no order, the doubtful too. */
    public List<Candidate> candidates(ContractReading contract) {
        FactReading reading = FactReading.of(contract);
        return rules.stream().flatMap(rule -> rule.judge(reading).stream()).toList();
    }

    private Map<UUID, List<Candidate>> judge(ContractReading contract) {
        Map<UUID, List<Candidate>> byClause = new HashMap<>();
        for (Candidate candidate : candidates(contract)) {
            if (candidate.confidence() >= STATED) {
                int start = candidate.citations().get(0).span().start();
                contract.findClauseAt(start)
                        .ifPresent(clause -> byClause.computeIfAbsent(clause.id(), id -> new ArrayList<>())
                                .add(candidate));
            }
        }
        return byClause;
    }
}
