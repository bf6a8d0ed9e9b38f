package io.recital.models.family;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.clause.Definition;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which days count as business days under a family's contracts: by their own definition, or else by the law that governs. */
public final class BusinessDays {
    private static final Pattern TERM =
            Pattern.compile("(?:business|working|banking|bank)[\\s-]+days?", Pattern.CASE_INSENSITIVE);

    private BusinessDays() {}

    /** Those of the place that the definition names, of that whose law governs, or weekdays where neither names one. */
    public static BusinessCalendar of(ContractFamily family, LocalDate day) {
        Stream<String> defined = family.members().stream()
                .flatMap(member -> member.definitions().stream())
                .filter(definition -> TERM.matcher(definition.term()).matches())
                .map(Definition::meaning);
        Stream<String> governing = family.listInForce(ContractFact.class, day).stream()
                .filter(fact -> fact.content().fact() == FactType.GOVERNING_LAW)
                .map(fact -> fact.content().value().display());
        return Stream.concat(defined, governing)
                .map(BusinessCalendar::of)
                .filter(calendar -> !calendar.places().isEmpty())
                .findFirst()
                .orElse(BusinessCalendar.WEEKDAYS);
    }
}
