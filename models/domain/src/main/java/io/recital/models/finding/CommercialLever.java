package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A right or term that moves money or leverage, with its typed parameters. */
public record CommercialLever(LeverType lever, List<LeverParameter> parameters) implements FindingContent {
    public CommercialLever {
        requireNonNull(lever, "lever");
        parameters = List.copyOf(parameters);
    }

    /** The first parameter of a name. */
    public Optional<TypedValue> find(LeverParameter.Name name) {
        return parameters.stream()
                .filter(parameter -> parameter.name() == name)
                .map(LeverParameter::value)
                .findFirst();
    }

    @Override
    public FindingKind kind() {
        return FindingKind.LEVER;
    }

    @Override
    public String type() {
        return lever.label();
    }

    @Override
    public String summary() {
        return lever.label().replace('-', ' ')
                + (parameters.isEmpty() ? "" : ": ")
                + String.join(
                        ", ", parameters.stream().map(p -> p.value().display()).toList());
    }
}
