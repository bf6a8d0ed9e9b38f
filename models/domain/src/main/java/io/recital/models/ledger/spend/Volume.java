package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
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
            return new Tally(dossier, commitment.unit(), commitment.item(), period)
                    .count()
                    .map(volume -> NotDelivered.added(dossier, commitment, period, volume));
        }
        return running || Coverage.isWhole(dossier, period)
                ? new SpendRule(dossier, commitment.term())
                        .in(period, CurrencyUnit.of(commitment.unit()), running)
                        .filter(spend -> !spend.lines().isEmpty())
                        .map(spend -> new Volume(spend.net(), period, spend.workings(), spend.rows()))
                : Optional.empty();
    }

    static String missing(Commitment commitment, Period period) {
        return commitment.isMoney()
                ? "the invoices of the whole of " + period + ", in " + commitment.unit()
                : "measurements of “" + commitment.unit() + "” for " + period;
    }
}
