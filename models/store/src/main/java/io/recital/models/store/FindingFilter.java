package io.recital.models.store;

import io.recital.models.finding.FindingKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted; null means any.
 *
 * <p>Findings of superseded document versions come only when that {@code document} is asked for by name.
 *
 * @param type the type within its kind, such as {@code governing-law}
 * @param minConfidence between 0 and 1
 */
public record FindingFilter(
        @Nullable FindingKind kind,
        @Nullable String type,
        @Nullable UUID contract,
        @Nullable UUID document,
        @Nullable UUID counterparty,
        double minConfidence) {
    public static final FindingFilter ANY = new FindingFilter(null, null, null, null, null, 0);

    public static FindingFilter ofContract(UUID contract) {
        return new FindingFilter(null, null, contract, null, null, 0);
    }

    public static FindingFilter ofDocument(UUID document) {
        return new FindingFilter(null, null, null, document, null, 0);
    }

    public static FindingFilter ofCounterparty(UUID counterparty) {
        return new FindingFilter(null, null, null, null, counterparty, 0);
    }

    /** The same, narrowed to a kind. */
    public FindingFilter ofKind(FindingKind wanted) {
        return new FindingFilter(wanted, type, contract, document, counterparty, minConfidence);
    }

    /** The same, narrowed to a type within its kind. */
    public FindingFilter ofType(String wanted) {
        return new FindingFilter(kind, wanted, contract, document, counterparty, minConfidence);
    }
}
