package io.recital.retrieval.portfolio;

import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.TypedValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The value by which a finding is held against others of its subject. */
final class StatedValue {
    private StatedValue() {}

    /** The value of a finding for a subject; empty where it has none. */
    static Optional<TypedValue> of(Finding finding, Subject subject, Form form) {
        if (finding.content() instanceof ContractFact fact) {
            return Optional.of(fact.value());
        }
        if (finding.content() instanceof CommercialLever lever) {
            return subject.source() == Subject.Source.CLAIM_WINDOW ? lever.find(Name.PERIOD) : of(lever);
        }
        if (finding.content() instanceof PerformanceMeasure measure) {
            return switch (subject.source()) {
                case CREDIT_CAP -> Optional.ofNullable(measure.cap());
                case CLAIM_WINDOW -> Optional.ofNullable(measure.claimWindow()).map(TypedValue.Length::new);
                default -> Optional.empty();
            };
        }
        return ValueReader.find(finding.citations().get(0).quote(), form);
    }

    private static Optional<TypedValue> of(CommercialLever lever) {
        return switch (lever.lever()) {
            case PAYMENT_TERM, TERMINATION_FOR_CONVENIENCE, RENEWAL, AUDIT -> lever.find(Name.PERIOD);
            case LIABILITY_CAP -> cap(lever);
            case PRICE_ADJUSTMENT -> lever.find(Name.CAP).or(() -> lever.find(Name.RATE));
            case MINIMUM_COMMITMENT, VOLUME_RESTRICTION ->
                lever.find(Name.VOLUME).or(() -> lever.find(Name.CAP));
            default -> lever.find(Name.RATE).or(() -> lever.find(Name.TIERS));
        };
    }

    /** Of "the greater of" a sum and a share, the sum. */
    private static Optional<TypedValue> cap(CommercialLever lever) {
        List<TypedValue> caps = lever.parameters().stream()
                .filter(parameter -> parameter.name() == Name.CAP)
                .map(parameter -> parameter.value())
                .toList();
        return caps.stream()
                .filter(TypedValue.Amount.class::isInstance)
                .max(Comparator.comparing(
                        value -> ((TypedValue.Amount) value).value().getAmount()))
                .or(() -> caps.stream().findFirst());
    }

    /** Whether the largest of several findings of one contract speaks for it, as the overall cap does among caps. */
    static boolean largestSpeaks(Subject subject) {
        return subject.isLever(LeverType.LIABILITY_CAP);
    }
}
