package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a contract was made and when it takes effect, each with the words it rests on.
 *
 * @param agreement the agreement date
 * @param effective what it says of its effective date, the likeliest first
 */
record ContractDates(Optional<Dated> agreement, List<Dated> effective) {
    private static final Pattern NAMES_EFFECTIVE = Pattern.compile(
            "\\G[\\s,]*(?:[^().;]{0,20})?\\((?:[^()]{0,60})?[\"“'‘]?\\s*(?:the\\s+)?[\"“]?(?:Effective|Commencement|Start)\\s+Date",
            Pattern.CASE_INSENSITIVE);

    /** A day (or why it is not known) with its citations, the most telling first. */
    record Dated(TypedValue value, List<Citation> citations, double confidence) {}

    ContractDates {
        effective = List.copyOf(effective);
    }

    static ContractDates of(FactReading contract) {
        Optional<Dated> agreement = AgreementDate.find(contract);
        return new ContractDates(agreement, EffectiveDate.list(contract, agreement));
    }

    /** Whether the words after a date call it the effective date. */
    static boolean isNamedEffective(String text, ValueMatch date) {
        return NAMES_EFFECTIVE.matcher(text).region(date.end(), text.length()).lookingAt();
    }

    /** The day from which terms run. */
    Optional<Dated> start() {
        return effective.stream()
                .filter(date -> date.value() instanceof TypedValue.Day)
                .findFirst()
                .or(() -> agreement);
    }
}
