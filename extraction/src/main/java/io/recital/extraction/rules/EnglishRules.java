package io.recital.extraction.rules;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.List;
import java.util.Set;

/** The frame of an extractor that reads findings of one kind from English clauses, and judges no other language. */
public abstract class EnglishRules implements Extractor {
    private static final double FROM_OCR = 0.9;

    private final Provenance provenance;
    private final FindingKind kind;
    private final Set<ClauseKind> without;

    /** @param without clauses that never hold findings of the kind */
    protected EnglishRules(Provenance provenance, FindingKind kind, Set<ClauseKind> without) {
        this.provenance = requireNonNull(provenance, "provenance");
        this.kind = requireNonNull(kind, "kind");
        this.without = Set.copyOf(without);
    }

    @Override
    public final Provenance provenance() {
        return provenance;
    }

    @Override
    public final Set<FindingKind> kinds() {
        return Set.of(kind);
    }

    @Override
    public final Extraction extract(ContractReading contract, Clause clause, FindingKind asked) {
        if (asked != kind) {
            throw new IllegalArgumentException("Asked for " + asked + ", but reads " + kind);
        }
        if (!clause.isEnglish() && !clause.language().equals("und")) {
            return new Extraction.Failed(
                    Extraction.FailureCategory.LANGUAGE,
                    false,
                    "The rules read English, and this clause is in another language.");
        }
        return without.contains(clause.kind()) ? new Extraction.NothingHere() : read(contract, clause);
    }

    /** What a clause says of the kind. */
    protected abstract Extraction read(ContractReading contract, Clause clause);

    /** A finding, less sure where the text was read from an image. */
    protected static Extraction.Candidate candidate(
            ContractReading contract, FindingContent content, List<Citation> citations, double confidence) {
        return new Extraction.Candidate(
                content, citations, contract.parsed().fromOcr() ? confidence * FROM_OCR : confidence);
    }

    /** Found when one of the candidates is sure, unsure when all are doubtful. */
    protected static Extraction found(List<Extraction.Candidate> candidates, double sure) {
        boolean doubtful = candidates.stream().allMatch(candidate -> candidate.confidence() < sure);
        return doubtful && !candidates.isEmpty()
                ? new Extraction.Unsure("The wording allows more than one reading.", candidates)
                : found(candidates);
    }

    protected static Extraction found(List<Extraction.Candidate> candidates) {
        return candidates.isEmpty() ? new Extraction.NothingHere() : new Extraction.Found(candidates);
    }
}
