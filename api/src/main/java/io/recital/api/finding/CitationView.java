package io.recital.api.finding;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A citation as the API shows it. */
@Schema(name = "Citation", description = "A verbatim quote and the one place where it stands")
public record CitationView(
        UUID contract,

        @Schema(description = "Id of the document version whose stored text the offsets count in")
        UUID document,

        @Schema(example = "master-agreement.pdf") String file,

        @Schema(description = "Clause path", example = "7.2(b)")
        String path,

        @Schema(description = "1 for the first page; null where the format has no fixed pages", example = "3") @Nullable
        Integer page,

        @Schema(description = "First code point of the quote in the stored text", example = "10240")
        int start,

        @Schema(description = "Code point after the quote's last", example = "10301")
        int end,

        String quote,

        @Schema(description = "SHA-256 of the quote's UTF-8 bytes")
        String sha256,

        CitationRole role) {
    /** The view of a citation. */
    public static CitationView of(Citation citation) {
        return new CitationView(
                citation.contract(),
                citation.document(),
                citation.file(),
                citation.path(),
                citation.page(),
                citation.span().start(),
                citation.span().end(),
                citation.quote(),
                citation.sha256().hex(),
                citation.role());
    }
}
