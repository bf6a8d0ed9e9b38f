package io.recital.models.ledger.spend;

import io.recital.models.fact.Period;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.NameWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The commitments of a dossier by the years that they are for: of each item one a year, that which prevails. */
final class Minimums {
    private static final Pattern ROYALTY = Pattern.compile("\\broyalt", Pattern.CASE_INSENSITIVE);
    /** A share of sales, or a sum where that is more. */
    private static final Pattern SHARE = Pattern.compile(
            "(?:%|per\\s?cent|percent\\)?)\\s+of\\s+(?:(?:the|its|all)\\s+)?(?:\\w+\\s+){0,2}?(?:sales|takings|turnover|receipts|revenues?)\\b[^.;]{0,60}(?:\\.\\d\\d[^.;]{0,40})?\\bwhichever\\b",
            Pattern.CASE_INSENSITIVE);

    private Minimums() {}

    /** A commitment in a year. */
    record Due(Period year, Commitment commitment) {}

    private record Place(Period year, NameWords item, boolean isMoney) {}

    static List<Due> of(Dossier dossier) {
        Map<Place, Due> due = new LinkedHashMap<>();
        Levers levers = new Levers(dossier.family());
        levers.everStated(LeverType.MINIMUM_COMMITMENT)
                .filter(term -> Commitment.of(term).isPresent() && !isRoyalty(term))
                .forEach(term -> ContractYears.of(dossier.family(), term)
                        .ifPresent(years -> years.until(dossier.asOf())
                                .forEach(year -> levers
                                        .prevailing(
                                                LeverType.MINIMUM_COMMITMENT,
                                                year.to().isBefore(dossier.asOf()) ? year.to() : dossier.asOf(),
                                                Set.of(),
                                                other -> !isRoyalty(other)
                                                        && beginsBy(other, year)
                                                        && isOfTheSame(other, term))
                                        .stream()
                                        .findFirst()
                                        .flatMap(Commitment::of)
                                        .map(commitment -> commitment.asCounted(dossier.facts()))
                                        .ifPresent(commitment ->
                                                due.putIfAbsent(place(year, commitment), new Due(year, commitment))))));
        return List.copyOf(due.values());
    }

    private static Place place(Period year, Commitment commitment) {
        return new Place(year, NameWords.of(commitment.item()), commitment.isMoney());
    }

    private static boolean isOfTheSame(LeverTerm one, LeverTerm other) {
        boolean ofOneTime = !ContractYears.isPeriodic(one) || ContractYears.months(one) == ContractYears.months(other);
        return ofOneTime && NameWords.of(one.text(Name.ITEM)).equals(NameWords.of(other.text(Name.ITEM)));
    }

    /** Whether a minimum is one of royalties, which count by another rule. */
    static boolean isRoyalty(LeverTerm term) {
        return term.find(Name.VOLUME, TypedValue.Quantity.class).isEmpty()
                && (SHARE.matcher(term.words()).find()
                        || term.inClause().stream()
                                .anyMatch(finding -> LeverTerm.said(finding, ROYALTY)
                                        .findAny()
                                        .isPresent()));
    }

    private static boolean beginsBy(LeverTerm term, Period year) {
        return term.find(Name.FROM, TypedValue.Day.class)
                .map(day -> !day.value().isAfter(year.from()))
                .orElse(true);
    }
}
