package io.recital.api.contract;

import io.recital.api.finding.FindingView;
import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.contract.TenantRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contract as the API shows it. */
@Schema(name = "Contract")
record ContractView(
        UUID id,
        @Schema(example = "Master Services Agreement") String title,
        TenantRole role,
        @Schema(description = "Current document version") UUID document,
        @Nullable UUID counterparty,
        @Schema(example = "{\"clm\": \"C-1042\"}") Map<String, String> externalIds,
        Map<String, String> metadata,
        Instant createdAt) {
    static ContractView of(Contract contract) {
        return new ContractView(
                contract.id(),
                contract.title(),
                contract.role(),
                contract.document(),
                contract.counterparty(),
                contract.externalIds(),
                contract.metadata(),
                contract.createdAt());
    }

    /** A contract with what it states as a whole. */
    @Schema(name = "ContractDetails")
    record Details(
            ContractView contract,
            List<DocumentVersion> versions,

            @Schema(description = "Contract facts with their citations")
            List<FindingView> facts,

            @Schema(description = "Where the uploader's metadata and the text disagree")
            List<Disagreement> disagreements) {}
}
