package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One fact about a contract as a whole.
 *
 * @param basis for a contract value: whether it is committed, estimated or a ceiling; null for other facts
 */
public record ContractFact(
        FactType fact, TypedValue value, @Nullable ValueBasis basis) implements FindingContent {
    /** What a stated contract value binds. */
    public enum ValueBasis {
        COMMITTED,
        ESTIMATED,
        CEILING,
        UNKNOWN
    }

    public ContractFact {
        requireNonNull(fact, "fact");
        requireNonNull(value, "value");
        if ((fact == FactType.CONTRACT_VALUE) != (basis != null)) {
            throw new IllegalArgumentException("A contract value, and only it, says what it binds");
        }
    }

    public static ContractFact of(FactType fact, TypedValue value) {
        return new ContractFact(fact, value, null);
    }

    @Override
    public FindingKind kind() {
        return FindingKind.FACT;
    }

    @Override
    public String type() {
        return fact.label();
    }

    @Override
    public String summary() {
        return value.display();
    }
}
