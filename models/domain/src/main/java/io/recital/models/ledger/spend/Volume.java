package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** What a period came to of what a commitment counts. */
record Volume(BigDecimal amount, Period period, List<Derivation> workings, List<String> rows) {
    Volume {
        workings = List.copyOf(workings);
        rows = List.copyOf(rows);
    }

    /** The spend that counts, or the measured quantity; empty where the facts do not reach over the period. */
    static Optional<Volume> of(Dossier dossier, Commitment commitment, Period period, boolean running) {
        if (!commitment.isMoney()) {
            return measured(dossier, commitment, period);
        }
        return running || Coverage.isWhole(dossier, period)
                ? new SpendRule(dossier, commitment.term())
                        .in(period, CurrencyUnit.of(commitment.unit()), running)
                        .filter(spend -> !spend.lines().isEmpty())
                        .map(spend -> new Volume(spend.net(), period, spend.workings(), spend.rows()))
                : Optional.empty();
    }

    /** The row that states the whole period; of corrections the last. */
    private static Optional<Volume> measured(Dossier dossier, Commitment commitment, Period period) {
        return named(dossier, commitment).stream()
                .filter(row -> row.period().to().equals(period.to())
                        && !row.period().from().isBefore(period.from())
                        && row.period().days() * 10 >= period.days() * 8)
                .max(Comparator.comparing(Measurement::reportedOn))
                .flatMap(row -> Optional.ofNullable(row.value()).map(value -> of(row, value)));
    }

    private static Volume of(Measurement row, BigDecimal value) {
        Derivation.Input input = Derivation.Input.of(
                row.measure() + ", " + row.period(),
                value.toPlainString(),
                new FactCell(row.kind().label(), row.id(), "value"));
        return new Volume(
                value,
                row.period(),
                List.of(new Derivation(Operation.SUM, List.of(input), value.toPlainString())),
                List.of(row.kind().label() + ":" + row.id()));
    }

    private static List<Measurement> named(Dossier dossier, Commitment commitment) {
        Words unit = Words.of(commitment.unit());
        return dossier.facts().measurements().stream()
                .filter(row -> Words.of(row.measure()).equals(unit))
                .toList();
    }

    static String missing(Commitment commitment, Period period) {
        return commitment.isMoney()
                ? "the invoices of the whole of " + period + ", in " + commitment.unit()
                : "measurements of “" + commitment.unit() + "” for " + period;
    }
}
