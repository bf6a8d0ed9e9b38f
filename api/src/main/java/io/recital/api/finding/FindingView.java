package io.recital.api.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LostStatement;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.store.JdbcCarriedFindings;
import io.recital.models.store.JdbcCarriedFindings.Origin;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding as the API shows it. */
@Schema(name = "Finding", description = "Something extracted from a document version, with the words it rests on")
public record FindingView(
        UUID id,
        UUID contract,
        UUID document,
        @Nullable UUID clause,
        FindingKind kind,

        @Schema(description = "Type within its kind", example = "governing-law")
        String type,

        @Schema(description = "One line for a reader", example = "Supplier must deliver within 5 days")
        String summary,

        @Schema(description = "The typed record; its shape depends on the kind")
        FindingContent content,

        List<CitationView> citations,

        @Schema(description = "Between 0 and 1", example = "0.92")
        double confidence,

        @Schema(example = "rules.facts/1") String extractor,
        boolean fromOcr,
        ReviewStatus review,

        @Schema(description = "Of what it was carried over, when its document got a new version")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Carried carried,

        @Schema(description = "Why it has to be stated again") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Lost lost) {
    /**
     * The mark of a stated finding that was carried over.
     *
     * @param clauseChanged whether a clause that it quotes says something else besides its words since: look at it
     */
    @Schema(name = "CarriedFrom")
    public record Carried(
            UUID finding,
            UUID document,
            @Schema(example = "1") int version,
            boolean clauseChanged) {}

    /** The words of a stated finding that do not stand in the current version as they did. */
    @Schema(name = "LostWords")
    public record Lost(
            String quote,

            @Schema(example = "no longer stands in site-services-2.txt")
            String reason,

            @Schema(description = "The version in which they were looked for")
            UUID document) {}

    /** The view of a finding. */
    public static FindingView of(Finding finding) {
        return of(finding, null, null);
    }

    /** Findings with the marks of those that were carried over. */
    static List<FindingView> list(List<Finding> findings, JdbcCarriedFindings carried) {
        Map<UUID, Origin> origins =
                carried.origins(findings.stream().map(Finding::id).toList());
        return findings.stream()
                .map(finding -> of(finding, origins.get(finding.id()), null))
                .toList();
    }

    /** What has to be stated again. */
    static FindingView of(LostStatement lost) {
        return of(lost.finding(), null, new Lost(lost.quote().quote(), lost.reason(), lost.document()));
    }

    private static FindingView of(Finding finding, @Nullable Origin origin, @Nullable Lost lost) {
        return new FindingView(
                finding.id(),
                finding.contract(),
                finding.document(),
                finding.clause(),
                finding.content().kind(),
                finding.content().type(),
                finding.content().summary(),
                finding.content(),
                finding.citations().stream().map(CitationView::of).toList(),
                finding.confidence(),
                finding.provenance().extractor() + "/" + finding.provenance().version(),
                finding.fromOcr(),
                finding.review(),
                origin == null
                        ? null
                        : new Carried(origin.from(), origin.document(), origin.version(), origin.clauseChanged()),
                lost);
    }
}
