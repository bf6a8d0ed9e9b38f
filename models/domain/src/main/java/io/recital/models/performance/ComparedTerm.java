package io.recital.models.performance;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.CuadLabels;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What contracts are compared by: a lever, a risk term or another clause label, or a fact. A clause label that names a
 * lever or a fact counts as that, so that no term is counted twice under two names.
 *
 * @param type the type within its kind, as findings bear it
 */
public record ComparedTerm(FindingKind kind, String type) implements Comparable<ComparedTerm> {
    private static final Map<String, ComparedTerm> SAME = Map.ofEntries(
            Map.entry("Audit Rights", lever(LeverType.AUDIT)),
            Map.entry("Cap On Liability", lever(LeverType.LIABILITY_CAP)),
            Map.entry("Exclusivity", lever(LeverType.EXCLUSIVITY)),
            Map.entry("Liquidated Damages", lever(LeverType.LIQUIDATED_DAMAGES)),
            Map.entry("Minimum Commitment", lever(LeverType.MINIMUM_COMMITMENT)),
            Map.entry("Most Favored Nation", lever(LeverType.MOST_FAVOURED_CUSTOMER)),
            Map.entry("Renewal Term", lever(LeverType.RENEWAL)),
            Map.entry("Revenue/Profit Sharing", lever(LeverType.GAIN_OR_REVENUE_SHARE)),
            Map.entry("Termination For Convenience", lever(LeverType.TERMINATION_FOR_CONVENIENCE)),
            Map.entry("Volume Restriction", lever(LeverType.VOLUME_RESTRICTION)),
            Map.entry("Governing Law", fact(FactType.GOVERNING_LAW)),
            Map.entry("Notice Period To Terminate Renewal", fact(FactType.NOTICE_PERIOD)));
    private static final Set<FactType> FACTS = Set.of(FactType.GOVERNING_LAW, FactType.NOTICE_PERIOD);

    public ComparedTerm {
        requireNonNull(kind, "kind");
        requireNonNull(type, "type");
    }

    static ComparedTerm lever(LeverType type) {
        return new ComparedTerm(FindingKind.LEVER, type.label());
    }

    static ComparedTerm fact(FactType type) {
        return new ComparedTerm(FindingKind.FACT, type.label());
    }

    /** The term that a finding states; empty for what every contract has its own of. */
    public static Optional<ComparedTerm> of(FindingContent content) {
        if (content instanceof CommercialLever lever) {
            return Optional.of(lever(lever.lever()));
        }
        if (content instanceof ContractFact fact) {
            return fact.fact() == FactType.RENEWAL
                    ? Optional.of(lever(LeverType.RENEWAL))
                    : Optional.of(fact.fact()).filter(FACTS::contains).map(ComparedTerm::fact);
        }
        if (content instanceof ClauseLabel label && !CuadLabels.FACTS.contains(label.label())) {
            return Optional.of(SAME.getOrDefault(label.label(), new ComparedTerm(FindingKind.LABEL, label.label())));
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(ComparedTerm other) {
        return Comparator.comparing(ComparedTerm::kind)
                .thenComparing(ComparedTerm::type)
                .compare(this, other);
    }
}
