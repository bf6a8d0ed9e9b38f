package io.recital.extraction.cascade;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which clauses deserve a second opinion: an extractor is unsure, or the classifier sees a lever that the rules miss. */
final class Doubts {
    private static final Map<String, LeverType> LEVER_OF_LABEL = Map.ofEntries(
            Map.entry("Cap On Liability", LeverType.LIABILITY_CAP),
            Map.entry("Liquidated Damages", LeverType.LIQUIDATED_DAMAGES),
            Map.entry("Minimum Commitment", LeverType.MINIMUM_COMMITMENT),
            Map.entry("Volume Restriction", LeverType.VOLUME_RESTRICTION),
            Map.entry("Most Favored Nation", LeverType.MOST_FAVOURED_CUSTOMER),
            Map.entry("Revenue/Profit Sharing", LeverType.GAIN_OR_REVENUE_SHARE),
            Map.entry("Price Restrictions", LeverType.PRICE_ADJUSTMENT),
            Map.entry("Termination For Convenience", LeverType.TERMINATION_FOR_CONVENIENCE),
            Map.entry("Renewal Term", LeverType.RENEWAL),
            Map.entry("Exclusivity", LeverType.EXCLUSIVITY),
            Map.entry("Audit Rights", LeverType.AUDIT));

    private final Answers answers;

    Doubts(Answers answers) {
        this.answers = answers;
    }

    /** A clause and the kind of finding that is in doubt there. */
    record Doubt(FindingKind kind, Clause clause) {}

    /** All doubts about a contract: by kind in the order given, and in text order. */
    List<Doubt> list(ContractReading contract, List<FindingKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> contract.clauses().stream()
                        .filter(clause -> !clause.text().isBlank() && about(kind, clause))
                        .map(clause -> new Doubt(kind, clause)))
                .toList();
    }

    private boolean about(FindingKind kind, Clause clause) {
        boolean unsure = answers.list(kind, clause.id()).stream()
                .anyMatch(answer -> answer.extraction() instanceof Extraction.Unsure);
        return unsure || (kind == FindingKind.LEVER && classifierDisagrees(clause.id()));
    }

    private boolean classifierDisagrees(UUID clause) {
        Set<LeverType> found = contents(FindingKind.LEVER, clause).stream()
                .filter(CommercialLever.class::isInstance)
                .map(content -> ((CommercialLever) content).lever())
                .collect(Collectors.toSet());
        return contents(FindingKind.LABEL, clause).stream()
                .filter(ClauseLabel.class::isInstance)
                .map(content -> LEVER_OF_LABEL.get(((ClauseLabel) content).label()))
                .anyMatch(lever -> lever != null && !found.contains(lever));
    }

    private Set<FindingContent> contents(FindingKind kind, UUID clause) {
        return answers.list(kind, clause).stream()
                .map(Answers.Answer::extraction)
                .filter(Extraction.Found.class::isInstance)
                .flatMap(extraction -> ((Extraction.Found) extraction).candidates().stream())
                .map(Extraction.Candidate::content)
                .collect(Collectors.toSet());
    }
}
