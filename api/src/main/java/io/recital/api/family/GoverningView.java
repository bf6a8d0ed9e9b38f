package io.recital.api.family;

import io.recital.models.family.Governing;
import io.recital.models.finding.FindingContent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which text holds on a day, as the API shows it. */
@Schema(name = "Governing", description = "Which text holds on a day, and the chain of texts that leads there")
record GoverningView(
        LocalDate asOf,

        @Schema(
                description = "holds, changed, replaced, ended or not-yet: what became of what was asked about",
                example = "replaced")
        String state,

        List<Link> chain) {
    /** A text of the chain. */
    @Schema(name = "GoverningLink")
    record Link(
            UUID contract,
            @Schema(example = "Amendment No. 1") String title,

            @Schema(description = "Clause path", example = "2.1")
            String path,

            @Schema(description = "The first day on which it counts; null where nothing tells") @Nullable
            LocalDate effective,

            @Nullable LocalDate signed,

            @Schema(description = "When it came to be known here")
            Instant learned,

            FamilyView.@Nullable Relation relation,
            @Schema(description = "Its words") String text,

            @Schema(
                    description =
                            "One line for a reader; null where a clause was asked about and nothing was found in it")
            @Nullable
            String says,

            @Nullable FindingContent content) {
        static Link of(Governing.Link link) {
            FindingContent content = link.content();
            return new Link(
                    link.member().contract().id(),
                    link.member().contract().title(),
                    link.path(),
                    FamilyView.dayOrNull(link.from()),
                    link.member().findSigned().orElse(null),
                    link.member().contract().createdAt(),
                    link.relation() == null ? null : FamilyView.Relation.of(link.relation()),
                    link.text(),
                    content == null ? null : content.summary(),
                    content);
        }
    }

    static GoverningView of(Governing governing) {
        return new GoverningView(
                governing.day(),
                governing.state().label(),
                governing.chain().stream().map(Link::of).toList());
    }
}
