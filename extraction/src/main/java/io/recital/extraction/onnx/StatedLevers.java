package io.recital.extraction.onnx;

import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Span;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where the rules for levers find what some clause labels are about: a second opinion on the classifier's. */
public final class StatedLevers {
    /** No opinion. */
    public static final StatedLevers NONE = new StatedLevers(Map.of());

    private static final Map<String, LeverType> OF_LABEL = Map.ofEntries(
            Map.entry("Audit Rights", LeverType.AUDIT),
            Map.entry("Cap On Liability", LeverType.LIABILITY_CAP),
            Map.entry("Exclusivity", LeverType.EXCLUSIVITY),
            Map.entry("Liquidated Damages", LeverType.LIQUIDATED_DAMAGES),
            Map.entry("Minimum Commitment", LeverType.MINIMUM_COMMITMENT),
            Map.entry("Most Favored Nation", LeverType.MOST_FAVOURED_CUSTOMER),
            Map.entry("Price Restrictions", LeverType.PRICE_ADJUSTMENT),
            Map.entry("Renewal Term", LeverType.RENEWAL),
            Map.entry("Revenue/Profit Sharing", LeverType.GAIN_OR_REVENUE_SHARE),
            Map.entry("Termination For Convenience", LeverType.TERMINATION_FOR_CONVENIENCE),
            Map.entry("Volume Restriction", LeverType.VOLUME_RESTRICTION));

    private final Map<LeverType, List<Span>> spans;

    private StatedLevers(Map<LeverType, List<Span>> spans) {
        this.spans = spans;
    }

    /**
     * The levers of a contract.
     *
     * @param rules that find them
     */
    public static StatedLevers of(ContractReading contract, Extractor rules) {
        Map<LeverType, List<Span>> spans = new EnumMap<>(LeverType.class);
        for (Extraction answer : rules.extractAll(contract, FindingKind.LEVER).values()) {
            for (Candidate candidate : candidates(answer)) {
                if (candidate.content() instanceof CommercialLever lever) {
                    spans.computeIfAbsent(lever.lever(), type -> new ArrayList<>())
                            .add(candidate.citations().get(0).span());
                }
            }
        }
        return new StatedLevers(spans);
    }

    private static List<Candidate> candidates(Extraction answer) {
        if (answer instanceof Extraction.Found found) {
            return found.candidates();
        }
        return answer instanceof Extraction.Unsure unsure ? unsure.candidates() : List.of();
    }

    /** Whether one that a label is about stands in these characters. */
    public boolean bear(String label, Span span) {
        LeverType lever = OF_LABEL.get(label);
        return lever != null && spans.getOrDefault(lever, List.of()).stream().anyMatch(span::overlaps);
    }
}
