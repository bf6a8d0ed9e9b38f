package io.recital.api.family;

import io.recital.api.finding.CitationView;
import io.recital.models.contract.Counterparty;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.FamilyMember;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family of contracts as the API shows it. */
@Schema(name = "ContractFamily", description = "All contracts with one counterparty and how they stand to each other")
record FamilyView(Counterparty counterparty, LocalDate asOf, List<Member> contracts) {
    /** A contract of the family. */
    @Schema(name = "FamilyMember")
    record Member(
            UUID id,
            @Schema(example = "Amendment No. 1") String title,

            @Schema(description = "Numbers that it bears", example = "[\"CBF/IT/2025/014\"]")
            List<String> references,

            @Schema(description = "The day on which it was signed") @Nullable
            LocalDate signed,

            @Schema(description = "The first day on which it counts") @Nullable
            LocalDate effective,

            @Nullable LocalDate ends,

            @Schema(description = "When it came to be known here")
            Instant learned,

            @Schema(description = "Whether its terms are those of an order, for itself only")
            boolean order,

            @Schema(description = "Whether it speaks on the day: it has begun, and nothing replaced it as a whole")
            boolean speaks,

            List<Relation> relations) {}

    /** How a contract stands to another one. */
    @Schema(name = "DocumentRelation")
    record Relation(
            @Schema(example = "amends") String kind,
            @Nullable UUID to,
            @Schema(example = "Master Services Agreement") String toName,
            @Nullable LocalDate signed,
            @Nullable LocalDate effective,

            @Schema(description = "Between 0 and 1", example = "0.9")
            double confidence,

            @Schema(description = "The words that it was read from")
            List<CitationView> evidence) {
        static Relation of(DocumentRelation relation) {
            return new Relation(
                    relation.kind().label(),
                    relation.to(),
                    relation.toName(),
                    relation.signed(),
                    relation.effective(),
                    relation.confidence(),
                    relation.evidence().stream().map(CitationView::of).toList());
        }
    }

    static FamilyView of(ContractFamily family, LocalDate asOf) {
        List<FamilyMember> speaking = family.inForce(asOf);
        return new FamilyView(
                family.counterparty(),
                asOf,
                family.members().stream()
                        .map(member -> member(family, member, speaking.contains(member)))
                        .toList());
    }

    private static Member member(ContractFamily family, FamilyMember member, boolean speaks) {
        UUID id = member.contract().id();
        return new Member(
                id,
                member.contract().title(),
                member.references().stream().sorted().toList(),
                member.findSigned().orElse(null),
                dayOrNull(family.countsFrom(member)),
                member.findExpiration().orElse(null),
                member.contract().createdAt(),
                member.isOrder(),
                speaks,
                family.relations().stream()
                        .filter(relation -> relation.contract().equals(id))
                        .map(Relation::of)
                        .toList());
    }

    static @Nullable LocalDate dayOrNull(LocalDate day) {
        return day.equals(LocalDate.MIN) ? null : day;
    }
}
