package io.recital.api.finding;

import io.recital.api.problem.ProblemException;
import io.recital.models.contract.CitableText;
import io.recital.models.contract.Contract;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LostStatement;
import io.recital.models.ledger.stated.StatedCheck;
import io.recital.models.store.FindingJson;
import io.recital.models.store.Repositories;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody states of a contract.
 *
 * @param by who states it; not needed for a trial
 * @param again id of what was stated of an earlier version, is listed as lost, and is stated again with this; a check of
 *     the same name of the same contract is so by itself
 * @param quotes the words it rests on, {@code {"text", "role", "occurrence", "document"}} each
 * @param content the record, of whatever kind of finding
 */
@Schema(name = "StatedFinding", description = "What a person states of a contract, with the words it rests on")
public record SentFinding(
        @Schema(example = "R. Okafor") @Nullable String by,

        @Schema(description = "Why, for whoever reads it later") @Nullable
        String note,

        @Schema(description = "Id of what has to be stated again and is with this: one of GET /findings/lost") @Nullable
        UUID again,

        @Schema(
                description =
                        "Words as they stand in the contract, or in another 'document' of the same family; of a role"
                                + " other than clause only what they add",
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
        CitableText text = store.findCitable(contract.document())
                .orElseThrow(() -> ProblemException.notFound("stored text of", contract.document()));
        try {
            Finding finding = FindingJson.readStated(content, quotes).in(text, new FamilyTexts(store, contract)::get);
            if (finding.content() instanceof ClauseCheck check) {
                StatedCheck.of(check, finding);
            }
            return finding;
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(e.getMessage() + ".");
        }
    }

    /**
     * What is stated, read again once nobody can replace the documents any more that it quotes.
     */
    public Finding readForGood(Repositories store, UUID contractId) {
        read(store, contractId).citations().stream()
                .map(Citation::contract)
                .distinct()
                .sorted()
                .forEach(quoted -> store.contracts().lock(quoted));
        return read(store, contractId);
    }

    /** What has to be stated again and is with this. */
    public List<UUID> settles(Finding finding, Repositories store) {
        List<LostStatement> lost = store.carriedFindings().listLost(List.of(finding.contract()));
        if (again != null && lost.stream().noneMatch(each -> each.finding().id().equals(again))) {
            throw ProblemException.badRequest("'again' names " + again
                    + ", which does not have to be stated again of this contract; see GET /findings/lost.");
        }
        return lost.stream()
                .map(LostStatement::finding)
                .filter(each -> each.id().equals(again) || isSameCheck(each, finding))
                .map(Finding::id)
                .toList();
    }

    private static boolean isSameCheck(Finding one, Finding other) {
        return one.content() instanceof ClauseCheck check
                && other.content() instanceof ClauseCheck again
                && check.name().equals(again.name());
    }
}
