package io.recital.api.ledger;

import io.recital.models.clause.Clause;
import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.family.Governing;
import io.recital.models.finding.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A quoted clause of which a later text of the family says something else, and which the finding does not quote. */
@Schema(name = "ChangedQuote", description = "A quoted clause that another text changed, which is not quoted")
record ChangedQuote(
        @Schema(example = "master-agreement.pdf") String file,

        @Schema(description = "Path of the quoted clause", example = "4.2")
        String path,

        @Schema(description = "changed, replaced or ended", example = "changed")
        String state,

        @Schema(description = "Title of what changed it", example = "Amendment No. 2") @Nullable
        String by,

        @Schema(description = "Path there", example = "2.1") @Nullable
        String at,

        @Schema(description = "From when; null where nothing tells") @Nullable
        LocalDate from,

        @Schema(description = "Its words") @Nullable String text) {

    /**
     * Those of a finding.
     *
     * @param clauses of a member's current document
     */
    static List<ChangedQuote> list(
            Finding finding, ContractFamily family, Function<FamilyMember, List<Clause>> clauses, LocalDate day) {
        return finding.citations().stream()
                .flatMap(citation -> family.find(citation.contract()).stream()
                        .flatMap(member -> of(citation, member, finding, family, clauses, day)))
                .distinct()
                .toList();
    }

    private static Stream<ChangedQuote> of(
            Citation citation,
            FamilyMember member,
            Finding finding,
            ContractFamily family,
            Function<FamilyMember, List<Clause>> clauses,
            LocalDate day) {
        return clauses.apply(member).stream()
                .filter(clause ->
                        clause.path().equals(citation.path()) && clause.span().overlaps(citation.span()))
                .limit(1)
                .map(clause -> family.governing(member, clause, clauses, day))
                .filter(governing ->
                        governing.state() != Governing.State.HOLDS && governing.state() != Governing.State.NOT_YET)
                .flatMap(governing -> of(citation, finding, governing));
    }

    private static Stream<ChangedQuote> of(Citation citation, Finding finding, Governing governing) {
        List<Governing.Link> after =
                governing.chain().subList(1, governing.chain().size());
        if (after.isEmpty()) {
            return Stream.of(new ChangedQuote(
                    citation.file(), citation.path(), governing.state().label(), null, null, null, null));
        }
        return after.stream()
                .filter(link -> finding.citations().stream().noneMatch(own -> isOf(own, link)))
                .map(link -> new ChangedQuote(
                        citation.file(),
                        citation.path(),
                        governing.state().label(),
                        link.member().contract().title(),
                        link.path(),
                        link.from().equals(LocalDate.MIN) ? null : link.from(),
                        link.text()));
    }

    private static boolean isOf(Citation citation, Governing.Link link) {
        return citation.contract().equals(link.member().contract().id())
                && (citation.path().equals(link.path()) || link.text().contains(citation.quote()));
    }
}
