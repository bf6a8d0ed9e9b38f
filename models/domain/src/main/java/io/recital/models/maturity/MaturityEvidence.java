package io.recital.models.maturity;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of an organisation.
 *
 * @param shares from live data; absent where there is nothing to count
 * @param answers to the criteria that are questions; absent where nobody answered
 */
public record MaturityEvidence(Map<Indicator, Share> shares, Map<Criterion, Boolean> answers) {
    public MaturityEvidence {
        shares = Map.copyOf(shares);
        answers = Map.copyOf(answers);
        answers.keySet().forEach(criterion -> {
            if (!criterion.isQuestion()) {
                throw new IllegalArgumentException("Live data decide “" + criterion.label() + "”, no answer does");
            }
        });
    }

    /** Whether a criterion is fulfilled; empty when that is unknown. */
    Optional<Boolean> isMet(Criterion criterion) {
        Optional<Boolean> live = criterion
                .indicator()
                .flatMap(indicator -> Optional.ofNullable(shares.get(indicator)))
                .map(share -> share.isAtLeast(criterion.percent()));
        return live.or(() -> Optional.ofNullable(answers.get(criterion)));
    }
}
