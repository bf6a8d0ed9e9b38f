package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.CommercialLever;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Liquidated damages for each unit that failed in a month, such as late deliveries and short pallets. */
public final class LiquidatedDamagesCheck implements Check {
    static final String NAME = "liquidated-damages";

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<MeasureResult> results = MeasureResults.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        for (String contract : contracts(dossier)) {
            for (Period month : months(dossier, contract)) {
                List<DamagesTerm> terms = terms(dossier, contract, month);
                if (!terms.isEmpty()) {
                    new DamagesSum(dossier, contract, month, results).of(terms).ifPresent(outcomes::add);
                }
            }
        }
        return outcomes;
    }

    private static List<DamagesTerm> terms(Dossier dossier, String contract, Period month) {
        return dossier.family().listInForce(CommercialLever.class, month.from(), contract).stream()
                .flatMap(lever -> DamagesTerm.of(lever).stream())
                .toList();
    }

    private static List<String> contracts(Dossier dossier) {
        return Stream.of(
                        dossier.facts().measurements().stream().map(Measurement::contract),
                        dossier.facts().events().stream().map(event -> event.contract()),
                        dossier.facts().purchases().stream().map(purchase -> purchase.contract()))
                .flatMap(contracts -> contracts)
                .distinct()
                .toList();
    }

    /** The months of which something is known, and that are over. */
    private static List<Period> months(Dossier dossier, String contract) {
        return Stream.of(
                        dossier.facts().measurements().stream()
                                .filter(row -> row.contract().equals(contract))
                                .map(row -> row.period().from()),
                        dossier.facts().events().stream()
                                .filter(event -> event.contract().equals(contract))
                                .map(event -> event.date()),
                        dossier.facts().purchases().stream()
                                .filter(purchase -> purchase.contract().equals(contract))
                                .flatMap(purchase -> Stream.ofNullable(purchase.deliveredOn())))
                .flatMap(days -> days)
                .map(YearMonth::from)
                .distinct()
                .sorted()
                .map(Period::of)
                .filter(month -> month.to().isBefore(dossier.asOf()))
                .toList();
    }
}
