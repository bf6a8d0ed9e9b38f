package io.recital.eval.bench;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An extractor that takes note of how long it was at work. */
final class TimedExtractor implements Extractor {
    private final Extractor timed;
    private long nanos;

    TimedExtractor(Extractor timed) {
        this.timed = timed;
    }

    /** Nanoseconds at work since this was asked last. */
    long takeNanos() {
        long taken = nanos;
        nanos = 0;
        return taken;
    }

    @Override
    public Provenance provenance() {
        return timed.provenance();
    }

    @Override
    public Set<FindingKind> kinds() {
        return timed.kinds();
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        long start = System.nanoTime();
        try {
            return timed.extract(contract, clause, kind);
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    @Override
    public Map<UUID, Extraction> extractAll(ContractReading contract, FindingKind kind) {
        long start = System.nanoTime();
        try {
            return timed.extractAll(contract, kind);
        } finally {
            nanos += System.nanoTime() - start;
        }
    }
}
