package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what was invoiced of the fee that the credit for a miss is a percentage of. */
final class CreditFee {
    private final Dossier dossier;
    private final String contract;
    private final Period period;

    CreditFee(Dossier dossier, String contract, Period period) {
        this.dossier = dossier;
        this.contract = contract;
        this.period = period;
    }

    Optional<FeeLines> find(MeasureResult result) {
        return base(result).flatMap(found -> lines(found, result));
    }

    /** What is missing where no fee can be found. */
    String missing(MeasureResult result) {
        return base(result)
                .map(found -> "invoice lines for “" + found.name() + "” of " + period)
                .orElse("what the credit for “" + result.measure().name() + "” is a percentage of");
    }

    private static Optional<FeeBase> base(MeasureResult result) {
        @Nullable String metric = result.measure().content().metric();
        List<Citation> words = result.measure().citations().stream()
                .filter(citation -> !citation.quote().equals(metric))
                .toList();
        return FeeBaseReader.ofCredits(words).or(() -> FeeBaseReader.ofLimit(words));
    }

    /** Those of the thing that was missed where each has a fee of its own; where each is measured, all charges are none of one. */
    private Optional<FeeLines> lines(FeeBase base, MeasureResult result) {
        Optional<FeeLines> all = InvoicedFee.find(base, contract, period, dossier);
        if (result.thing().isEmpty()) {
            return base.isOfOneAmongSeveral() ? all.flatMap(lines -> lines.of(named(result))) : all;
        }
        return all.flatMap(lines -> lines.of(named(result)))
                .or(() -> InvoicedFee.recurring(base, contract, period, dossier)
                        .flatMap(lines -> lines.of(named(result))))
                .or(() -> base.isOfOneAmongSeveral() ? Optional.empty() : all);
    }

    /** What the contract and the report call it: a report may name the line or site of an event. */
    private static String named(MeasureResult result) {
        return result.measure().name()
                + result.measurements().stream()
                        .findFirst()
                        .map(row -> " " + row.measure())
                        .orElse("");
    }
}
