package io.recital.models.finding;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import java.util.LinkedHashMap;
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
}
