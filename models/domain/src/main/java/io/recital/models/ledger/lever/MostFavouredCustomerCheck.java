package io.recital.models.ledger.lever;

import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.util.List;

/**
 * That somebody gets prices as good as any other customer's: what others pay stands in no contract and no invoice with
 * this counterparty, so that only an audit can tell.
 */
public final class MostFavouredCustomerCheck implements Check {
    /** The check's name. */
    public static final String NAME = "most-favoured-customer";

    @Override
    public List<Outcome> run(Dossier dossier) {
        String seller = dossier.isOfASeller()
                ? "the tenant"
                : dossier.family().counterparty().name();
        return new Levers(dossier.family())
                .inForce(LeverType.MOST_FAVOURED_CUSTOMER, dossier.asOf(), List.of())
                .<Outcome>map(term -> new NotCheckable(
                        NAME,
                        "Whether the prices of " + term.member().contract().title()
                                + " are as good as those for other customers",
                        "an audit of the prices that " + seller + " gives to its other customers",
                        term.rests()))
                .toList();
    }
}
