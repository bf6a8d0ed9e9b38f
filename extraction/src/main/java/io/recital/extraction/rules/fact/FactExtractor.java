package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.EnglishRules;
import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the facts about a contract by rules, and answers for the clause in which each one stands. */
public final class FactExtractor extends EnglishRules {
    private static final Provenance PROVENANCE = new Provenance("rules-fact", "7");
    /** Candidates of less confidence are not stated: more of them are wrong than what they would add is worth. */
    public static final double STATED = 0.4;

    private static final double SURE = 0.5;

    private final List<FactRule> rules;
    private final ReadingCache<Map<UUID, List<Candidate>>> cache = new ReadingCache<>(this::judge);

    /** Rules alone. */
    public FactExtractor() {
        this(Optional.empty());
    }

    /** Rules, and a judge beside them of when a contract ends. */
    public FactExtractor(TermJudge judge) {
        this(Optional.of(judge));
    }

    private FactExtractor(Optional<TermJudge> judge) {
        super(PROVENANCE, FindingKind.FACT, Set.of());
        this.rules = List.of(
                new TitleRule(),
                new PartyRule(),
                new DateRule(judge),
                new RenewalRule(),
                new GoverningLawRule(),
                new ContractValueRule());
    }

    @Override
    protected Extraction read(ContractReading contract, Clause clause) {
        return found(cache.get(contract).getOrDefault(clause.id(), List.of()), SURE);
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
