package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far the spend of the running year is from the next band of a rebate.
 *
 * @param spend what counts so far
 * @param next the band above; null when the highest is reached
 * @param missing to that band; zero when the highest is reached
 */
public record RebateOutlook(
        LeverTerm term, Period year, Money spend, @Nullable Tier next, Money missing, List<Derivation> workings) {
    public RebateOutlook {
        workings = List.copyOf(workings);
    }

    /** One for each rebate or volume discount that is reckoned by the year in bands of money. */
    public static List<RebateOutlook> of(Dossier dossier) {
        Levers levers = new Levers(dossier.family());
        return Stream.of(LeverType.REBATE, LeverType.VOLUME_DISCOUNT)
                .flatMap(type ->
                        levers.prevailing(type, dossier.asOf(), Set.of(), RebateOutlook::isYearlyByBands).stream())
                .flatMap(term -> of(dossier, term).stream())
                .toList();
    }

    private static boolean isYearlyByBands(LeverTerm term) {
        return Bands.of(term).isPresent()
                && (RebateCheck.isYearly(term) || term.findSpan(Name.FREQUENCY).isEmpty());
    }

    private static Optional<RebateOutlook> of(Dossier dossier, LeverTerm term) {
        Bands bands = Bands.of(term).orElseThrow();
        return ContractYears.of(dossier.family(), term)
                .map(years -> years.holding(dossier.asOf()))
                .flatMap(year -> new SpendRule(dossier, term)
                        .in(new Period(year.from(), dossier.asOf()), bands.currency(), true)
                        .map(spend -> of(term, year, bands, spend)));
    }

    private static RebateOutlook of(LeverTerm term, Period year, Bands bands, QualifyingSpend spend) {
        Tier next = bands.above(spend.net()).orElse(null);
        BigDecimal from = next == null ? null : next.from();
        List<Derivation> workings = new ArrayList<>(spend.workings());
        Money soFar = Money.of(bands.currency(), spend.net());
        Money missing = from == null
                ? Money.zero(bands.currency())
                : Money.of(bands.currency(), from).minus(soFar);
        if (from != null) {
            workings.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            term.input("start of the next band", from.toPlainString()),
                            new Derivation.Input("spend so far", spend.net().toPlainString(), null)),
                    missing.toString()));
        }
        return new RebateOutlook(term, year, soFar, next, missing, workings);
    }
}
