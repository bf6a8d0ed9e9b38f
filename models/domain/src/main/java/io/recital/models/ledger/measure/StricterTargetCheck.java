package io.recital.models.ledger.measure;

import io.recital.models.fact.Claim;
import io.recital.models.fact.CreditNote;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * What misses a target only since it was made stricter, and would have met the one before: who still looks by the old text takes
 * it for kept. It is told where what it cost is settled, as no other check speaks of it any more.
 */
public final class StricterTargetCheck implements Check {
    private static final String NAME = "kpi-credit";

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller()
                ? List.of()
                : MeasureResults.of(dossier).stream()
                        .filter(MeasureResult::isMissed)
                        .flatMap(result -> before(dossier, result)
                                .filter(old -> keeps(result, old) && isPaidFor(dossier, result))
                                .<Outcome>map(old -> breach(result, old))
                                .stream())
                        .toList();
    }

    /** The measure as it was promised on the day before the text that counts now began to. */
    private static Optional<PromisedMeasure> before(Dossier dossier, MeasureResult result) {
        LocalDate from = dossier.family().countsFrom(result.measure().governed().member());
        return from.getYear() < 1900
                ? Optional.empty()
                : PromisedMeasure.on(dossier.family(), from.minusDays(1)).stream()
                        .filter(old -> isSame(old, result.measure()))
                        .findFirst();
    }

    private static boolean isSame(PromisedMeasure old, PromisedMeasure measure) {
        return old.name().equalsIgnoreCase(measure.name())
                && old.content().unit().equals(measure.content().unit())
                && old.content().comparison() == measure.content().comparison();
    }

    private static boolean keeps(MeasureResult result, PromisedMeasure old) {
        BigDecimal value = result.value();
        BigDecimal target = old.content().target();
        if (value == null || target == null) {
            return false;
        }
        int compared = value.compareTo(target);
        return MeasureResult.isUpwards(old.content().comparison()) ? compared >= 0 : compared <= 0;
    }

    private static boolean isPaidFor(Dossier dossier, MeasureResult result) {
        return currencies(dossier, result.contract())
                .anyMatch(currency -> Stream.of(CreditWords.Sort.values())
                        .anyMatch(sort -> isSettled(dossier, result, sort, currency)));
    }

    private static boolean isSettled(
            Dossier dossier, MeasureResult result, CreditWords.Sort sort, CurrencyUnit currency) {
        Settlement settlement = Settlement.of(
                dossier.facts(), result.contract(), result.period(), sort, List.of(result.measure()), currency);
        return settlement.credited().isPositive() && !settlement.claimed().isGreaterThan(settlement.credited());
    }

    private static Stream<CurrencyUnit> currencies(Dossier dossier, String contract) {
        return Stream.concat(
                        dossier.facts().claims().stream()
                                .filter(claim -> claim.contract().equals(contract))
                                .map(Claim::currency),
                        dossier.facts().creditNotes().stream().map(CreditNote::currency))
                .distinct();
    }

    private static Breach breach(MeasureResult result, PromisedMeasure old) {
        List<Finding> rests = new ArrayList<>(result.measure().findings());
        rests.add(old.governed().finding());
        return new Breach(
                NAME,
                "“" + result.name() + "” came to " + result.value() + " in " + result.period() + ": enough for "
                        + shown(old) + " as promised before, and a miss of " + shown(result.measure()),
                result.period(),
                rests.stream().distinct().toList(),
                result.rows());
    }

    private static String shown(PromisedMeasure measure) {
        return measure.content().target() + " " + measure.content().unit();
    }
}
