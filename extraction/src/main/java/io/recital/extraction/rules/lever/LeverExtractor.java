package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.List;
import java.util.Set;

/** Finds commercial levers by rules, in sentences and in tables; what it is not sure of it does not say. */
public final class LeverExtractor implements Extractor {
    private static final Provenance PROVENANCE = new Provenance("rules-lever", "3");
    private static final double SURE = 0.65;

    private final ReadingCache<LeverReading> cache = new ReadingCache<>(LeverReading::of);

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(FindingKind.LEVER);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        if (kind != FindingKind.LEVER) {
            throw new IllegalArgumentException("Levers are all it finds, not " + kind);
        }
        if (!clause.isEnglish() && !clause.language().equals("und")) {
            return new Extraction.Failed(
                    Extraction.FailureCategory.LANGUAGE,
                    false,
                    "The rules read English, not " + clause.language() + ".");
        }
        List<Candidate> found = cache.get(contract).levers(clause);
        if (found.isEmpty()) {
            return new Extraction.NothingHere();
        }
        return found.stream().anyMatch(candidate -> candidate.confidence() >= SURE)
                ? new Extraction.Found(found)
                : new Extraction.Unsure("The wording allows more than one reading.", found);
    }
}
