package io.recital.api.finding;

import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.ReviewStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
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
        ReviewStatus review) {
    /** The view of a finding. */
    public static FindingView of(Finding finding) {
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
                finding.review());
    }
}
