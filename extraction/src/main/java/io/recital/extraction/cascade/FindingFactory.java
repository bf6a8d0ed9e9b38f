package io.recital.extraction.cascade;

import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Makes findings of candidates, and rejects those whose quotes do not stand in the text. */
final class FindingFactory {
    private final ContractReading contract;

    FindingFactory(ContractReading contract) {
        this.contract = contract;
    }

    /** The finding, with an id that is the same whenever the same thing is found again; empty when not verbatim. */
    Optional<Finding> create(UUID clause, Provenance provenance, Candidate candidate) {
        boolean verbatim = !candidate.citations().isEmpty()
                && candidate.citations().stream()
                        .allMatch(citation ->
                                citation.document().equals(contract.document()) && citation.standsIn(contract.text()));
        if (!verbatim) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                id(clause, provenance, candidate),
                contract.contract(),
                contract.document(),
                clause,
                candidate.content(),
                candidate.citations(),
                candidate.confidence(),
                provenance,
                contract.parsed().fromOcr(),
                ReviewStatus.UNREVIEWED));
    }

    private UUID id(UUID clause, Provenance provenance, Candidate candidate) {
        String identity = contract.document() + "|" + clause + "|" + provenance + "|" + candidate.content() + "|"
                + candidate.citations().get(0).span();
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }
}
