package io.recital.api.occurrence;

import io.recital.api.finding.CitationView;
import io.recital.models.duty.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody pointed to as a proof: one of the three is there. */
@Schema(
        name = "Evidence",
        description = "What shows that a duty was done: words, a row of facts, or words of a document")
record EvidenceView(
        @Nullable String words,

        @Schema(description = "Kind and id of a performance fact", example = "event:E-17") @Nullable
        String row,

        @Nullable CitationView citation) {
    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(
                evidence instanceof Evidence.Words words ? words.text() : null,
                evidence instanceof Evidence.Row row ? row.display() : null,
                evidence instanceof Evidence.Passage passage ? CitationView.of(passage.citation()) : null);
    }
}
