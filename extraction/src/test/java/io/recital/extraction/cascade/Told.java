package io.recital.extraction.cascade;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** An offline extractor that says what a test wants it to say. */
record Told(String name, FindingKind kind, BiFunction<ContractReading, Clause, Extraction> answer)
        implements Extractor {
    /** Finds this in every clause. */
    static Told finds(String name, FindingContent content) {
        return new Told(
                name,
                content.kind(),
                (contract, clause) -> new Extraction.Found(List.of(candidate(contract, clause, content))));
    }

    /** Is unsure whether this is in a clause. */
    static Told doubts(String name, FindingContent content) {
        return new Told(
                name,
                content.kind(),
                (contract, clause) -> new Extraction.Unsure("vague", List.of(candidate(contract, clause, content))));
    }

    /** Says it of the clauses with these paths, and of others that there is nothing. */
    Told in(String... paths) {
        return new Told(
                name,
                kind,
                (contract, clause) -> List.of(paths).contains(clause.path())
                        ? answer.apply(contract, clause)
                        : new Extraction.NothingHere());
    }

    private static Candidate candidate(ContractReading contract, Clause clause, FindingContent content) {
        return new Candidate(content, List.of(contract.cite(clause.span(), CitationRole.CLAUSE)), 0.4);
    }

    @Override
    public Provenance provenance() {
        return new Provenance(name, "1");
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(kind);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind asked) {
        return answer.apply(contract, clause);
    }
}
