package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /** All parameters of a name. */
    public List<TypedValue> list(LeverParameter.Name name) {
        return parameters.stream()
                .filter(parameter -> parameter.name() == name)
                .map(LeverParameter::value)
                .toList();
    }

    /** All parameters of a name, in the contract's words. */
    public List<String> texts(LeverParameter.Name name) {
        return list(name).stream().map(TypedValue::display).toList();
    }

    /** The first parameter of a name that is a day. */
    public Optional<LocalDate> findDay(LeverParameter.Name name) {
        return list(name).stream()
                .filter(TypedValue.Day.class::isInstance)
                .map(value -> ((TypedValue.Day) value).value())
                .findFirst();
    }

    /**
     * The same with what it leaves unsaid as an earlier text says it. A rate takes the place of bands and the other way round,
     * and the items of a price list are left as they are.
     */
    public CommercialLever completedBy(CommercialLever earlier) {
        List<LeverParameter> all = new ArrayList<>(parameters);
        earlier.parameters().stream()
                .filter(parameter -> find(parameter.name()).isEmpty() && isLeftUnsaid(parameter.name()))
                .forEach(all::add);
        return find(LeverParameter.Name.ITEM).isPresent() ? this : new CommercialLever(lever, all);
    }

    private boolean isLeftUnsaid(LeverParameter.Name name) {
        return switch (name) {
            case RATE -> find(LeverParameter.Name.TIERS).isEmpty();
            case TIERS, INDEX -> find(LeverParameter.Name.RATE).isEmpty();
            case FLOOR -> find(LeverParameter.Name.TIERS).isEmpty();
            case ITEM -> false;
            default -> true;
        };
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
