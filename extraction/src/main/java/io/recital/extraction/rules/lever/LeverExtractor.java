package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.EnglishRules;
import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.Set;

/** Finds commercial levers by rules, in sentences and in tables; what it is not sure of it does not say. */
public final class LeverExtractor extends EnglishRules {
    private static final Provenance PROVENANCE = new Provenance("rules-lever", "8");
    private static final double SURE = 0.65;

    private final ReadingCache<LeverReading> cache = new ReadingCache<>(LeverReading::of);

    public LeverExtractor() {
        super(PROVENANCE, FindingKind.LEVER, Set.of());
    }

    @Override
    protected Extraction read(ContractReading contract, Clause clause) {
        return found(cache.get(contract).levers(clause), SURE);
    }
}
