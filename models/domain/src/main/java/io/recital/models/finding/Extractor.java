package io.recital.models.finding;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The one interface behind which rules, ONNX models and LLMs extract.
 *
 * <p>It is asked per clause and kind, holds no state about a contract between calls, and stamps its name and version.
 */
public interface Extractor {
    Provenance provenance();

    /** The kinds it can be asked for. */
    Set<FindingKind> kinds();

    /** Judges one clause of a contract for one kind, which must be one of {@link #kinds()}. */
    Extraction extract(ContractReading contract, Clause clause, FindingKind kind);

    /** Judges every clause of a contract for one kind, by clause id; overridden where a batch is faster. */
    default Map<UUID, Extraction> extractAll(ContractReading contract, FindingKind kind) {
        Map<UUID, Extraction> answers = new LinkedHashMap<>();
        for (Clause clause : contract.clauses()) {
            answers.put(clause.id(), extract(contract, clause, kind));
        }
        return answers;
    }

    /** Judges every clause, and says in the same pass how probable it held what it did not find. */
    default Judgement judgeAll(ContractReading contract, FindingKind kind) {
        return new Judgement(extractAll(contract, kind), List.of());
    }

    /**
     * What an extractor says about a whole contract.
     *
     * @param answers by clause id
     * @param scores those worth keeping for search, of extractors that have any
     */
    record Judgement(Map<UUID, Extraction> answers, List<ClauseScore> scores) {
        public Judgement {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
            scores = List.copyOf(scores);
        }
    }
}
