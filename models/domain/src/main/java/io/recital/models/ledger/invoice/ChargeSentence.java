package io.recital.models.ledger.invoice;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sentence of a document that speaks of charges, whether a finding cites it or not.
 *
 * @param findings those that cite it
 * @param words its words in one line
 */
record ChargeSentence(Citation citation, FamilyMember member, List<Finding> findings, String words) {
    ChargeSentence {
        requireNonNull(citation, "citation");
        requireNonNull(member, "member");
        findings = List.copyOf(findings);
        requireNonNull(words, "words");
    }

    private ChargeSentence(Citation citation, FamilyMember member, List<Finding> findings) {
        this(citation, member, findings, citation.quote().replaceAll("\\s+", " "));
    }

    /** All those of a document: its clauses about charges, and what findings cite elsewhere. */
    static List<ChargeSentence> of(FamilyMember member) {
        List<ChargeSentence> sentences = new ArrayList<>();
        for (Citation charge : member.beside().charges()) {
            sentences.add(new ChargeSentence(
                    charge,
                    member,
                    member.findings().stream()
                            .filter(finding -> cites(finding, charge))
                            .toList()));
        }
        for (Finding finding : member.findings()) {
            for (Citation citation : finding.citations()) {
                if (citation.role() != CitationRole.CELL
                        && sentences.stream().noneMatch(known -> isSamePlace(known.citation(), citation))) {
                    sentences.add(new ChargeSentence(
                            citation,
                            member,
                            member.findings().stream()
                                    .filter(other -> other.citations().stream()
                                            .anyMatch(cited -> cited.document().equals(citation.document())
                                                    && cited.span().equals(citation.span())
                                                    && cited.quote().equals(citation.quote())))
                                    .toList()));
                }
            }
        }
        return List.copyOf(sentences);
    }

    private static boolean cites(Finding finding, Citation sentence) {
        return finding.citations().stream().anyMatch(citation -> isSamePlace(sentence, citation));
    }

    private static boolean isSamePlace(Citation one, Citation other) {
        return one.document().equals(other.document()) && one.span().overlaps(other.span());
    }

    /** A finding that a claim on this sentence can rest on: one that cites it, or else one of its clause, or a price list. */
    Optional<Finding> rest() {
        return findings.stream()
                .findFirst()
                .or(() -> member.findings().stream()
                        .filter(finding -> finding.content() instanceof CommercialLever)
                        .filter(finding -> isInClause(finding) || isPriceList(finding))
                        .min(Comparator.comparing(finding -> !isInClause(finding))));
    }

    private boolean isInClause(Finding finding) {
        return finding.citations().stream()
                .anyMatch(other -> other.document().equals(citation.document())
                        && other.path().equals(citation.path()));
    }

    private static boolean isPriceList(Finding finding) {
        return finding.content() instanceof CommercialLever lever && lever.lever() == LeverType.RATE_CARD;
    }
}
