package io.recital.retrieval.answer;

import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.TypedValue;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts findings into a sentence: the typed value, then the contract's own words. */
final class Wording {
    private Wording() {}

    /** What a finding says, in its contract's name. */
    static String sentence(Finding finding, String contractTitle) {
        String quote =
                finding.citations().get(0).quote().replaceAll("\\s+", " ").strip();
        return contractTitle + ": " + value(finding.content()) + (finding.isProvisional() ? "" : " (reviewed)") + ". “"
                + quote + "”";
    }

    /** Whether the content is more than a label. */
    static boolean isTyped(FindingContent content) {
        return content instanceof ContractFact || content instanceof CommercialLever;
    }

    static String value(FindingContent content) {
        if (content instanceof ContractFact fact) {
            return fact.type().replace('-', ' ') + " " + fact.value().display();
        }
        if (content instanceof CommercialLever lever) {
            return lever(lever);
        }
        if (content instanceof PerformanceMeasure measure) {
            return measure(measure);
        }
        if (content instanceof Obligation || content instanceof Milestone) {
            return content.summary();
        }
        return content.summary();
    }

    private static String lever(CommercialLever lever) {
        String parameters = lever.parameters().stream()
                .map(parameter -> name(parameter) + display(parameter.value()))
                .collect(Collectors.joining(", "));
        return lever.type().replace('-', ' ') + (parameters.isEmpty() ? "" : ": " + parameters);
    }

    private static String name(LeverParameter parameter) {
        return switch (parameter.name()) {
            case PERIOD, RATE, TIERS, VOLUME, ITEM -> "";
            default -> parameter.name().name().toLowerCase(Locale.ROOT) + " ";
        };
    }

    private static String measure(PerformanceMeasure measure) {
        String credits =
                measure.credits().isEmpty() ? "" : "; credits " + new TypedValue.Tiers(measure.credits()).display();
        String cap = measure.cap() == null ? "" : "; credits capped at " + display(measure.cap());
        String claim = measure.claimWindow() == null
                ? ""
                : "; to be claimed within " + measure.claimWindow().display();
        return measure.summary() + credits + cap + claim;
    }

    private static String display(TypedValue value) {
        return value.display();
    }
}
