package io.recital.api.finding;

import io.recital.api.problem.ProblemException;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.CitableText;
import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.stated.StatedCheck;
import io.recital.models.store.FindingJson;
import io.recital.models.store.Repositories;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody states of a contract.
 *
 * @param by who states it; not needed for a trial
 * @param quotes the words it rests on, {@code {"text", "role", "occurrence"}} each
 * @param content the record, of whatever kind of finding
 */
@Schema(name = "StatedFinding", description = "What a person states of a contract, with the words it rests on")
public record SentFinding(
        @Schema(example = "R. Okafor") @Nullable String by,

        @Schema(description = "Why, for whoever reads it later") @Nullable
        String note,

        @Schema(
                description = "Words as they stand in the document; of a role other than clause only what they add",
                implementation = Object.class)
        JsonNode quotes,

        @Schema(
                description = "A finding's content: a lever, a measure, an obligation, a milestone, a fact, or a check"
                        + " with its inputs and steps",
                implementation = Object.class)
        JsonNode content) {
    /** The finding in the contract's current document; throws a problem that says what to write otherwise. */
    public Finding read(Repositories store, UUID contractId) {
        Contract contract =
                store.contracts().find(contractId).orElseThrow(() -> ProblemException.notFound("contract", contractId));
        UUID id = contract.document();
        DocumentVersion document =
                store.documents().find(id).orElseThrow(() -> ProblemException.notFound("document", id));
        ParsedDocument parsed =
                store.documents().findParsed(id).orElseThrow(() -> ProblemException.notFound("stored text of", id));
        CitableText text = new CitableText(
                contractId, id, document.file(), parsed, store.clauses().listByDocument(id));
        try {
            Finding finding = FindingJson.readStated(content, quotes).in(text);
            if (finding.content() instanceof ClauseCheck check) {
                StatedCheck.of(check, finding);
            }
            return finding;
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(e.getMessage() + ".");
        }
    }
}
