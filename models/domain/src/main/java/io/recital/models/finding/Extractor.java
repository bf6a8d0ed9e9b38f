package io.recital.models.finding;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import java.util.Set;

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
}
